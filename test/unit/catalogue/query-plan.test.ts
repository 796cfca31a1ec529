/** The lists a citizen scrolls walk along an index: SQLite says so itself. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { catalogueProfiles } from '../../../main/contract/kiosk.ts';
import { lookupQueries } from '../../../main/core/catalogue/catalogue-statements.ts';
import { listQueries } from '../../../main/core/catalogue/list-queries.ts';
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

  const walks = {
    tile: 'SEARCH procedure USING INDEX procedure_by_tile (tile=?)',
    elsewhere: 'SEARCH procedure USING INDEX procedure_by_tile (tile=?)',
    field: 'SEARCH procedure USING INDEX procedure_by_field (field=?)',
    agency: 'SEARCH procedure USING INDEX procedure_by_place (served_at=?)',
    letter: 'SEARCH procedure USING INDEX procedure_by_letter (letter=?)',
    // A page of all rows is read in its stored order.
    all: 'SCAN procedure',
  } as const;

  it.each(Object.entries(walks))('a page of the selection %s walks along its index, without sorting', (kind, walk) => {
    expect(planOf(queries.selections[kind as keyof typeof walks].page)).toBe(walk);
  });

  it.each(Object.entries(walks))('the counts of the selection %s take one walk for all filters', (kind, walk) => {
    const plan = planOf(queries.selections[kind as keyof typeof walks].counts);
    expect(plan.split('; ')).toContain(walk);
    expect(plan.match(/procedure/g)).toHaveLength(walk.match(/procedure/g)?.length ?? 0);
  });

  it.each(Object.entries(walks))('the fields of the selection %s look at nothing else', (kind, walk) => {
    const plan = planOf(queries.selections[kind as keyof typeof walks].fields);
    expect(plan).toContain(kind === 'all' ? 'SCAN procedure USING INDEX procedure_by_field' : walk);
    expect(plan).toContain('SEARCH field USING');
  });

  it('related procedures go straight to what the builder found', () => {
    const plan = planOf(queries.related);
    expect(plan).toContain('SEARCH related USING PRIMARY KEY (position=?)');
    expect(plan).toContain('SEARCH procedure USING INTEGER PRIMARY KEY (rowid=?)');
    expect(plan).not.toContain('SCAN procedure');
  });

  it('a row of the profile is found by its code', () => {
    expect(planOf(queries.shownRow)).toBe('SEARCH procedure USING INDEX sqlite_autoindex_procedure_2 (code=?)');
  });
});

describe('looking one up', () => {
  it.each(['row', 'aliases', 'procedure', 'official'] as const)('%s goes straight to the code', (name) => {
    const plan = planOf(lookupQueries[name]);
    expect(plan).toContain('SEARCH procedure USING INDEX sqlite_autoindex_procedure_2 (code=?)');
    expect(plan).not.toContain('SCAN');
  });
});
