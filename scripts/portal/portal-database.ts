/** The reference portal's memory: SQLite, gone with the process unless a file is named. */
import { writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';

export type PortalDatabase = Database.Database;

/** Of this form; a file of another one is refused rather than misread. */
const form = 1;

const tables = `
  CREATE TABLE first_start (at_ms INTEGER NOT NULL) STRICT;

  CREATE TABLE kiosks (
    id TEXT PRIMARY KEY,
    key_digest BLOB NOT NULL,
    heartbeat TEXT,
    heard_at_ms INTEGER
  ) STRICT, WITHOUT ROWID;

  -- body: the wire's dossier without asOf. Who applied stands beside it and is in no answer.
  CREATE TABLE dossiers (
    code TEXT PRIMARY KEY COLLATE NOCASE,
    body TEXT NOT NULL,
    identity_number TEXT NOT NULL,
    birth_date TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    has_telephone INTEGER NOT NULL CHECK (has_telephone IN (0, 1))
  ) STRICT, WITHOUT ROWID;

  -- Also of codes that no dossier has: both are answered alike.
  CREATE TABLE wrong_proofs (code TEXT NOT NULL COLLATE NOCASE, at_ms INTEGER NOT NULL) STRICT;
  CREATE INDEX wrong_proofs_by_code ON wrong_proofs (code);
  CREATE TABLE pauses (code TEXT PRIMARY KEY COLLATE NOCASE, until_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE code_wishes (code TEXT NOT NULL COLLATE NOCASE, at_ms INTEGER NOT NULL) STRICT;
  CREATE INDEX code_wishes_by_code ON code_wishes (code);
  CREATE TABLE one_time_codes (
    code TEXT PRIMARY KEY COLLATE NOCASE,
    digits TEXT NOT NULL,
    until_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE appointments (
    code TEXT PRIMARY KEY,
    procedure_code TEXT NOT NULL,
    service_id TEXT NOT NULL,
    day TEXT NOT NULL,
    from_time TEXT NOT NULL,
    until_time TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('booked', 'checked-in', 'given-back')),
    -- Of who comes; forgotten when it is given back and once its day is over.
    name TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX appointments_by_slot ON appointments (service_id, day, from_time);

  CREATE TABLE wishes (
    kiosk_id TEXT NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    digest TEXT NOT NULL,
    appointment_code TEXT,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (kiosk_id, key)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE ratings (
    level TEXT NOT NULL,
    rated_on TEXT NOT NULL,
    procedure_code TEXT,
    dossier_code TEXT,
    indicators TEXT NOT NULL
  ) STRICT;
`;

/**
 * `path` null keeps it in memory; a file is readable by its user alone. Throws an Error with a message for people where it is
 * not a portal's.
 */
export function openPortalDatabase(path: string | null, nowMs: number): PortalDatabase {
  if (path !== null) {
    writeFileSync(path, '', { flag: 'a', mode: 0o600 });
  }
  const database = new Database(path ?? ':memory:');
  try {
    database.pragma('journal_mode = WAL');
    // What was forgotten is not left lying in free pages.
    database.pragma('secure_delete = ON');
    database.transaction(() => prepare(database, nowMs)).immediate();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepare(database: PortalDatabase, nowMs: number): void {
  const version = database.pragma('user_version', { simple: true });
  if (version === form) {
    return;
  }
  const { objects } = database.prepare<[], { objects: number }>('SELECT count(*) objects FROM sqlite_schema').get() ?? {
    objects: 0,
  };
  if (version !== 0 || objects > 0) {
    throw new Error('it is another program’s database, or of another version of the portal');
  }
  database.exec(tables);
  database.prepare('INSERT INTO first_start (at_ms) VALUES (?)').run(nowMs);
  database.pragma(`user_version = ${form}`);
}

/** UTC epoch of the first start with this file: its dossiers are of that day. */
export function firstStartOf(database: PortalDatabase): number {
  return database.prepare<[], { at_ms: number }>('SELECT at_ms FROM first_start').get()?.at_ms ?? 0;
}
