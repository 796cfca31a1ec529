/** Turns stored rows and counts into the contract's, one selection at a time. */
import type { ListFilters, ListSelection } from '../../contract/browse.ts';
import { indexLetters } from '../../contract/index-letter.ts';
import type { Result } from '../../contract/methods.ts';
import { type ProcedureRow, places } from '../../contract/procedure.ts';
import { type CatalogueStatements, listParameters, type StoredRow } from './catalogue-statements.ts';

export interface ListPage {
  readonly filters?: ListFilters | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** One page of the selection, how many rows it has in all, and how many each further filter would leave. */
export function listRows(
  statements: CatalogueStatements,
  of: ListSelection,
  { filters = {}, offset, limit }: ListPage,
): Result<'catalogue.list'> {
  const selection = statements.selections[of.kind];
  const parameters = listParameters(of, filters);
  const rows = selection.page.all({ ...parameters, offset, limit });
  const counted = selection.counts.get(parameters);
  if (counted === undefined) {
    throw new Error('SQLite gave no row for an aggregate.');
  }
  const { total, commune, province, ministry, unknown, ...counts } = counted;
  return {
    rows: rows.map(procedureRow),
    total,
    counts: { ...counts, levels: { commune, province, ministry, unknown } },
  };
}

export function listFields(
  statements: CatalogueStatements,
  of: ListSelection,
  filters: ListFilters,
): Result<'catalogue.fields'> {
  return statements.selections[of.kind].fields.all(listParameters(of, filters));
}

/** In the order of the contract's `places`: the nearest first, what is not known last. */
export function listAgencies(statements: CatalogueStatements): Result<'catalogue.agencies'> {
  return statements.agencies
    .all()
    .sort((first, second) => places.indexOf(first.agency) - places.indexOf(second.agency));
}

export function listLetters(statements: CatalogueStatements): Result<'catalogue.letters'> {
  return statements.letters
    .all()
    .sort((first, second) => indexLetters.indexOf(first.letter) - indexLetters.indexOf(second.letter));
}

export function procedureRow(row: StoredRow): ProcedureRow {
  return {
    code: row.code,
    name: row.name,
    shortTitle: row.short_title,
    english: row.english,
    field: row.field,
    servedAt: row.served_at,
    onlineService: row.online_service,
    province: row.province,
  };
}
