/**
 * An independent checker of what came out: it reads the journal with SQL of its own, knows nothing of the code that wrote it, and
 * holds it against the paper and against what was told.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';

export interface PrintedPiece {
  /** The jobs whose codes stand on it. */
  readonly jobs: readonly number[];
  readonly heightDots: number;
}

export interface PrintOutcomes {
  readonly faults: readonly string[];
  /** "state reason" and how many. */
  readonly counts: ReadonlyMap<string, number>;
}

/** `told`: every number that was answered. Slips are all of a height. */
export function findPrintFaults(
  folder: string,
  told: readonly number[],
  pieces: readonly PrintedPiece[],
): PrintOutcomes {
  const database = new Database(join(folder, 'journal.db'), { readonly: true });
  const rows = database
    .prepare<[], { number: number; state: string; reason: string | null }>(
      'SELECT number, state, reason FROM print_job',
    )
    .all();
  database.close();
  const wholeDots =
    Math.max(0, ...pieces.filter(({ jobs }) => jobs.length === 1).map(({ heightDots }) => heightDots)) - 40;
  const came = (job: number): readonly PrintedPiece[] => pieces.filter(({ jobs }) => jobs.includes(job));
  const written = new Set(rows.map(({ number }) => number));
  const counts = new Map<string, number>();
  for (const { state, reason } of rows) {
    const outcome = reason === null ? state : `${state} ${reason}`;
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return {
    counts,
    faults: [
      ...told.filter((job) => !written.has(job)).map((job) => `told and not written: ${job}`),
      ...pieces.filter(({ jobs }) => jobs.length > 1).map(({ jobs }) => `on one piece: ${jobs.join()}`),
      ...rows.flatMap(({ number, state }) => {
        const slips = came(number);
        const isWhole = slips.some(({ heightDots }) => heightDots >= wholeDots);
        return [
          ...(slips.length > 1 ? [`came out twice: ${number} (${state})`] : []),
          ...(state === 'printed' && !isWhole ? [`never came out: ${number} (${state})`] : []),
          ...(state === 'failed' && slips.length > 0 ? [`came out: ${number} (${state})`] : []),
          ...(['printed', 'failed', 'unknown'].includes(state) ? [] : [`not over: ${number} (${state})`]),
        ];
      }),
      ...pieces
        .flatMap(({ jobs }) => jobs)
        .filter((job) => !written.has(job))
        .map((job) => `came out and is not written: ${job}`),
    ],
  };
}
