/** `data/search/aliases.tsv`: citizens' words for procedures beyond the bundled set (docs/search.md). */
import { KioskError } from '../../../contract/error.ts';
import { procedureCodeSchema } from '../../../contract/procedure.ts';
import { cleanLine } from './clean-text.ts';

/** Tab-separated with a heading line: code, aliases divided by ` | `. Errors: `source-unreadable` with the line. */
export function parseAliases(text: string): Map<string, readonly string[]> {
  const lines = text.split('\n').slice(1);
  return new Map(
    lines.flatMap((line, index) => {
      if (line.trim() === '') return [];
      const [code = '', aliases = ''] = line.split('\t').map(cleanLine);
      if (!procedureCodeSchema.safeParse(code).success) {
        throw new KioskError('source-unreadable', `aliases, line ${index + 2}: a code is expected first`);
      }
      const words = aliases.split('|').map(cleanLine);
      return [[code, words.filter((alias) => alias !== '')] as const];
    }),
  );
}
