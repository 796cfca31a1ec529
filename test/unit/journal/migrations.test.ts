/** Each step of the journal's form, taken on a journal that holds something already. */
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate, migrations, newestVersion, versionOf } from '../../../main/core/journal/migrations/migrate.ts';

function memoryDatabase(upTo?: number): Database.Database {
  const database = new Database(':memory:');
  onTestFinished(() => {
    database.close();
  });
  migrate(database, upTo);
  return database;
}

const insert = (database: Database.Database, table: string, ...values: readonly unknown[]) =>
  database.prepare(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(', ')})`).run(...values);

const ticket = (database: Database.Database, number: number, prefix = 'A', day = '2026-07-22') =>
  insert(database, 'queue_ticket', null, day, prefix, number, 'ho-tich', null, null, 0, null);

const arrival = (database: Database.Database, number: number, appointment: Buffer | string, day = '2026-07-22') =>
  insert(database, 'queue_ticket', null, day, 'A', number, 'ho-tich', null, null, 0, null, appointment);

const insertGap = (database: Database.Database, values: readonly unknown[]) =>
  database.prepare('INSERT INTO search_gap VALUES (?, ?, ?, ?, ?)').run(...values);

const insertAction = (database: Database.Database, values: readonly unknown[]) =>
  database.prepare('INSERT INTO staff_action VALUES (?, ?, ?, ?, ?)').run(...values);

describe('the migrations of the journal', () => {
  it('go up in steps of ten, each once', () => {
    const versions = migrations.map(({ version }) => version);
    expect(versions).toEqual(versions.map((_version, index) => (index + 1) * 10));
    expect(versionOf(memoryDatabase())).toBe(newestVersion);
  });

  it('make strict tables only', () => {
    const tables = memoryDatabase()
      .prepare<[], { name: string; strict: number }>("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
      .all()
      .filter(({ name }) => !name.startsWith('sqlite_'));
    expect(tables).not.toHaveLength(0);
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
  });

  it('take a step whole or not at all', () => {
    const database = memoryDatabase(10);
    database.exec('CREATE TABLE procedure_opening (code TEXT)');
    expect(() => migrate(database)).toThrow(/already exists/);
    expect(versionOf(database)).toBe(10);
  });

  it('can be taken again without doing anything', () => {
    const database = memoryDatabase();
    insertGap(database, ['xin so nha', 'no-result', 5, '2026-07-01', '2026-07-22']);
    migrate(database);
    expect(database.prepare('SELECT count(*) FROM search_gap').pluck().get()).toBe(1);
  });
});

describe('step 10, search gaps', () => {
  it.each([
    ['fewer sessions than may be written', ['xin so nha', 'no-result', 4, '2026-07-01', '2026-07-22']],
    ['an unknown kind', ['xin so nha', 'maybe', 5, '2026-07-01', '2026-07-22']],
    ['words too long', ['a'.repeat(81), 'no-result', 5, '2026-07-01', '2026-07-22']],
    ['a time of day', ['xin so nha', 'no-result', 5, '2026-07-01T09:41', '2026-07-22']],
    ['a number for a text', ['xin so nha', 'no-result', 'many', '2026-07-01', '2026-07-22']],
  ])('refuses %s', (_what, values) => {
    expect(() => insertGap(memoryDatabase(10), values)).toThrow(/constraint failed|cannot store/);
  });

  it('keeps one row for the same words', () => {
    const database = memoryDatabase(10);
    insertGap(database, ['xin so nha', 'no-result', 5, '2026-07-01', '2026-07-22']);
    expect(() => insertGap(database, ['xin so nha', 'no-choice', 6, '2026-07-01', '2026-07-22'])).toThrow(/UNIQUE/);
  });
});

describe('step 20, openings of procedures', () => {
  it('is added to a journal that holds gaps, which stay', () => {
    const database = memoryDatabase(10);
    insertGap(database, ['xin so nha', 'no-result', 5, '2026-07-01', '2026-07-22']);
    migrate(database, 20);
    database.prepare('INSERT INTO procedure_opening VALUES (?, ?)').run('1.001193', 3);
    expect(database.prepare('SELECT words FROM search_gap').pluck().all()).toEqual(['xin so nha']);
    expect(() => database.prepare('INSERT INTO procedure_opening VALUES (?, ?)').run('1.000001', 0)).toThrow(
      /constraint failed/,
    );
  });
});

function insertJob(database: Database.Database, changes: Readonly<Record<string, unknown>>): void {
  const row = {
    number: null,
    kind: 'checklist',
    source: 'citizen',
    state: 'queued',
    reason: null,
    settled_by: null,
    queued_at: 1,
    changed_at: 1,
    expires_at: 2,
    content: '{"elements":[]}',
    ...changes,
  };
  const names = Object.keys(row);
  database
    .prepare(`INSERT INTO print_job (${names.join()}) VALUES (${names.map(() => '?').join()})`)
    .run(...Object.values(row));
}

describe('step 30, print jobs', () => {
  it('is added to a journal that holds gaps, which stay, with one row for the paper', () => {
    const database = memoryDatabase(20);
    insertGap(database, ['xin so nha', 'no-result', 5, '2026-07-01', '2026-07-22']);
    migrate(database, 30);
    insertJob(database, {});
    expect(database.prepare('SELECT words FROM search_gap').pluck().all()).toEqual(['xin so nha']);
    expect(database.prepare('SELECT count(*) FROM printer_paper').pluck().get()).toBe(1);
    expect(() => database.exec('INSERT INTO printer_paper VALUES (2, NULL, NULL, 0, 0, 0, 0)')).toThrow(/constraint/);
  });

  it.each([
    ['a kind there is not', { kind: 'letter' }],
    ['a state there is not', { state: 'paused' }],
    ['a failure without a reason', { state: 'failed', content: null }],
    ['a reason for what waits', { reason: 'cut-off' }],
    ['a printed one nobody settled', { state: 'printed', content: null }],
    ['a settled one that waits', { settled_by: 'printer' }],
    ['what a slip said once it is begun', { state: 'sending' }],
    ['what a personal slip says', { kind: 'dossier-status' }],
    ['content that is no JSON', { content: 'Kính gửi' }],
    ['a time that is a text', { queued_at: 'now' }],
  ])('refuses %s', (_what, changes) => {
    expect(() => insertJob(memoryDatabase(30), changes)).toThrow(/constraint failed|cannot store/);
  });
});

describe('step 40, queue tickets', () => {
  it('is added to a journal that holds something already, which stays', () => {
    const database = memoryDatabase(20);
    insertGap(database, ['xin so nha', 'no-result', 5, '2026-07-01', '2026-07-22']);
    migrate(database, 40);
    ticket(database, 1);
    expect(database.prepare('SELECT words FROM search_gap').pluck().all()).toEqual(['xin so nha']);
  });

  it('refuses a number of a day a second time', () => {
    const database = memoryDatabase(40);
    ticket(database, 1);
    ticket(database, 1, 'B');
    ticket(database, 1, 'A', '2026-07-23');
    expect(() => ticket(database, 1)).toThrow(/UNIQUE/);
  });

  it.each([
    ['a number of none', (database: Database.Database) => ticket(database, 0)],
    ['a number of six digits', (database: Database.Database) => ticket(database, 100_000)],
    ['a prefix in small letters', (database: Database.Database) => ticket(database, 1, 'a')],
    ['a prefix of three letters', (database: Database.Database) => ticket(database, 1, 'ABC')],
    ['a time for a day', (database: Database.Database) => ticket(database, 1, 'A', '2026-07-22T09')],
    ['a gap from behind', (database: Database.Database) => insert(database, 'queue_gap', '2026-07-22', 'A', 3, 2)],
    [
      'a day twice',
      (database: Database.Database) => [1, 2].map((id) => insert(database, 'queue_day', id, '2026-07-22', 0)),
    ],
  ])('refuses %s', (_what, write) => {
    expect(() => write(memoryDatabase(40))).toThrow(/constraint failed/);
  });
});

describe('step 50, what staff did', () => {
  it('is added to a journal that holds gaps, which stay', () => {
    const database = memoryDatabase(20);
    insertGap(database, ['xin so nha', 'no-result', 5, '2026-07-01', '2026-07-22']);
    migrate(database, 50);
    insertAction(database, [1, 0, 'screen', 'printer.test', 'done']);
    expect(database.prepare('SELECT words FROM search_gap').pluck().all()).toEqual(['xin so nha']);
    expect(database.prepare('SELECT wrong FROM pin_tries').pluck().all()).toEqual([0]);
  });

  it.each([
    ['an unknown origin', [1, 0, 'page', 'printer.test', 'done']],
    ['an action too long to be a name', [1, 0, 'screen', 'a'.repeat(61), 'done']],
    ['an empty outcome', [1, 0, 'screen', 'printer.test', '']],
    ['a time as text', [1, '2026-07-22', 'screen', 'printer.test', 'done']],
  ])('refuses %s', (_what, values) => {
    expect(() => insertAction(memoryDatabase(50), values)).toThrow(/constraint failed|cannot store/);
  });

  it('has one row of tries and no other', () => {
    const addTries = memoryDatabase(50).prepare('INSERT INTO pin_tries VALUES (?, 0, 0)');
    expect(() => addTries.run(1)).toThrow(/UNIQUE/);
    expect(() => addTries.run(2)).toThrow(/CHECK/);
  });
});

describe('step 60, numbers for appointments', () => {
  const digest = Buffer.alloc(32, 7);

  it('is added to a journal that holds numbers, which stay and are for none', () => {
    const database = memoryDatabase(50);
    ticket(database, 1);
    migrate(database, 60);
    expect(database.prepare('SELECT number, appointment FROM queue_ticket').raw().all()).toEqual([[1, null]]);
  });

  it('takes one number of a day for an appointment', () => {
    const database = memoryDatabase(60);
    arrival(database, 1, digest);
    arrival(database, 1, digest, '2026-07-23');
    expect(() => arrival(database, 2, digest)).toThrow(/UNIQUE/);
  });

  it.each([
    ['a code as it is', 'AB12CD34EF'],
    ['half a digest', Buffer.alloc(16)],
  ])('refuses %s', (_what, appointment) => {
    expect(() => arrival(memoryDatabase(60), 1, appointment)).toThrow(/constraint failed|cannot store/);
  });
});

describe('step 70, catalogue updates', () => {
  const digest = Buffer.alloc(32, 7);

  it('is added to a journal that holds numbers, and begins at nothing', () => {
    const database = memoryDatabase(60);
    arrival(database, 1, digest);
    migrate(database, 70);
    expect(database.prepare('SELECT * FROM update_state').raw().all()).toEqual([[1, 0, null, 0, null]]);
    expect(database.prepare('SELECT starts FROM kiosk_start').pluck().get()).toBe(0);
  });

  it.each([
    ['half a digest', 'refused_content', [Buffer.alloc(16), 1, 'smoke-test', 0, '1.0.0']],
    ['an unknown source', 'update_check', [null, 0, 'mail', 'current', null, null, '']],
    ['an unknown outcome', 'update_check', [null, 0, 'stick', 'maybe', null, null, '']],
    ['a long tale', 'update_check', [null, 0, 'stick', 'failed', null, 'internal', 'a'.repeat(401)]],
    ['a second state', 'update_state', [2, 0, null, 0, null]],
  ])('refuses %s', (_what, table, values) => {
    expect(() => insert(memoryDatabase(70), table, ...values)).toThrow(/constraint failed|cannot store/);
  });
});
