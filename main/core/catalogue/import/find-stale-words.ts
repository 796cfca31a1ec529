/** Words of the source that name what no longer exists; marked on the screen, listed for staff (docs/catalogue.md §3). */
import type { Procedure } from '../../../contract/procedure.ts';
import type { ImportRules } from './import-rules.ts';

/** Each stale word once, in the order of the list in `data/rules/stale-words.json`. `text` is compared without case. */
export function findStaleWords(text: string, rules: ImportRules): Procedure['staleWords'] {
  return rules.staleWords.filter(({ pattern }) => pattern.test(text)).map(({ word, meaning }) => ({ word, meaning }));
}
