/** `kioskctl staff audit`: what staff did, at the kiosk's screen and at its terminal. */
import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { AuditEntry } from '../contract/staff-methods.ts';
import { officeMoment } from '../core/office-date.ts';
import { askStaff } from './ask-staff.ts';
import type { CliContext } from './cli-context.ts';
import { createDataFolderOption, type DataFolderOption } from './data-folder-option.ts';
import { columnsOf } from './text-layout.ts';

interface Options extends DataFolderOption {
  readonly limit: number;
  readonly json?: true;
}

const usualLimit = 30;
const mostEntries = 200;

export function createStaffAuditCommand(context: CliContext): Command {
  return new Command('audit')
    .description('list what staff did, the newest first')
    .addOption(createDataFolderOption(context))
    .option('--limit <n>', `most entries to show, 1 to ${mostEntries}`, parseLimit, usualLimit)
    .option('--json', 'print [{"number", "atMs", "origin", "action", "outcome"}], atMs as UTC epoch')
    .addHelpText(
      'after',
      `
Times are those of the office (UTC+7). "screen" is the kiosk's own screen, "terminal" is kioskctl. The journal keeps the
last 5,000 entries. No PIN stands there, and nothing about citizens.`,
    )
    .action(async (options: Options) => {
      const { limit } = options;
      const dataFolder = resolve(options.dataDir);
      const entries = await askStaff('audit.recent', { limit }, { dataFolder, logger: context.logger });
      await context.print(options.json === true ? `${JSON.stringify(entries, null, 2)}\n` : textOf(entries));
    });
}

function textOf(entries: readonly AuditEntry[]): string {
  if (entries.length === 0) {
    return 'Staff have done nothing yet that is written down.\n';
  }
  const rows = entries.map(({ number, atMs, origin, action, outcome }) => {
    return [String(number), officeMoment(atMs), origin, action, outcome];
  });
  return `${columnsOf([['Number', 'Time', 'Where', 'Action', 'Outcome'], ...rows]).join('\n')}\n`;
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (!/^\d+$/u.test(text) || limit < 1 || limit > mostEntries) {
    throw new InvalidArgumentError(`A whole number from 1 to ${mostEntries} is expected.`);
  }
  return limit;
}
