/**
 * An independent checker of queue numbers: it reads the journal files with SQL of its own, knows nothing of the code that wrote
 * them, and holds them against what was really told.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** `day number` of each ticket and the range of each gap, by file. */
interface Contents {
  readonly file: string;
  readonly bases: ReadonlyMap<string, number>;
  readonly tickets: readonly { readonly day: string; readonly prefix: string; readonly number: number }[];
  readonly gaps: readonly {
    readonly day: string;
    readonly prefix: string;
    readonly first: number;
    readonly last: number;
  }[];
}

/** `told`: every number a citizen saw, as "2026-07-22 A001", in any order. Answers in words; empty where all is well. */
export function findNumberFaults(folder: string, told: readonly string[]): string[] {
  // Journals that were moved aside whole can still be read, and what they gave counts.
  const files = readdirSync(folder).filter((name) => /^journal\.db(?:\.[a-z]+-\w+(?:-\d+)?)?$/u.test(name));
  const journals = files.map((file) => contentsOf(folder, file));
  const written = journals.flatMap(({ tickets }) =>
    tickets.map(({ day, prefix, number }) => nameOf(day, prefix, number)),
  );
  const writtenOnce = new Set(written);
  return [
    ...repeated(told).map((name) => `told twice: ${name}`),
    ...repeated(written).map((name) => `written twice: ${name}`),
    ...told.filter((name) => !writtenOnce.has(name)).map((name) => `told and not written: ${name}`),
    ...journals.flatMap(holesIn),
  ];
}

function contentsOf(folder: string, file: string): Contents {
  const database = new Database(join(folder, file), { readonly: true });
  try {
    return {
      file,
      bases: new Map(database.prepare<[], [string, number]>('SELECT day, number_base FROM queue_day').raw().all()),
      tickets: database.prepare<[], Contents['tickets'][number]>('SELECT day, prefix, number FROM queue_ticket').all(),
      gaps: database.prepare<[], Contents['gaps'][number]>('SELECT day, prefix, first, last FROM queue_gap').all(),
    };
  } finally {
    database.close();
  }
}

/** Numbers of a day that are neither a ticket nor in a gap, or more than once. */
function holesIn({ file, bases, tickets, gaps }: Contents): string[] {
  const times = new Map<string, Map<number, number>>();
  const count = (day: string, prefix: string, number: number): void => {
    const key = `${day} ${prefix}`;
    const numbers = times.get(key) ?? new Map<number, number>();
    times.set(key, numbers.set(number, (numbers.get(number) ?? 0) + 1));
  };
  for (const { day, prefix, number } of tickets) {
    count(day, prefix, number);
  }
  for (const { day, prefix, first, last } of gaps) {
    for (let number = first; number <= last; number += 1) {
      count(day, prefix, number);
    }
  }
  return Array.from(times, ([key, numbers]) => {
    const base = bases.get(key.slice(0, 10)) ?? Number.NaN;
    const most = Math.max(...numbers.keys());
    const isWhole = most - base === numbers.size && [...numbers.values()].every((one) => one === 1);
    return isWhole && Math.min(...numbers.keys()) === base + 1
      ? []
      : [`${file}: ${key} is not ${base + 1}–${most}, each once`];
  }).flat();
}

function nameOf(day: string, prefix: string, number: number): string {
  return `${day} ${prefix}${String(number).padStart(3, '0')}`;
}

function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const isRepeated = seen.has(name);
    seen.add(name);
    return isRepeated;
  });
}
