/** `kioskctl print <slip>`: any slip of the kiosk, onto a printer, into a file or as a picture. */
import { Command } from 'commander';
import type { CliContext } from './cli-context.ts';
import { createChecklistCommand, createLifeEventCommand } from './print/checklist-command.ts';
import { createDataCommands } from './print/data-commands.ts';
import { createTestPageCommand } from './print/test-page-command.ts';

export function createPrintCommand(context: CliContext): Command {
  const print = new Command('print')
    .description('print a slip onto a printer, into a file or as a picture')
    .addCommand(createChecklistCommand(context))
    .addCommand(createLifeEventCommand(context));
  for (const command of createDataCommands(context)) {
    print.addCommand(command);
  }
  return print.addCommand(createTestPageCommand(context)).addHelpText(
    'after',
    `
Examples:
  kioskctl print checklist 1.001193 --png slip.png
  kioskctl print checklist 1.001193 1.000894 --copies 5 --to tcp://192.168.1.20:9100
  kioskctl print life-event sinh-con --large --png slip.png
  kioskctl print appointment --example > appointment.json
  kioskctl print appointment --data appointment.json --to virtual:
  kioskctl print test-page --profile epson-tm-t82 --to tcp://192.168.1.20:9100`,
  );
}
