/** `kioskctl staff set-pin`: chooses the PIN that opens the staff screen of a kiosk. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { staffSocketPath } from '../adapters/staff-door/staff-socket-path.ts';
import { KioskError } from '../contract/error.ts';
import { journalFileName } from '../core/journal/journal-database.ts';
import { missingJournal } from '../core/journal/open-journal.ts';
import { pinFileName, writePinFile } from '../core/staff/pin-file.ts';
import { hashPin } from '../core/staff/pin-hash.ts';
import { pinFault } from '../core/staff/pin-rules.ts';
import { askStaff, requireFolder } from './ask-staff.ts';
import type { CliContext } from './cli-context.ts';
import { createDataFolderOption, type DataFolderOption } from './data-folder-option.ts';
import { isTerminal, openUnseenInput, readLine } from './read-secret.ts';

interface Options extends DataFolderOption {
  readonly stdin?: true;
}

export function createStaffSetPinCommand(context: CliContext): Command {
  return new Command('set-pin')
    .description('set the PIN of 6 to 12 digits that opens the staff screen')
    .addOption(createDataFolderOption(context))
    .option('--stdin', 'read the PIN from standard input, one line, instead of asking twice')
    .addHelpText(
      'after',
      `
The PIN is asked for without being shown and never stands on the command line. Only its scrypt hash is kept, in
${pinFileName} in the data folder, for the kiosk's user alone. It holds at once, whether the kiosk runs or not: a staff
session that is open ends, wrong tries and the pause after them are forgotten.`,
    )
    .action(async (options: Options, command: Command) => {
      const dataFolder = resolve(options.dataDir);
      requireKiosk(dataFolder);
      const pin = await readPin(context, options.stdin === true, command);
      const fault = pinFault(pin);
      if (fault !== null) {
        throw new KioskError('invalid-request', `${fault}; nothing was changed.`);
      }
      writePinFile(dataFolder, await hashPin(pin));
      await context.print(`The PIN of the staff screen is set (${join(dataFolder, pinFileName)}).\n`);
      await tellKiosk(dataFolder, context);
    });
}

/** So that a mistyped folder does not get a PIN, and the kiosk none. */
function requireKiosk(dataFolder: string): void {
  requireFolder(dataFolder);
  if (!existsSync(join(dataFolder, journalFileName)) && !existsSync(staffSocketPath(dataFolder))) {
    throw missingJournal(dataFolder);
  }
}

async function readPin(context: CliContext, isGiven: boolean, command: Command): Promise<string> {
  const { input } = context;
  if (isGiven) {
    return readLine(input);
  }
  if (!isTerminal(input)) {
    command.error('error: standard input is no terminal; give the PIN there with --stdin');
  }
  const unseen = openUnseenInput(input, context);
  try {
    const pin = await unseen.ask('New PIN (6 to 12 digits, not shown): ');
    // What will not do anyway is not asked for twice.
    if (pinFault(pin) === null && (await unseen.ask('The same once more: ')) !== pin) {
      throw new KioskError('invalid-request', 'The two are not the same; nothing was changed.');
    }
    return pin;
  } finally {
    unseen.close();
  }
}

/** The PIN holds all the same where this fails. */
async function tellKiosk(dataFolder: string, context: CliContext): Promise<void> {
  try {
    await askStaff('staff.pinChanged', {}, { dataFolder, logger: context.logger });
  } catch (error) {
    if (!(error instanceof KioskError)) {
      throw error;
    }
    context.notice(`kioskctl: The PIN holds, but the audit trail does not tell of it: ${error.message}\n`);
  }
}
