/** Sends one job to the printer and tells honestly what became of it. There is no queue: what fails is over. */
import { KioskError } from '../../../contract/error.ts';
import type { PrintOutcome } from '../../../contract/methods.ts';
import type { Logger, PrinterConnection, PrinterTransport, ScheduleAfter } from '../../ports.ts';
import { askCondition, type PrinterCondition } from './printer-condition.ts';

export interface JobCourier {
  readonly transport: PrinterTransport;
  readonly schedule: ScheduleAfter;
  readonly logger: Logger;
  /** Hears what the printer said of itself before the job. */
  readonly onCondition: (condition: PrinterCondition) => void;
}

/**
 * `printed` only when the device took every byte and took leave in order; `unknown` where bytes of the job had left and it
 * did not; `failed` where none had. Never rejects.
 */
export async function sendJob(bytes: Uint8Array, courier: JobCourier): Promise<PrintOutcome> {
  let connection: PrinterConnection;
  try {
    connection = await courier.transport.open();
  } catch (error) {
    return failure(error, courier, 'The printer could not be reached');
  }
  let acceptedBefore: number | null = null;
  try {
    if (courier.transport.answers) {
      const condition = await askCondition(connection, courier.schedule);
      courier.onCondition(condition);
      const { state } = condition;
      if (state === 'paper-out' || state === 'cover-open' || state === 'error') {
        await connection.close().catch(() => connection.abort());
        return { outcome: 'failed', reason: state };
      }
    }
    acceptedBefore = connection.bytesAccepted;
    await connection.write(bytes);
    await connection.close();
    return { outcome: 'printed' };
  } catch (error) {
    connection.abort();
    const left = acceptedBefore === null ? 0 : connection.bytesAccepted - acceptedBefore;
    if (left > 0) {
      courier.logger.warn('A slip was cut off on its way to the printer', {
        bytesLeft: left,
        bytes: bytes.length,
        ...codeOf(error),
      });
      return { outcome: 'unknown' };
    }
    return failure(error, courier, 'A slip could not be sent');
  }
}

function failure(error: unknown, courier: JobCourier, message: string): PrintOutcome {
  courier.logger.warn(message, { target: courier.transport.target, ...codeOf(error) });
  if (!(error instanceof KioskError)) {
    return { outcome: 'failed', reason: 'error' };
  }
  if (error.code === 'printer-unreachable') {
    courier.onCondition({ state: 'unreachable', paperNearEnd: false });
    return { outcome: 'failed', reason: 'unreachable' };
  }
  return { outcome: 'failed', reason: error.code === 'printer-timeout' ? 'timeout' : 'error' };
}

function codeOf(error: unknown): { readonly reason: string } {
  return { reason: error instanceof Error ? error.message : String(error) };
}
