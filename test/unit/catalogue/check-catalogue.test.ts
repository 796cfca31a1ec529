/** Every way a catalogue folder can be wrong has its code and a message that says what to do. */
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { KioskError } from '../../../main/contract/error.ts';
import { openCatalogue } from '../../../main/core/catalogue/open-catalogue.ts';
import { makeProcedure } from '../../fakes/make-procedure.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { writeCatalogue } from './write-catalogue.ts';

function catalogueFolder(): string {
  const codes = Array.from({ length: 60 }, (_none, index) => `1.${String(index + 1).padStart(6, '0')}`);
  return writeCatalogue({
    procedures: codes.map((code) => ({ procedure: makeProcedure({ code, conditions: 'x'.repeat(2000) }) })),
  });
}

function changed(change: (folder: string) => void): string {
  const folder = catalogueFolder();
  change(folder);
  return folder;
}

function sql(folder: string, statement: string): void {
  const database = new Database(join(folder, 'catalogue.db'));
  database.exec(statement);
  database.close();
}

const databaseOf = (folder: string) => join(folder, 'catalogue.db');

describe('openCatalogue refuses', () => {
  it.each([
    [
      'a folder that is not there',
      () => join(temporaryFolder(), 'none'),
      'catalogue-missing',
      'kioskctl catalogue build',
    ],
    ['an empty folder', () => temporaryFolder(), 'catalogue-missing', 'holds no catalogue.db'],
    ['a file of 0 bytes', () => changed((folder) => truncateSync(databaseOf(folder))), 'catalogue-damaged', '0 bytes'],
    [
      'a file that is no database',
      () => changed((folder) => writeFileSync(databaseOf(folder), 'Dear Sir, '.repeat(500))),
      'catalogue-foreign',
      'not a database',
    ],
    [
      'a database of another program',
      () => changed((folder) => sql(folder, 'PRAGMA application_id = 7')),
      'catalogue-foreign',
      'another program',
    ],
    [
      'a future version',
      () => changed((folder) => sql(folder, 'PRAGMA user_version = 99')),
      'catalogue-version',
      'Update the kiosk software',
    ],
    [
      'an old version',
      () => changed((folder) => sql(folder, 'PRAGMA user_version = 0')),
      'catalogue-version',
      'Build the catalogue again',
    ],
    [
      'one without rows',
      () => changed((folder) => sql(folder, 'DELETE FROM procedure')),
      'catalogue-damaged',
      'no procedure',
    ],
    [
      'one with rows missing',
      () => changed((folder) => sql(folder, "DELETE FROM procedure WHERE code = '1.000001'")),
      'catalogue-damaged',
      'incomplete',
    ],
    [
      'one without facts about itself',
      () => changed((folder) => sql(folder, "DELETE FROM meta WHERE key = 'version'")),
      'catalogue-damaged',
      'incomplete',
    ],
    [
      'one cut in half',
      () => changed((folder) => truncateSync(databaseOf(folder), readFileSync(databaseOf(folder)).length / 2)),
      'catalogue-damaged',
      'copy it again, whole',
    ],
    ['one with an overwritten page deep inside', () => changed(overwriteOnePage), 'catalogue-damaged', 'damaged'],
    ['one with overwritten pages', () => changed(overwritePages), 'catalogue-damaged', 'damaged'],
    ['a folder in place of the file', () => changed(folderInPlace), 'catalogue-foreign', 'is not a file'],
  ])('%s', (_what, make, code, words) => {
    const folder = make();
    const error = failureOf(() => openCatalogue(folder).close());
    expect(error).toBeInstanceOf(KioskError);
    expect(error).toMatchObject({ code, message: expect.stringContaining(words) });
  });
});

describe('the search index beside a catalogue', () => {
  it.each([
    ['is missing', (folder: string) => rmSync(join(folder, 'search-index.bin'))],
    ['is that of another', (folder: string) => writeFileSync(join(folder, 'search-index.bin'), '{}')],
    ['is cut short', (folder: string) => truncateSync(join(folder, 'search-index.bin'), 3)],
  ])('costs a rebuild, never the catalogue, when it %s', (_how, change) => {
    const catalogue = openCatalogue(changed(change));
    expect(catalogue.searchIndex()).toBeNull();
    expect(catalogue.summary().procedureCount).toBeGreaterThan(0);
    catalogue.close();
  });
});

function overwritePages(folder: string): void {
  const bytes = readFileSync(databaseOf(folder));
  bytes.fill(0x5a, 3 * 4096, 12 * 4096);
  writeFileSync(databaseOf(folder), bytes);
}

/** A page of contents, which nothing reads on opening but the check itself. */
function overwriteOnePage(folder: string): void {
  const bytes = readFileSync(databaseOf(folder));
  bytes.fill(0x5a, 25 * 4096, 26 * 4096);
  writeFileSync(databaseOf(folder), bytes);
}

function folderInPlace(folder: string): void {
  rmSync(databaseOf(folder));
  mkdirSync(databaseOf(folder));
  writeFileSync(join(databaseOf(folder), 'x'), 'x');
}

function failureOf(run: () => void): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return null;
}
