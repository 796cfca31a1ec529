/** `kioskctl release rollback`: back to the release this kiosk showed before. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { KioskError } from '../contract/error.ts';
import type { UpdateOutcome } from '../contract/updates.ts';
import { askStaff } from './ask-staff.ts';
import type { CliContext } from './cli-context.ts';
import { createDataFolderOption, type DataFolderOption } from './data-folder-option.ts';

export function createReleaseRollbackCommand(context: CliContext): Command {
  return new Command('rollback')
    .description('show the former release again on this kiosk')
    .addOption(createDataFolderOption(context))
    .addHelpText(
      'after',
      `
The release that is left behind, and every lower one, is refused by this kiosk until a higher one is published. For all
kiosks of a city use "kioskctl release withdraw" instead. A running kiosk changes as soon as no citizen stands before it;
where none runs, its data folder is changed itself.

Examples:
  kioskctl release rollback
  kioskctl release rollback --data-dir /var/lib/kiosk/procedure-kiosk`,
    )
    .action(async (options: DataFolderOption) => {
      const dataFolder = resolve(options.dataDir);
      const outcome = await askStaff('updates.rollBack', {}, { dataFolder, logger: context.logger });
      await context.print(`${textOf(outcome)}\n`);
    });
}

function textOf(outcome: UpdateOutcome): string {
  switch (outcome.kind) {
    case 'committed':
      return `The kiosk shows ${named(outcome.number)} again.`;
    case 'waiting':
      return `A citizen stands before the kiosk; it shows ${named(outcome.number)} as soon as they have left.`;
    case 'current':
      return `The kiosk shows ${named(outcome.number)} already.`;
    case 'busy':
      throw new KioskError('unavailable', 'An update is on its way on this kiosk; try again in a moment.');
    case 'failed':
      break;
  }
  throw new KioskError('unavailable', `The former release cannot be shown: ${outcome.detail}`);
}

function named(number: number): string {
  return number === 0 ? 'the catalogue that came with the software' : `release ${number}`;
}
