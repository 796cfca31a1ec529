/**
 * Decides whether a file is a catalogue this kiosk can show. SQLite alone does not tell: a zero-length file opens and passes
 * `quick_check` (docs/architecture.md), so application id, version and row counts are looked at too.
 */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { KioskError } from '../../contract/error.ts';
import { catalogueFileName } from './catalogue-files.ts';
import { type CatalogueMeta, catalogueMetaSchema } from './catalogue-meta.ts';
import { applicationId, schemaVersion } from './catalogue-schema.ts';

const rebuild = 'Build it again with "kioskctl catalogue build" or copy it again, whole';

/**
 * Opens the database of a catalogue folder read-only. Errors: `catalogue-missing`, `catalogue-foreign`, `catalogue-version`,
 * `catalogue-damaged`; each says what to do. The caller closes it.
 */
export function openCheckedDatabase(folder: string): { database: Database.Database; meta: CatalogueMeta } {
  const path = join(folder, catalogueFileName);
  checkPresence(folder, path);
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { readonly: true, fileMustExist: true });
    checkHeader(database, path);
    checkPages(database, path);
    return { database, meta: readMeta(database, path) };
  } catch (error) {
    database?.close();
    throw asCatalogueError(error, path);
  }
}

function checkPresence(folder: string, path: string): void {
  if (!existsSync(folder)) {
    throw new KioskError(
      'catalogue-missing',
      `There is no catalogue at ${folder}. Build one with "kioskctl catalogue build data/catalogue --out ${folder}", or name another with --catalogue.`,
    );
  }
  if (!existsSync(path)) {
    throw new KioskError(
      'catalogue-missing',
      `The folder ${folder} holds no ${catalogueFileName}. Build a catalogue into it with "kioskctl catalogue build", or name another with --catalogue.`,
    );
  }
  const found = statSync(path);
  if (!found.isFile()) {
    throw new KioskError('catalogue-foreign', `${path} is not a file. Name a folder with a kiosk catalogue.`);
  }
  if (found.size === 0) {
    throw new KioskError('catalogue-damaged', `The catalogue ${path} is empty (0 bytes). ${rebuild}.`);
  }
}

function checkHeader(database: Database.Database, path: string): void {
  const id = numberOf(database.pragma('application_id', { simple: true }));
  if (id !== applicationId) {
    throw new KioskError(
      'catalogue-foreign',
      `${path} is a database of another program (application id ${id}). Name a folder with a kiosk catalogue.`,
    );
  }
  const version = numberOf(database.pragma('user_version', { simple: true }));
  if (version !== schemaVersion) {
    const [age, advice] =
      version > schemaVersion
        ? ['a newer', 'Update the kiosk software, or build the catalogue again with this kioskctl']
        : ['an older', 'Build the catalogue again with this kioskctl'];
    throw new KioskError(
      'catalogue-version',
      `The catalogue ${path} has ${age} form (${version}) than this kiosk reads (${schemaVersion}). ${advice}.`,
    );
  }
}

function checkPages(database: Database.Database, path: string): void {
  const report = database.pragma('quick_check(1)', { simple: true });
  if (report !== 'ok') {
    throw new KioskError('catalogue-damaged', `The catalogue ${path} is damaged (${String(report)}). ${rebuild}.`);
  }
}

function readMeta(database: Database.Database, path: string): CatalogueMeta {
  const rows = database.prepare<[], { key: string; value: string }>('SELECT key, value FROM meta').all();
  const meta = catalogueMetaSchema.safeParse(
    Object.fromEntries(rows.map(({ key, value }): [string, unknown] => [key, JSON.parse(value)])),
  );
  const count = numberOf(database.prepare('SELECT count(*) FROM procedure').pluck().get());
  if (count === 0) {
    throw new KioskError('catalogue-damaged', `The catalogue ${path} holds no procedure. ${rebuild}.`);
  }
  if (!meta.success || meta.data.procedureCount !== count) {
    throw new KioskError('catalogue-damaged', `The catalogue ${path} is incomplete. ${rebuild}.`);
  }
  return meta.data;
}

function asCatalogueError(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) {
    return error instanceof SyntaxError
      ? new KioskError('catalogue-damaged', `The catalogue ${path} is damaged. ${rebuild}.`, { cause: error })
      : error;
  }
  if (error.code === 'SQLITE_NOTADB') {
    const message = `${path} is not a database. Name a folder with a kiosk catalogue.`;
    return new KioskError('catalogue-foreign', message, { cause: error });
  }
  if (error.code === 'SQLITE_CANTOPEN' || error.code === 'SQLITE_PERM') {
    const message = `The catalogue ${path} cannot be opened; check its permissions.`;
    return new KioskError('catalogue-missing', message, { cause: error });
  }
  return new KioskError('catalogue-damaged', `The catalogue ${path} is damaged (${error.message}). ${rebuild}.`, {
    cause: error,
  });
}

/** SQLite's own counters and pragmas are numbers; anything else would be a fault of the driver. */
function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN;
}
