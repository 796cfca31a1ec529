/** Reads rows that came from outside: every one is checked for its shape and against its key before anything is built from it. */
import { z } from 'zod';
import { type LifeEvent, lifeEventSchema } from '../../../contract/life-event.ts';
import { type Notice, noticeSchema } from '../../../contract/notices.ts';
import { officialTextSchema, type Procedure, procedureSchema } from '../../../contract/procedure.ts';
import { type HolidayYear, holidayYearSchema } from '../../office-calendar/holiday-year.ts';
import { CatalogueMakingError } from '../../releases/catalogue-making-error.ts';
import { type HomeTile, homeTileSchema } from '../home-tiles.ts';
import { type Overlay, overlaySchema } from '../import/overlay.ts';
import type { Placing } from '../import/placing.ts';
import { issuesText } from '../sources/issues-text.ts';
import { type AboutRow, readAbout } from './about-row.ts';
import type { CatalogueRows } from './catalogue-rows.ts';
import { placingOfRow, placingRowSchema } from './placing-row.ts';

/** One procedure as its rows hold it. */
export interface ParsedProcedure {
  readonly procedure: Procedure;
  /** JSON of the contract's `OfficialText`; null without a published record. */
  readonly official: string | null;
}

export interface ParsedRows {
  readonly about: AboutRow;
  readonly placing: Placing;
  readonly procedureCount: number;
  /** One at a time, in the order of the keys: all at once would take hundreds of megabytes. Errors: `wrong-content`. */
  procedures(): Generator<ParsedProcedure, void, undefined>;
  /** In the order of the home page. */
  readonly tiles: readonly HomeTile[];
  /** By tile, then by id. */
  readonly lifeEvents: readonly LifeEvent[];
  readonly holidays: readonly HolidayYear[];
  /** The city's. */
  readonly notices: readonly Notice[];
  /** Any JSON; the search knows its shape. Null where there are none. */
  readonly searchWords: unknown;
  /** The sheet that lies in the rows. */
  readonly overlay: Overlay | null;
}

const singleKinds: ReadonlySet<string> = new Set(['about', 'placing', 'search-words', 'overlay']);
const namedKinds: ReadonlySet<string> = new Set(['procedure', 'official', 'tile', 'life-event', 'holidays', 'notice']);

/** Errors: `CatalogueMakingError` `wrong-content`, naming the row; for procedures only once they are read. */
export function parseRows(rows: CatalogueRows): ParsedRows {
  const keys = checkedKeys(rows);
  const named = <T>(kind: string, schema: z.ZodType<T>, nameOf: (value: T) => string): T[] =>
    (keys.get(kind) ?? []).map((key) => {
      const value = parseRow(rows, key, schema);
      if (key !== `${kind}/${nameOf(value)}`) {
        throw new CatalogueMakingError('wrong-content', `The row ${key} is of ${kind} ${nameOf(value)}.`);
      }
      return value;
    });
  const single = <T>(kind: string, schema: z.ZodType<T>): T | null =>
    rows.has(kind) ? parseRow(rows, kind, schema) : null;
  const codes = keys.get('procedure') ?? [];
  return {
    about: readAbout(rows),
    placing: placingOfRow(
      single('placing', placingRowSchema) ?? { askedFor: [], searchOnlyFields: [], businessFields: [] },
    ),
    procedureCount: codes.length,
    procedures: () => eachProcedure(rows, codes),
    tiles: named('tile', homeTileSchema, ({ number }) => String(number).padStart(2, '0')),
    lifeEvents: named('life-event', lifeEventSchema, ({ id }) => id).sort((first, second) => first.tile - second.tile),
    holidays: named('holidays', holidayYearSchema, ({ year }) => String(year)),
    notices: named('notice', noticeSchema, ({ id }) => id),
    searchWords: single('search-words', z.unknown()),
    overlay: single('overlay', overlaySchema),
  };
}

/** Keys by kind, in order. */
function checkedKeys(rows: CatalogueRows): ReadonlyMap<string, readonly string[]> {
  const keys = Map.groupBy(rows.keys(), (key) => key.split('/', 1)[0] ?? '');
  const unknown = [...rows.keys()].find((key) => {
    const [kind = '', name] = key.split('/');
    return !(name === undefined ? singleKinds : namedKinds).has(kind);
  });
  if (unknown !== undefined) {
    throw new CatalogueMakingError('wrong-content', `The row ${unknown} is of no kind this software knows.`);
  }
  if (!keys.has('procedure')) {
    throw new CatalogueMakingError('wrong-content', 'There is no row of a procedure.');
  }
  const orphan = keys.get('official')?.find((key) => !rows.has(key.replace('official/', 'procedure/')));
  if (orphan !== undefined) {
    throw new CatalogueMakingError('wrong-content', `The row ${orphan} has no procedure.`);
  }
  return keys;
}

function* eachProcedure(rows: CatalogueRows, keys: readonly string[]): Generator<ParsedProcedure, void, undefined> {
  for (const key of keys) {
    const procedure = parseRow(rows, key, procedureSchema);
    const officialKey = `official/${procedure.code}`;
    const official = rows.get(officialKey) ?? null;
    if (key !== `procedure/${procedure.code}` || procedure.hasOfficialText !== (official !== null)) {
      throw new CatalogueMakingError('wrong-content', `The row ${key} does not fit its key or its published text.`);
    }
    if (official !== null && parseRow(rows, officialKey, officialTextSchema).code !== procedure.code) {
      throw new CatalogueMakingError('wrong-content', `The row ${officialKey} is of another procedure.`);
    }
    yield { procedure, official };
  }
}

function parseRow<T>(rows: CatalogueRows, key: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(rows.get(key) ?? '');
  } catch (cause) {
    throw new CatalogueMakingError('wrong-content', `The row ${key} is not JSON.`, { cause });
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const message = `The row ${key} is not as expected: ${issuesText(parsed.error)}`;
    throw new CatalogueMakingError('wrong-content', message, { cause: parsed.error });
  }
  return parsed.data;
}
