/** Sends a drawn slip from the terminal; what the kiosk would tell a citizen is an error with a way out here. */
import { buildJobFrame } from '../adapters/printing/build-job-frame.ts';
import { KioskError } from '../contract/error.ts';
import type { PrintOutcome } from '../contract/methods.ts';
import type { PrinterTransport, SlipImage } from '../core/ports.ts';
import { encodeJob } from '../core/printing/encode-job.ts';
import { sendJob } from '../core/printing/send-job.ts';
import type { CliContext } from './cli-context.ts';

/** Errors: `printer-unreachable`, `printer-timeout`, `printer-refused`, each saying what to do. */
export async function sendSlip(image: SlipImage, transport: PrinterTransport, context: CliContext): Promise<void> {
  const notice = (message: string, fields?: Readonly<Record<string, unknown>>): void =>
    context.notice(`${message}${fields === undefined ? '' : `: ${JSON.stringify(fields)}`}\n`);
  const outcome = await sendJob(encodeJob(image, buildJobFrame()), {
    transport,
    logger: { info: notice, warn: notice, error: notice },
    schedule: (delayMs, action) => {
      const timer = setTimeout(action, delayMs);
      return () => clearTimeout(timer);
    },
    onCondition: ({ state }) =>
      state === 'unknown' ? notice('The printer answers no status request; printing all the same.') : undefined,
  });
  throwUnlessPrinted(outcome, transport.target);
}

function throwUnlessPrinted(outcome: PrintOutcome, target: string): void {
  if (outcome.outcome === 'unknown') {
    throw new KioskError('printer-timeout', `The slip was cut off on its way to ${target}; look whether one came out.`);
  }
  if (outcome.outcome === 'failed') {
    const code =
      outcome.reason === 'timeout'
        ? 'printer-timeout'
        : outcome.reason === 'unreachable'
          ? 'printer-unreachable'
          : 'printer-refused';
    throw new KioskError(code, `Nothing was printed on ${target}: ${reasons[outcome.reason]}`);
  }
}

const reasons: Readonly<Record<Extract<PrintOutcome, { outcome: 'failed' }>['reason'], string>> = {
  'no-printer': 'there is no printer.',
  unreachable:
    'it cannot be reached; check its power, its cable and its address. A virtual printer is started with "node scripts/virtual-printer/main.ts".',
  'paper-out': 'it has no paper; put in a new roll.',
  'cover-open': 'its cover is open; close it.',
  error: 'it reports an error, or the target cannot be written; see above.',
  timeout: 'it does not answer in time.',
  busy: 'it is printing another slip.',
};
