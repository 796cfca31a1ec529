/** The text of every statement that walks lists, for one profile: selections, filters, counts, groups to browse by. */
import type { ListFilters, ListSelection } from '../../contract/browse.ts';
import type { CatalogueProfile } from '../../contract/kiosk.ts';

export const rowColumns = 'code, name, short_title, english, field, served_at, online_service, province';

const profileConditions: Readonly<Record<CatalogueProfile, string>> = {
  ward: 'in_ward = 1',
  xa: 'in_xa = 1',
  all: '1',
};

/** Which rows of the table `procedure` a selection takes (`@key` is its value), and in which order they are read. */
const selections: Readonly<Record<ListSelection['kind'], { readonly where: string; readonly order: string }>> = {
  tile: { where: 'tile = @key', order: 'position' },
  field: { where: 'field = @key', order: 'position' },
  agency: { where: 'served_at = @key', order: 'position' },
  letter: { where: 'letter = @key', order: 'alphabet' },
  elsewhere: { where: 'tile IS NULL', order: 'position' },
  all: { where: '1', order: 'position' },
};

/** What a filter holds rows to, by its name in the contract; a filter that is not asked for is bound as null. */
const meanings: Readonly<Record<keyof ListFilters, string>> = {
  level: 'level = @level',
  field: 'field = @field',
  online: "online_service <> 'none'",
  free: 'free = 1',
  choice: 'has_cases = 1',
};
const filterNames = ['level', 'field', 'online', 'free', 'choice'] as const satisfies (keyof ListFilters)[];

/** All filters in force but one. */
function filtersBut(left: keyof ListFilters | null): string {
  return filterNames
    .filter((name) => name !== left)
    .map((name) => `(@${name} IS NULL OR ${meanings[name]})`)
    .join(' AND ');
}

const countColumns = [
  'count(*) AS unfiltered',
  `count(*) FILTER (WHERE ${filtersBut(null)}) AS total`,
  ...(['online', 'free', 'choice'] as const).map(
    (name) => `count(*) FILTER (WHERE ${meanings[name]} AND ${filtersBut(name)}) AS ${name}`,
  ),
  ...(['commune', 'province', 'ministry', 'unknown'] as const).map(
    (level) => `count(*) FILTER (WHERE level = '${level}' AND ${filtersBut('level')}) AS ${level}`,
  ),
  `count(DISTINCT CASE WHEN ${filtersBut('field')} THEN field END) AS fields`,
].join(', ');

/** One page of a selection, its counts, and its fields; rows are walked along the selection's index. */
function selectionQueries(kind: ListSelection['kind'], shown: string) {
  const { where, order } = selections[kind];
  const from = `FROM procedure WHERE ${where} AND ${shown}`;
  return {
    page: `SELECT ${rowColumns} ${from} AND ${filtersBut(null)} ORDER BY ${order} LIMIT @limit OFFSET @offset`,
    counts: `SELECT ${countColumns} ${from}`,
    fields: `SELECT found.field, procedureCount FROM (SELECT field, count(*) AS procedureCount ${from} AND ${filtersBut('field')} GROUP BY field) AS found JOIN field ON field.name = found.field ORDER BY field.position`,
  } as const;
}

/** The list statements of one profile. */
export function listQueries(profile: CatalogueProfile) {
  const shown = profileConditions[profile];
  const of = (kind: ListSelection['kind']) => selectionQueries(kind, shown);
  return {
    selections: {
      tile: of('tile'),
      field: of('field'),
      agency: of('agency'),
      letter: of('letter'),
      elsewhere: of('elsewhere'),
      all: of('all'),
    },
    allCount: `SELECT count(*) FROM procedure WHERE ${shown}`,
    tiles: `SELECT number, title_vi, title_en, icon, (SELECT count(*) FROM procedure WHERE procedure.tile = tile.number AND ${shown}) AS procedureCount FROM tile ORDER BY number`,
    agencies: `SELECT served_at AS agency, count(*) AS procedureCount FROM procedure WHERE ${shown} GROUP BY served_at`,
    letters: `SELECT letter, count(*) AS procedureCount FROM procedure WHERE ${shown} GROUP BY letter`,
    shownRow: `SELECT ${rowColumns} FROM procedure WHERE code = ? AND ${shown}`,
    related: `SELECT relation, ${rowColumns} FROM related JOIN procedure ON procedure.position = other WHERE related.position = (SELECT position FROM procedure WHERE code = ?) AND ${shown} ORDER BY relation, rank`,
  } as const;
}
