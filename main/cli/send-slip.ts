/** Sends a drawn slip from the terminal; what the kiosk would tell a citizen is a notice or an error with a way out here. */
import { KioskError } from '../contract/error.ts';
import type { SlipImage } from '../core/ports.ts';
import { encodeJob } from '../core/printing/device/encode-job.ts';
import { type HaltedState, isHalted } from '../core/printing/device/printer-condition.ts';
import type { LineTenure } from '../core/printing/device/printer-line.ts';
import { type Delivered, deliverJob } from '../core/printing/spooler/deliver-job.ts';
import type { CliContext } from './cli-context.ts';
import { failureWords, stateWords } from './printer-words.ts';
import {
  interruptedOrAfter,
  type LineAtHand,
  type PrinterAtHand,
  terminalSchedule,
  withPrinterLine,
} from './with-printer-line.ts';

/** How long a printer that cannot print waits for a hand, before and while the slip is sent. */
const handMs = 180_000;

/**
 * `unknown`: the printer took it all and is one that says nothing; the user is told to look. Errors: `printer-unreachable`,
 * `printer-timeout`, `printer-refused`, each saying what to do.
 */
export function sendSlip(
  image: SlipImage,
  printer: PrinterAtHand,
  context: CliContext,
): Promise<'printed' | 'unknown'> {
  return withPrinterLine(printer, async (at) => {
    const bytes = encodeJob(image, at.frame, printer.profile);
    const { state, reason, leftovers } = await sendBytes(bytes, at, printer, context);
    if (state === 'printed') {
      return state;
    }
    const { code, advice } = failureWords[reason ?? 'error'];
    if (state === 'unknown') {
      if (reason === 'no-answer' && leftovers === 'none') {
        context.notice('The printer took the slip and says nothing; look whether it came out.\n');
        return state;
      }
      throw new KioskError(
        'printer-timeout',
        `Nobody knows what became of the slip: ${advice} Look whether one came out of ${printer.transport.target}.`,
      );
    }
    const trouble = reason === 'unreachable' ? at.trouble() : null;
    throw new KioskError(code, `Nothing was printed: ${trouble === null ? '' : `${trouble} `}${advice}`);
  });
}

async function sendBytes(
  bytes: Uint8Array,
  at: LineAtHand,
  printer: PrinterAtHand,
  context: CliContext,
): Promise<Delivered> {
  const { line } = at;
  const isLate = new AbortController();
  const late = interruptedOrAfter(handMs, context.interrupted).then(() => isLate.abort());
  line.start();
  while (!isLate.signal.aborted) {
    const turn = await line.use((tenure) => deliver(bytes, tenure, printer, context));
    if (turn.outcome === 'done') {
      return turn.value;
    }
    if (turn.outcome === 'unreachable') {
      return failed('unreachable');
    }
    tellWaiting(turn.state, context);
    let state = line.status().state;
    while (isHalted(state) && !isLate.signal.aborted) {
      await Promise.race([at.changed(), late]);
      if (line.status().state !== state) {
        state = line.status().state;
        if (isHalted(state)) {
          tellWaiting(state, context);
        }
      }
    }
  }
  return failed(context.interrupted.aborted ? 'cancelled' : 'expired');
}

function failed(reason: Delivered['reason']): Delivered {
  return { state: 'failed', reason, leftovers: 'none' };
}

/** Ctrl-C empties the printer of what it was given. */
async function deliver(
  bytes: Uint8Array,
  tenure: LineTenure,
  printer: PrinterAtHand,
  context: CliContext,
): Promise<Delivered> {
  const { interrupted } = context;
  if (interrupted.aborted) {
    return failed('cancelled');
  }
  printer.leftovers?.setLeftovers(true);
  const delivery = deliverJob({
    job: 1 + (Date.now() % 1_000_000),
    bytes,
    tenure,
    schedule: terminalSchedule,
    handMs,
    onPaused: (state) => (state === null ? context.notice('The printer goes on.\n') : tellWaiting(state, context)),
  });
  const cancel = (): void => delivery.cancel('cancelled');
  interrupted.addEventListener('abort', cancel, { once: true });
  const delivered = await delivery.ended;
  interrupted.removeEventListener('abort', cancel);
  if (delivered.leftovers === 'none') {
    printer.leftovers?.setLeftovers(false);
  }
  return delivered;
}

function tellWaiting(state: HaltedState, context: CliContext): void {
  context.notice(
    `The printer ${stateWords[state]}; waiting for a hand, ${handMs / 60_000} minutes at most (Ctrl-C gives up).\n`,
  );
}
