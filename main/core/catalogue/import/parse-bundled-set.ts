/** `data/bundled-set.tsv`: the procedures people ask for most, with aliases in their own words (docs/catalogue.md §8). */
import { KioskError } from '../../../contract/error.ts';
import { procedureCodeSchema } from '../../../contract/procedure.ts';
import { cleanLine } from './clean-text.ts';
import type { BundledProcedure } from './import-rules.ts';

/** Tab-separated with a heading line: code, name, life_event, aliases divided by ` | `. Errors: `source-unreadable` with the line. */
export function parseBundledSet(text: string): BundledProcedure[] {
  return text
    .split('\n')
    .slice(1)
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const [code = '', name = '', lifeEvent = '', aliases = ''] = line.split('\t').map(cleanLine);
      if (!procedureCodeSchema.safeParse(code).success || name === '') {
        throw new KioskError(
          'source-unreadable',
          `bundled set, line ${index + 2}: a code and a name are expected first`,
        );
      }
      return [
        {
          code,
          name,
          lifeEvent,
          aliases: aliases
            .split('|')
            .map(cleanLine)
            .filter((alias) => alias !== ''),
        },
      ];
    });
}
