/** `kioskctl printer clear`: empties the printer of what earlier jobs left, before somebody else gets it. */
import { Command } from 'commander';
import { KioskError } from '../contract/error.ts';
import type { StaffResult } from '../contract/staff-methods.ts';
import { askStaff } from './ask-staff.ts';
import type { CliContext } from './cli-context.ts';
import { addPrinterOptions, askOrDo, type NamedPrinter, type PrinterOptions } from './printer-options.ts';
import { withPrinterLine } from './with-printer-line.ts';

type Answer = StaffResult<'printer.clear'>;

const words: Readonly<Record<Answer['outcome'], string>> = {
  confirmed: 'The printer confirmed that it is empty.',
  sent: 'The command was sent; this printer does not confirm it.',
};
/** Clearing may take several answers of a slow printer. */
const timeoutMs = 30_000;

export function createPrinterClearCommand(context: CliContext): Command {
  const command = new Command('clear').description('empty the printer of what earlier jobs left in it');
  return addPrinterOptions(command, context).action(async (options: PrinterOptions) => {
    const answer = await askOrDo<Answer>(options, context, {
      ask: (dataFolder) => askStaff('printer.clear', {}, { dataFolder, logger: context.logger, timeoutMs }),
      directly: clear,
    });
    await context.print(options.json === true ? `${JSON.stringify(answer)}\n` : `${words[answer.outcome]}\n`);
  });
}

function clear(printer: NamedPrinter): Promise<Answer> {
  return withPrinterLine(printer, async ({ line, trouble }) => {
    const confirmed = await line.clear();
    if (confirmed === null) {
      throw new KioskError('printer-unreachable', trouble() ?? `The printer ${printer.target} cannot be cleared.`);
    }
    return { outcome: confirmed ? 'confirmed' : 'sent' };
  });
}
