/** The order in which the procedures of one letter are read: a citizen looks one up as in a dictionary. */
import { nameFromLetter } from '../../../contract/index-letter.ts';
import type { ListedProcedure } from './listed-procedure.ts';

/**
 * For each procedure its rank from 1 upwards, by the short title from its first letter on; other provinces' rules come after
 * the national ones. Total: ties end at the code.
 */
export function alphabeticalRanks(
  procedures: readonly Pick<ListedProcedure, 'code' | 'name' | 'shortTitle' | 'province'>[],
): number[] {
  const alphabet = new Intl.Collator('vi', { numeric: true });
  const order = procedures
    .map(({ code, name, shortTitle, province }, index) => {
      return { index, code, name, isLocal: province !== null, title: nameFromLetter(shortTitle) };
    })
    .sort(
      (first, second) =>
        Number(first.isLocal) - Number(second.isLocal) ||
        alphabet.compare(first.title, second.title) ||
        alphabet.compare(first.name, second.name) ||
        (first.code < second.code ? -1 : 1),
    );
  const ranks = Array.from<number>({ length: procedures.length });
  for (const [rank, { index }] of order.entries()) {
    ranks[index] = rank + 1;
  }
  return ranks;
}
