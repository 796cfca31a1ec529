/** The order in which lists are read; there are no visitor numbers yet, so what is known to be asked for stands first. */
import type { ListedProcedure } from './listed-procedure.ts';

/**
 * Pinned by the office, then what people ask for most (written by hand, or in the bundled set), then done here,
 * then national, then in Vietnamese alphabetical order of the short title. Total: ties end at
 * the code.
 */
export function inReadingOrder(procedures: readonly ListedProcedure[]): ListedProcedure[] {
  const alphabet = new Intl.Collator('vi', { numeric: true });
  return [...procedures].sort(
    (first, second) =>
      Number(second.pinned) - Number(first.pinned) ||
      Number(isAskedFor(second)) - Number(isAskedFor(first)) ||
      Number(second.servedAt === 'here') - Number(first.servedAt === 'here') ||
      Number(first.province !== null) - Number(second.province !== null) ||
      alphabet.compare(first.shortTitle, second.shortTitle) ||
      alphabet.compare(first.name, second.name) ||
      (first.code < second.code ? -1 : 1),
  );
}

function isAskedFor({ handWritten, isBundled }: ListedProcedure): boolean {
  return handWritten !== null || isBundled;
}
