/** Moves a journal that cannot be used out of the way, whole: a person may still want what is in it. */
import { existsSync, renameSync } from 'node:fs';
import { companionSuffixes, journalFileName } from './journal-database.ts';

/**
 * `journal.db` becomes e.g. `journal.db.damaged-20260722T024105Z`, and what SQLite kept beside it goes along under that name.
 * Returns the new path. Errors of the file system.
 */
export function setAside(path: string, kind: string, nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().replaceAll(/[-:]|\.\d+/gu, '');
  const wanted = `${path}.${kind}-${stamp}`;
  let aside = wanted;
  for (let number = 2; isTaken(aside); number += 1) {
    aside = `${wanted}-${number}`;
  }
  for (const suffix of ['', ...companionSuffixes]) {
    if (existsSync(path + suffix)) {
      renameSync(path + suffix, aside + suffix);
    }
  }
  return aside;
}

/** When the journals were moved aside whose files have these names, as UTC epochs; each journal once. */
export function setAsideTimes(fileNames: readonly string[]): number[] {
  const names = new Map<string, number>();
  for (const fileName of fileNames) {
    const [, name, ...stamp] = asideName.exec(fileName) ?? [];
    if (name !== undefined) {
      const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = stamp.map(Number);
      names.set(name, Date.UTC(year, month - 1, day, hour, minute, second));
    }
  }
  return [...names.values()];
}

/** The name with or without a companion's suffix. */
const asideName = new RegExp(
  String.raw`^(${journalFileName}\.[a-z]+-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-\d+)?)(?:-[a-z]+)?$`,
  'u',
);

function isTaken(path: string): boolean {
  return ['', ...companionSuffixes].some((suffix) => existsSync(path + suffix));
}
