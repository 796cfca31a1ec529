/** The core process of the browser shell: kiosk and loopback server, started and ended by the supervisor. */
import { KioskError } from '../../contract/error.ts';
import type { Kiosk } from '../../core/kiosk.ts';
import type { Logger } from '../../core/ports.ts';
import { type CoreOrder, type CoreReport, coreOrderSchema } from '../core-messages.ts';
import type { StartKiosk } from '../start-kiosk.ts';
import { type KioskServer, serveKiosk } from './serve.ts';

/** The line to the supervisor. */
export interface SupervisorLine {
  onOrder(listener: (order: unknown) => void): void;
  /** The supervisor is gone, or the machine is shutting down. */
  onEnd(listener: () => void): void;
  report(report: CoreReport): void;
  /** Ends this process. */
  exit(code: 0 | 1): void;
}

export interface RunCoreOptions {
  readonly line: SupervisorLine;
  readonly startKiosk: StartKiosk;
  readonly logger: Logger;
}

interface Running {
  readonly kiosk: Kiosk;
  readonly server: KioskServer;
}

/** Waits for the order to start; ends with the supervisor, so that no core is left behind. */
export function runCore({ line, startKiosk, logger }: RunCoreOptions): void {
  let starting: Promise<Running> | null = null;

  const stop = async (): Promise<void> => {
    // A start that failed has nothing to close; `start` has reported it.
    const running = await starting?.catch(() => null);
    await running?.server.close();
    await running?.kiosk.close();
    line.exit(0);
  };

  const start = async (order: Extract<CoreOrder, { kind: 'start' }>): Promise<Running> => {
    if (order.server === null) {
      throw new KioskError('start-failed', 'The order to start holds no server.');
    }
    const kiosk = await startKiosk(order.options, logger);
    try {
      const server = await serveKiosk({ kiosk, logger, ...order.server });
      return { kiosk, server };
    } catch (error) {
      await kiosk.close();
      throw error;
    }
  };

  const begin = async (order: Extract<CoreOrder, { kind: 'start' }>): Promise<void> => {
    try {
      starting = start(order);
      const { kiosk, server } = await starting;
      const failure = kiosk.startFailure;
      line.report({
        kind: 'ready',
        port: server.port,
        entryAddress: server.entryAddress,
        startFailure: failure === null ? null : { code: failure.code, message: failure.message },
      });
    } catch (error) {
      line.report({ kind: 'refused', failure: failureOf(error, logger) });
      line.exit(1);
    }
  };

  line.onOrder((message) => {
    const order = coreOrderSchema.parse(message);
    if (order.kind === 'stop') {
      void stop();
    } else if (order.kind === 'start' && starting === null) {
      void begin(order);
    }
  });
  line.onEnd(() => void stop());
}

function failureOf(error: unknown, logger: Logger): { code: KioskError['code']; message: string } {
  if (error instanceof KioskError) {
    return { code: error.code, message: error.message };
  }
  logger.error('The core failed to start', { error: error instanceof Error ? error.stack : typeof error });
  return { code: 'start-failed', message: 'The core failed to start; the log has the details.' };
}
