/** The options every `kioskctl print` command has, in one place: where a slip goes, on which paper, in which print and words. */
import { join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../../contract/kiosk.ts';
import { type PrinterProfileName, printerProfileNames } from '../../core/printer-profile.ts';
import type { CliContext } from '../cli-context.ts';

export interface SlipOptions {
  readonly to?: string;
  readonly png?: string;
  readonly profile?: PrinterProfileName;
  readonly width?: string;
  readonly large?: true;
  readonly language: Language;
  readonly copies: number;
  readonly config: string;
}

const mostCopies = 20;

/** Adds them to a command; returns it. */
export function addSlipOptions(command: Command, context: CliContext): Command {
  return command
    .option('--to <target>', 'tcp://host:port, usb:/dev/usb/lp0, serial:/dev/ttyS0, virtual:[port] or file:path')
    .option('--png <file>', 'also write the slip as a picture; several slips are numbered: slip-1.png, slip-2.png …')
    .addOption(new Option('--copies <n>', `so many of each, 1 to ${mostCopies}`).argParser(parseCopies).default(1, '1'))
    .option('--large', 'large print: every letter half as large again')
    .addOption(new Option('--language <code>', 'language of the words').choices(['vi', 'en']).default('vi'))
    .addOption(new Option('--width <dots>', '576 for 80 mm paper, 384 for 58 mm').choices(['576', '384']))
    .addOption(
      new Option('--profile <name>', 'what the printer can do (default: as configured)').choices(printerProfileNames),
    )
    .addOption(
      new Option('--config <file>', "the site's configuration: office, places, printer").default(
        join(context.projectFolder, 'data', 'site.json'),
        'data/site.json',
      ),
    );
}

function parseCopies(text: string): number {
  const copies = /^\d{1,2}$/u.test(text) ? Number(text) : 0;
  if (copies < 1 || copies > mostCopies) {
    throw new InvalidArgumentError(`A number from 1 to ${mostCopies} is expected.`);
  }
  return copies;
}
