/** Sends a drawn slip from the terminal; what the kiosk would tell a citizen is an error with a way out here. */
import { buildJobFrame } from '../adapters/printing/build-job-frame.ts';
import { type ErrorCode, KioskError } from '../contract/error.ts';
import type { PrintOutcome } from '../contract/methods.ts';
import type { Logger, PrinterTransport, SlipImage } from '../core/ports.ts';
import { encodeJob } from '../core/printing/device/encode-job.ts';
import { sendJob } from '../core/printing/device/send-job.ts';
import type { CliContext } from './cli-context.ts';

/** Errors: `printer-unreachable`, `printer-timeout`, `printer-refused`, each saying what to do. */
export async function sendSlip(image: SlipImage, transport: PrinterTransport, context: CliContext): Promise<void> {
  const told: string[] = [];
  const outcome = await sendJob(encodeJob(image, buildJobFrame()), {
    transport,
    logger: silentLogger((reason) => told.push(reason)),
    schedule: (delayMs, action) => {
      const timer = setTimeout(action, delayMs);
      return () => clearTimeout(timer);
    },
    onCondition: ({ state }) => {
      if (state === 'unknown') {
        context.notice('The printer answers no status request; printing all the same.\n');
      }
    },
  });
  if (outcome.outcome === 'unknown') {
    const message = `The slip was cut off on its way to ${transport.target}; look whether one came out.`;
    throw new KioskError('printer-timeout', message);
  }
  if (outcome.outcome === 'failed') {
    const { code, advice } = failures[outcome.reason];
    throw new KioskError(
      code,
      `Nothing was printed: ${told[0] ?? advice}${told.length > 0 ? ` ${advice}` : ''}`.trim(),
    );
  }
}

/** Keeps the reasons, which become part of the error; the terminal needs no log beside it. */
function silentLogger(onReason: (reason: string) => void): Logger {
  return {
    info: () => undefined,
    warn: (_message, fields) => {
      const reason = fields?.['reason'];
      onReason(typeof reason === 'string' ? reason : '');
    },
    error: () => undefined,
  };
}

type FailureReason = Extract<PrintOutcome, { outcome: 'failed' }>['reason'];

const failures: Readonly<Record<FailureReason, { readonly code: ErrorCode; readonly advice: string }>> = {
  'no-printer': { code: 'printer-unreachable', advice: 'There is no printer.' },
  unreachable: {
    code: 'printer-unreachable',
    advice: 'A virtual printer is started with "node scripts/virtual-printer/main.ts".',
  },
  'paper-out': { code: 'printer-refused', advice: 'The printer has no paper; put in a new roll.' },
  'cover-open': { code: 'printer-refused', advice: 'The cover of the printer is open; close it.' },
  error: { code: 'printer-refused', advice: 'See the display or the lamps of the printer.' },
  timeout: { code: 'printer-timeout', advice: 'Switch the printer off and on again.' },
  busy: { code: 'unavailable', advice: 'It is printing another slip.' },
};
