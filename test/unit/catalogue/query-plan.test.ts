/** The lists a citizen scrolls walk along an index: SQLite says so itself. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { catalogueProfiles } from '../../../main/contract/kiosk.ts';
import { listQueries, lookupQueries } from '../../../main/core/catalogue/catalogue-statements.ts';
import { makeProcedure } from '../../fakes/make-procedure.ts';
import { writeCatalogue } from './write-catalogue.ts';

function planOf(sql: string): string {
  const folder = writeCatalogue({ procedures: [{ procedure: makeProcedure({ code: '1.000001' }) }] });
  const database = new Database(join(folder, 'catalogue.db'), { readonly: true });
  onTestFinished(() => {
    database.close();
  });
  // A plan is the same for any value, so named and positional parameters may stand as null.
  const text = sql.replace(/@\w+|\?/g, 'NULL');
  return database
    .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
    .all()
    .map(({ detail }) => detail)
    .join('; ');
}

describe.each(catalogueProfiles)('the lists of the profile %s', (profile) => {
  const queries = listQueries(profile);

  it.each(['tilePage', 'tileCount', 'elsewherePage', 'elsewhereCount'] as const)('%s walks along the tile', (name) => {
    expect(planOf(queries[name])).toMatch(/^SEARCH procedure USING (COVERING )?INDEX procedure_by_tile \(tile=\?\)$/);
  });

  it.each(['fieldPage', 'fieldCount'] as const)('%s walks along the field', (name) => {
    expect(planOf(queries[name])).toMatch(/^SEARCH procedure USING (COVERING )?INDEX procedure_by_field \(field=\?\)$/);
  });

  it('reads a page of all rows in their stored order, without sorting', () => {
    expect(planOf(queries.allPage)).toBe('SCAN procedure');
  });
});

describe('looking one up', () => {
  it.each(['row', 'aliases', 'procedure', 'official'] as const)('%s goes straight to the code', (name) => {
    const plan = planOf(lookupQueries[name]);
    expect(plan).toContain('SEARCH procedure USING INDEX sqlite_autoindex_procedure_2 (code=?)');
    expect(plan).not.toContain('SCAN');
  });
});
