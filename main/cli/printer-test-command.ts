/** `kioskctl printer test`: the staff's test page, and whether it came out. */
import { Command } from 'commander';
import { createCanvasTextPainter } from '../adapters/printing/create-canvas-text-painter.ts';
import { KioskError } from '../contract/error.ts';
import type { PrintJob } from '../contract/printing.ts';
import { composeTestPage } from '../core/printing/slips/compose-test-page.ts';
import { createSlipRasteriser } from '../core/printing/typesetting/create-slip-rasteriser.ts';
import { askStaff } from './ask-staff.ts';
import type { CliContext } from './cli-context.ts';
import { addPrinterOptions, askOrDo, type NamedPrinter, type PrinterOptions } from './printer-options.ts';
import { failureWords } from './printer-words.ts';
import { sendSlip } from './send-slip.ts';
import { interruptedOrAfter } from './with-printer-line.ts';

/** Between two questions what became of the job. */
const askAgainMs = 300;

export function createPrinterTestCommand(context: CliContext): Command {
  const command = new Command('test').description('print the test page and say whether it came out');
  return addPrinterOptions(command, context).action(async (options: PrinterOptions) => {
    const state = await askOrDo<'printed' | 'unknown'>(options, context, {
      ask: (dataFolder) => printByKiosk(dataFolder, context),
      directly: (printer) => printDirectly(printer, context),
    });
    const text =
      state === 'printed' ? 'The test page was printed.' : 'The test page was sent; look whether it came out.';
    await context.print(options.json === true ? `${JSON.stringify({ state })}\n` : `${text}\n`);
  });
}

async function printDirectly(printer: NamedPrinter, context: CliContext): Promise<'printed' | 'unknown'> {
  const { configuration, profile, profileName, target } = printer;
  const rasteriser = createSlipRasteriser(createCanvasTextPainter());
  const layout = composeTestPage(
    { target, profileName, widthDots: profile.widthDots },
    {
      office: configuration.office,
      printedAtMs: Date.now(),
      language: 'vi',
      large: false,
      maximumHeightMillimetres: configuration.printer.maximumSlipMillimetres,
    },
    (elements) => rasteriser.measure({ elements }, profile.widthDots),
  );
  return sendSlip(rasteriser.rasterise(layout, profile.widthDots), printer, context);
}

async function printByKiosk(dataFolder: string, context: CliContext): Promise<'printed' | 'unknown'> {
  const asked = { dataFolder, logger: context.logger, timeoutMs: 10_000 };
  const answer = await askStaff('printer.test', {}, asked);
  if (answer.outcome === 'refused') {
    throw new KioskError('unavailable', `The kiosk takes no test page at present (${answer.reason}).`);
  }
  let { job } = answer;
  while (!isOver(job)) {
    await interruptedOrAfter(askAgainMs, context.interrupted);
    const { job: number } = job;
    const now = context.interrupted.aborted
      ? await askStaff('printer.cancel', { job: number }, asked)
      : await askStaff('printer.job', { job: number }, asked);
    if (now.state === 'paused' && now.reason !== null && now.reason !== job.reason) {
      context.notice(`${failureWords[now.reason].advice} The test page waits (Ctrl-C gives up).\n`);
    }
    job = now;
  }
  if (job.state === 'failed') {
    const { code, advice } = failureWords[job.reason ?? 'error'];
    throw new KioskError(code, `Nothing was printed: ${advice}`);
  }
  return job.state === 'printed' ? 'printed' : 'unknown';
}

function isOver({ state }: PrintJob): boolean {
  return state === 'printed' || state === 'failed' || state === 'unknown';
}
