/** Moves a journal that cannot be used out of the way, whole: a person may still want what is in it. */
import { existsSync, renameSync } from 'node:fs';
import { companionSuffixes } from './journal-database.ts';

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

function isTaken(path: string): boolean {
  return ['', ...companionSuffixes].some((suffix) => existsSync(path + suffix));
}
