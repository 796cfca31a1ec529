/** The day of which the catalogue may say "dữ liệu cập nhật đến ngày …": never a later one than is sure. */
import { basename } from 'node:path';

export interface DatedSources {
  /** Paths of the national exports. */
  readonly exportPaths: readonly string[];
  /** When the facts of the hand-written entries were published, YYYY-MM-DD. */
  readonly factsDates: readonly string[];
}

/**
 * The oldest date in the exports' names (`…-2026-07.jsonl.gz` is its first day, `…-2026-07-14.jsonl` the day itself); without an
 * export the oldest date of an entry's facts. Null where neither tells.
 */
export function dataDateOf({ exportPaths, factsDates }: DatedSources): string | null {
  if (exportPaths.length === 0) {
    return [...factsDates].sort()[0] ?? null;
  }
  const dates = exportPaths.map((path) => dateInName(basename(path)));
  const known = dates.filter((date) => date !== null).sort();
  return known.length < dates.length ? null : (known[0] ?? null);
}

function dateInName(name: string): string | null {
  const [, year, month, day = '01'] = /(?<!\d)(20\d\d)-(\d\d)(?:-(\d\d))?(?!\d)/.exec(name) ?? [];
  const date = `${year}-${month}-${day}`;
  // A month or day that does not exist moves to another one or is no date at all.
  const parsed = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date ? null : date;
}
