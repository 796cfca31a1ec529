/** The options of `kioskctl printer …` and whom they lead to: the running kiosk, or the printer itself where nobody has it. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { createPrinterTransport } from '../adapters/printing/create-printer-transport.ts';
import { KioskError } from '../contract/error.ts';
import { readConfiguration } from '../core/configuration/read-configuration.ts';
import type { SiteConfiguration } from '../core/configuration/site-configuration.ts';
import { lockDataFolder } from '../core/data-folder-lock.ts';
import { journalFileName } from '../core/journal/journal-database.ts';
import { openExistingJournal } from '../core/journal/open-journal.ts';
import { createPrintLedger } from '../core/journal/print-jobs.ts';
import { type PrinterProfileName, printerProfileNames, resolveProfile } from '../core/printer-profile.ts';
import { parsePrinterTarget } from '../core/printing/device/printer-target.ts';
import type { CliContext } from './cli-context.ts';
import { createDataFolderOption, type DataFolderOption } from './data-folder-option.ts';
import type { PrinterAtHand } from './with-printer-line.ts';

export interface PrinterOptions extends DataFolderOption {
  readonly to?: string;
  readonly profile?: PrinterProfileName;
  readonly config: string;
  readonly json?: true;
}

/** What is known of a printer that is spoken to directly. */
export interface NamedPrinter extends PrinterAtHand {
  readonly target: string;
  readonly profileName: string;
  readonly configuration: SiteConfiguration;
}

export function addPrinterOptions(command: Command, context: CliContext): Command {
  return command
    .option(
      '--to <target>',
      'a printer that is no kiosk’s: tcp://host:port, usb:/dev/usb/lp0, serial:/dev/ttyS0, virtual:[port]',
    )
    .addOption(
      new Option('--profile <name>', 'what that printer can do (default: as configured)').choices(printerProfileNames),
    )
    .option('--json', 'print one JSON object')
    .addOption(createDataFolderOption(context))
    .addOption(
      new Option('--config <file>', "the site's configuration, for when no kiosk runs").default(
        join(context.projectFolder, 'data', 'site.json'),
        'data/site.json',
      ),
    )
    .addHelpText(
      'after',
      `
Without --to the running kiosk is asked; where none runs, the printer of the configuration.`,
    );
}

/** Asks the running kiosk, or does directly what is to be done where `--to` is given or no kiosk runs. */
export async function askOrDo<T>(
  options: PrinterOptions,
  context: CliContext,
  ways: {
    readonly ask: (dataFolder: string) => Promise<T>;
    readonly directly: (printer: NamedPrinter) => Promise<T>;
  },
): Promise<T> {
  if (options.to !== undefined) {
    return ways.directly(namedPrinter(options, options.to));
  }
  const dataFolder = resolve(options.dataDir);
  try {
    return await ways.ask(dataFolder);
  } catch (error) {
    if (!(error instanceof KioskError) || !['kiosk-not-running', 'journal-missing'].includes(error.code)) {
      throw error;
    }
  }
  return withoutKiosk(options, context, ways.directly);
}

async function withoutKiosk<T>(
  options: PrinterOptions,
  context: CliContext,
  directly: (printer: NamedPrinter) => Promise<T>,
): Promise<T> {
  const configuration = readConfiguration(options.config);
  if (configuration.printer.target === null) {
    throw new KioskError('not-found', `The configuration ${options.config} names no printer.`);
  }
  const printer = namedPrinter(options, configuration.printer.target);
  const dataFolder = resolve(options.dataDir);
  if (!existsSync(join(dataFolder, journalFileName))) {
    return directly(printer);
  }
  // So that no kiosk starts meanwhile, and what a job left is remembered for the next one.
  const lock = lockDataFolder(dataFolder);
  try {
    const journal = openExistingJournal(dataFolder, context.logger);
    try {
      return await directly({ ...printer, leftovers: createPrintLedger(journal) });
    } finally {
      journal.close();
    }
  } finally {
    lock.release();
  }
}

function namedPrinter(options: PrinterOptions, target: string): NamedPrinter {
  const transport = createPrinterTransport(parsePrinterTarget(target));
  const configuration = readConfiguration(options.config);
  const chosen = options.profile ?? configuration.printer.profile;
  return {
    target,
    transport,
    configuration,
    profile: resolveProfile(chosen),
    profileName: typeof chosen === 'string' ? chosen : 'custom',
  };
}
