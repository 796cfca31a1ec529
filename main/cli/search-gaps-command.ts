/** `kioskctl search gaps`: what citizens asked for in vain, counted over many, for whoever writes aliases and entries. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import type { SearchGap } from '../contract/staff-methods.ts';
import { askStaff } from './ask-staff.ts';
import type { CliContext } from './cli-context.ts';
import { createDataFolderOption, type DataFolderOption } from './data-folder-option.ts';
import { columnsOf } from './text-layout.ts';

interface Options extends DataFolderOption {
  readonly json?: true;
}

const kindWords: Readonly<Record<SearchGap['kind'], string>> = {
  'no-result': 'nothing found',
  'no-choice': 'nothing chosen',
};

export function createSearchGapsCommand(context: CliContext): Command {
  return new Command('gaps')
    .description('list what was searched for in vain on 5 different sessions or more, most asked first')
    .addOption(createDataFolderOption(context))
    .option('--json', 'print [{"words", "kind", "sessions", "firstDay", "lastDay"}]')
    .addHelpText(
      'after',
      `
Words stand without accents, as they are counted. "nothing found": no procedure matched; "nothing chosen": some did and
none was opened. Words asked on fewer sessions, and whatever could be personal, are never written down.
To search for the word itself, write more of the question: kioskctl search "gaps …".`,
    )
    .action(async (options: Options) => {
      const dataFolder = resolve(options.dataDir);
      const gaps = await askStaff('search.gaps', {}, { dataFolder, logger: context.logger });
      await context.print(options.json === true ? `${JSON.stringify(gaps, null, 2)}\n` : textOf(gaps));
    });
}

function textOf(gaps: readonly SearchGap[]): string {
  if (gaps.length === 0) {
    return 'No gaps: nothing was searched for in vain on 5 different sessions yet.\n';
  }
  const rows = gaps.map(({ words, kind, sessions, firstDay, lastDay }) => {
    return [String(sessions), firstDay, lastDay, kindWords[kind], words];
  });
  return `${columnsOf([['Sessions', 'First', 'Last', 'Outcome', 'Words'], ...rows]).join('\n')}\n`;
}
