/** On which home tile a procedure stands, from `data/field-tiles.tsv`; civil status is spread over tiles 2–5 by name. */
import type { Place } from '../../../contract/procedure.ts';
import { foldCase } from './fold-text.ts';
import type { ImportRules } from './import-rules.ts';
import { nearbyPlaces } from './nearby-places.ts';

/** What the table says of a field: a tile, the split by name, a place under "Việc khác", or nothing on the home page. */
export type FieldTile = number | 'civil-status' | 'elsewhere' | 'search-only';

/** 1–12, or null: under "Việc khác", in the search only, or a field the table does not know. */
export function findTile(
  facts: { readonly field: string; readonly name: string; readonly servedAt: Place },
  rules: ImportRules,
): number | null {
  const tile = rules.fieldTiles.get(facts.field);
  if (tile === undefined || !nearbyPlaces.has(facts.servedAt)) return null;
  if (typeof tile === 'number') return tile;
  if (tile !== 'civil-status') return null;
  const name = foldCase(facts.name);
  return rules.civilStatusTiles.find(({ pattern }) => pattern.test(name))?.tile ?? null;
}
