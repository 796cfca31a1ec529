/** Arbitrary rows for property tests, and the error a call ends with. */
import fc from 'fast-check';
import { type CatalogueRows, sortedRows } from '../../../../main/core/catalogue/rows/catalogue-rows.ts';
import { CatalogueMakingError } from '../../../../main/core/releases/catalogue-making-error.ts';

export const plenty = { maximumUnpackedBytes: 1_000_000 };

const key = fc.constantFrom(
  'about',
  'life-event/moving',
  'official/1.000001',
  'procedure/1.000001',
  'procedure/1.000002',
  'procedure/2.000001.H29',
  'tile/02',
);

/** Few letters, so that texts have much in common; two of them share one half of their surrogate pairs. */
const text = fc
  .array(fc.constantFrom('a', 'b', 'đ', 'ố', '\t', '𐐀', '𐐁', '𠐀'), { minLength: 1, maxLength: 80 })
  .map((letters) => letters.join(''));

export const someRows: fc.Arbitrary<CatalogueRows> = fc
  .dictionary(key, text, { minKeys: 1, maxKeys: 7 })
  .map((rows) => sortedRows(Object.entries(rows)));

/** The reason of the `CatalogueMakingError`; null where there was none. Other errors come through. */
export function reasonOf(run: () => unknown): string | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof CatalogueMakingError) {
      return error.reason;
    }
    throw error;
  }
}
