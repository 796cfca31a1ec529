/** `kioskctl printer status`: how the printer is, how much paper is left, and what became of the last slips. */
import { Command } from 'commander';
import type { PrinterOverview, StaffPrintJob } from '../contract/printing.ts';
import { officeMoment } from '../core/office-date.ts';
import { askStaff } from './ask-staff.ts';
import type { CliContext } from './cli-context.ts';
import { addPrinterOptions, askOrDo, type NamedPrinter, type PrinterOptions } from './printer-options.ts';
import { stateWords } from './printer-words.ts';
import { columnsOf, labelled } from './text-layout.ts';
import { withPrinterLine } from './with-printer-line.ts';

type Answer = Pick<PrinterOverview, 'target' | 'profile' | 'status'> & Partial<PrinterOverview>;

export function createPrinterStatusCommand(context: CliContext): Command {
  const command = new Command('status').description('say how the printer is, what paper is left and what was printed');
  return addPrinterOptions(command, context).action(async (options: PrinterOptions) => {
    const answer = await askOrDo<Answer>(options, context, {
      ask: (dataFolder) => askStaff('printer.overview', {}, { dataFolder, logger: context.logger }),
      directly: lookOnce,
    });
    await context.print(options.json === true ? `${JSON.stringify(answer, null, 2)}\n` : textOf(answer));
  });
}

/** Asks for nothing but its status. */
function lookOnce(printer: NamedPrinter): Promise<Answer> {
  const { target, profileName } = printer;
  return withPrinterLine(printer, async ({ line }) => ({ target, profile: profileName, status: await line.look() }));
}

function textOf({ target, profile, status, roll, jobs = [] }: Answer): string {
  const { state, paperNearEnd, sinceMs } = status;
  const lines = labelled([
    ['Printer', target ?? 'none'],
    ['Profile', profile],
    ['State', `${stateWords[state]}, since ${officeMoment(sinceMs)}`],
    ...(paperNearEnd ? [['', 'the roll is near its end'] as const] : []),
    ...(roll === undefined ? [] : [['Paper', rollText(roll)] as const]),
  ]);
  const table =
    jobs.length === 0 ? [] : ['', ...columnsOf([['Job', 'Time', 'Slip', 'For', 'State'], ...jobs.map(jobRow)])];
  return `${[...lines, ...table].join('\n')}\n`;
}

function rollText({ rollMetres, metresLeft, changedAtMs, slipsOnRoll, slipsEver }: PrinterOverview['roll']): string {
  const since = changedAtMs === null ? '' : `, changed ${officeMoment(changedAtMs)}`;
  return `about ${metresLeft.toFixed(1)} of ${rollMetres} m left${since}; ${slipsOnRoll} slips on this roll, ${slipsEver} ever`;
}

function jobRow({ job, changedAtMs, kind, source, state, reason }: StaffPrintJob): string[] {
  return [String(job), officeMoment(changedAtMs), kind, source, reason === null ? state : `${state} (${reason})`];
}
