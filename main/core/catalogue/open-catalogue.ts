/** Opens a built catalogue read-only, after checking that it is whole; nothing here ever writes to it. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { type CatalogueProfile, catalogueProfiles } from '../../contract/kiosk.ts';
import type { Procedure } from '../../contract/procedure.ts';
import type { Catalogue } from './catalogue.ts';
import { catalogueFileName, searchIndexFileName, snapshotFileName } from './catalogue-files.ts';
import type { CatalogueMeta } from './catalogue-meta.ts';
import { schemaVersion } from './catalogue-schema.ts';
import { type CatalogueStatements, prepareStatements } from './catalogue-statements.ts';
import { openCheckedDatabase } from './check-catalogue.ts';
import { laySheets } from './import/lay-sheets.ts';
import { listRelated } from './list-related.ts';
import { listAgencies, listFields, listLetters, listRows, procedureRow } from './list-rows.ts';
import {
  storedAliases,
  storedHolidayYear,
  storedLifeEvent,
  storedNotice,
  storedOfficialText,
  storedProcedure,
  storedSiteContent,
} from './stored-json.ts';

/**
 * `profile` narrows what lists and counts show (default: what the catalogue was built with; a wider one has no effect).
 * Errors: `catalogue-missing`, `catalogue-foreign`, `catalogue-version`, `catalogue-damaged`.
 */
export function openCatalogue(folder: string, options: { readonly profile?: CatalogueProfile } = {}): Catalogue {
  const { database, meta } = openCheckedDatabase(folder);
  const indexPath = join(folder, searchIndexFileName);
  try {
    const profile = narrower(meta.profile, options.profile ?? meta.profile);
    const statements = prepareStatements(database, profile);
    return {
      ...reader(statements),
      summary: () => {
        const procedureCount = statements.allCount.get() ?? 0;
        return { version: meta.version, dataDate: meta.dataDate, profile, procedureCount, number: meta.number };
      },
      origin: () => ({
        number: meta.number,
        rowsSha256: meta.rowsSha256,
        builtProfile: meta.profile,
        procedureCount: meta.procedureCount,
        sources: meta.sources,
        levels: meta.levels,
        overlayOffice: meta.overlayOffice,
        province: meta.province,
        schemaVersion,
        databaseBytes: statSync(join(folder, catalogueFileName)).size,
        searchIndexBytes: statSync(indexPath, { throwIfNoEntry: false })?.size ?? 0,
        snapshotBytes: statSync(join(folder, snapshotFileName), { throwIfNoEntry: false })?.size ?? 0,
      }),
      searchIndex: () => readSearchIndex(indexPath, meta),
      searchWords: () => {
        const body = statements.searchWords.get();
        return body === undefined ? null : (JSON.parse(body) as unknown);
      },
      close: () => database.close(),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function reader(
  statements: CatalogueStatements,
): Omit<Catalogue, 'summary' | 'origin' | 'searchIndex' | 'searchWords' | 'close'> {
  return {
    procedure: (code) => mapped(statements.procedure.get(code), storedProcedure),
    procedures: () => eachProcedure(statements),
    official: (code) =>
      mapped(statements.official.get(code), (packed) => storedOfficialText(inflateRawSync(packed).toString('utf8'))),
    rows: (of, page) => listRows(statements, of, page),
    rowsByCodes: (codes) => codes.map((code) => mapped(statements.row.get(code), procedureRow)),
    aliases: (code) => mapped(statements.aliases.get(code), storedAliases) ?? [],
    fields: (of = { kind: 'all' }, filters = {}) => listFields(statements, of, filters),
    agencies: () => listAgencies(statements),
    letters: () => listLetters(statements),
    related: (code) => listRelated(statements, code, statements.lifeEvents.all().map(storedLifeEvent)),
    tiles: () =>
      statements.tiles.all().map(({ number, title_vi: vi, title_en: en, icon, procedureCount }) => {
        return { number, title: { vi, en }, icon, procedureCount };
      }),
    lifeEvents: () => statements.lifeEvents.all().map(storedLifeEvent),
    holidays: () => statements.holidays.all().map(storedHolidayYear),
    notices: () => statements.notices.all().map(storedNotice),
    siteContent: () => storedSiteContent(statements.siteContent.get() ?? nothingSaid),
    lifeEvent: (id) => mapped(statements.lifeEvent.get(id), storedLifeEvent),
  };
}

const nothingSaid = JSON.stringify(laySheets(null, null).siteContent);

function mapped<From, To>(value: From | null | undefined, map: (value: From) => To): To | null {
  return value === null || value === undefined ? null : map(value);
}

function* eachProcedure(statements: CatalogueStatements): Generator<Procedure, void, undefined> {
  for (const text of statements.everyProcedure.iterate()) {
    yield storedProcedure(text);
  }
}

/** A missing or foreign index costs a rebuild, never the catalogue. */
function readSearchIndex(path: string, meta: CatalogueMeta): Uint8Array | null {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    return null;
  }
  return createHash('sha256').update(bytes).digest('hex') === meta.searchIndexSha256 ? bytes : null;
}

function narrower(first: CatalogueProfile, second: CatalogueProfile): CatalogueProfile {
  return catalogueProfiles.indexOf(first) < catalogueProfiles.indexOf(second) ? first : second;
}
