/** Turns stored rows into the contract's, one selection at a time. */
import type { Result } from '../../contract/methods.ts';
import type { ProcedureRow } from '../../contract/procedure.ts';
import type { RowSelection } from './catalogue.ts';
import type { CatalogueStatements, StoredRow } from './catalogue-statements.ts';

export interface RowPage {
  readonly offset: number;
  readonly limit: number;
}

/** One page of the selection in reading order, and how many rows it has in all. */
export function listRows(
  statements: CatalogueStatements,
  of: RowSelection,
  { offset, limit }: RowPage,
): Result<'catalogue.list'> {
  const page = { offset, limit };
  if (of.kind === 'tile') {
    const tile = of.number;
    return listed(statements.tilePage.all({ tile, ...page }), statements.tileCount.get({ tile }));
  }
  if (of.kind === 'field') {
    const { field } = of;
    return listed(statements.fieldPage.all({ field, ...page }), statements.fieldCount.get({ field }));
  }
  return of.kind === 'elsewhere'
    ? listed(statements.elsewherePage.all(page), statements.elsewhereCount.get())
    : listed(statements.allPage.all(page), statements.allCount.get());
}

function listed(rows: readonly StoredRow[], total: number | undefined): Result<'catalogue.list'> {
  return { rows: rows.map(procedureRow), total: total ?? 0 };
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
