/** What the rules say of fields and procedures that decides in which profile a procedure stands; it travels with the catalogue. */
import type { ImportRules } from './import-rules.ts';

export interface Placing {
  /** Procedures known to be asked for most. */
  readonly askedFor: ReadonlySet<string>;
  /** Fields that stand on no page of the ward, in the search alone. */
  readonly searchOnlyFields: ReadonlySet<string>;
  /** Fields whose work is for enterprises too. */
  readonly businessFields: ReadonlySet<string>;
}

/** The tile "Buôn bán, làm ăn". */
const businessTile = 11;

export function placingOf({ bundled, fieldTiles }: Pick<ImportRules, 'bundled' | 'fieldTiles'>): Placing {
  const fieldsOn = (wanted: unknown) =>
    new Set([...fieldTiles].filter(([, tile]) => tile === wanted).map(([field]) => field));
  return {
    askedFor: new Set(bundled.keys()),
    searchOnlyFields: fieldsOn('search-only'),
    businessFields: fieldsOn(businessTile),
  };
}
