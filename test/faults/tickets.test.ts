/**
 * A core that is killed again and again while it gives numbers, over midnight and with the clock set back. Whatever was told
 * must be in the journal, once; 10,000 numbers in `npm run test:faults`, a part of them in `npm test`.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { findNumberFaults } from './find-number-faults.ts';
import { folderInMemory } from './folder-in-memory.ts';

const isWhole = process.env['KIOSK_FAULTS'] === 'all';
const wantedInAll = isWhole ? 10_000 : 2_000;
const wantedWithLosses = isWhole ? 4_000 : 600;
const mostTicketsALife = isWhole ? 220 : 160;

const program = join(import.meta.dirname, 'take-tickets.ts');
const minuteMs = 60_000;
/** 22:00 at the office, 22 July 2026: the first midnight is near. */
const firstMs = Date.UTC(2026, 6, 22, 15, 0, 0);

interface Life {
  readonly told: readonly string[];
  /** What it said of trouble; nothing where all was well. */
  readonly errors: string;
  readonly signal: NodeJS.Signals | null;
}

/** Runs a core and kills it some time after it has told so many numbers; with none, some time after it was begun. */
function liveAndDie(folder: string, options: { startMs: number; tickets: number; delayMs: number }): Promise<Life> {
  const { promise, resolve, reject } = Promise.withResolvers<Life>();
  const core = spawn(process.execPath, [program, folder, String(options.startMs)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told: string[] = [];
  let errors = '';
  let isDying = false;
  const kill = (): void => {
    if (!isDying) {
      isDying = true;
      // The moment is what is tried out: anywhere in a ticket, a restart or an opening.
      setTimeout(() => core.kill('SIGKILL'), options.delayMs);
    }
  };
  createInterface({ input: core.stdout }).on('line', (line) => {
    told.push(line);
    if (told.length >= options.tickets) kill();
  });
  core.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  core.on('error', reject);
  core.on('close', (_code, signal) => resolve({ told, errors, signal }));
  if (options.tickets === 0) kill();
  return promise;
}

/** Moved aside whole at the next start; the checker reads it all the same. */
function loseJournal(folder: string): void {
  const database = new Database(join(folder, 'journal.db'));
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.pragma('application_id = 7');
  database.close();
}

/** Where the clock stands when the core begins again: mostly where it was, sometimes back by hours or by days, sometimes on. */
function nextStart(startMs: number, ticketCount: number): number {
  const luck = Math.random();
  const jumpMinutes = luck < 0.5 ? 0 : luck < 0.7 ? -90 : luck < 0.8 ? -26 * 60 : luck < 0.9 ? 70 : 9 * 60;
  return Math.max(firstMs, startMs + (ticketCount / 2 + jumpMinutes) * minuteMs);
}

async function takeTickets(
  folder: string,
  wanted: number,
  between: (life: number) => void,
): Promise<{ told: string[]; lives: number }> {
  const told: string[] = [];
  let startMs = firstMs;
  let lives = 0;
  while (told.length < wanted) {
    const tickets = Math.random() < 0.1 ? 0 : 1 + Math.floor(Math.random() * mostTicketsALife);
    const delayMs = tickets === 0 ? Math.random() * 400 : Math.random() * 6;
    const life = await liveAndDie(folder, { startMs, tickets, delayMs });
    expect(life.signal).toBe('SIGKILL');
    expect(life.errors.replaceAll(/^The journal could not be used; it was moved aside.*\n/gmu, '')).toBe('');
    told.push(...life.told);
    startMs = nextStart(startMs, life.told.length);
    lives += 1;
    between(lives);
  }
  return { told, lives };
}

describe('a core that is killed at random while it gives numbers', { timeout: isWhole ? 600_000 : 90_000 }, () => {
  it(`gives ${wantedInAll} and none twice, over midnight and with the clock set back`, async () => {
    const folder = folderInMemory();
    const { told, lives } = await takeTickets(folder, wantedInAll, () => undefined);
    expect(findNumberFaults(folder, told)).toEqual([]);
    expect(lives).toBeGreaterThan(10);
    expect(new Set(told.map((name) => name.slice(0, 10))).size).toBeGreaterThan(1);
  });

  it('gives none twice either when the journal is lost in between', async () => {
    const folder = folderInMemory();
    const { told } = await takeTickets(folder, wantedWithLosses, (life) => {
      if (life % 5 === 0) loseJournal(folder);
    });
    expect(findNumberFaults(folder, told)).toEqual([]);
  });
});

describe('the checker of numbers', () => {
  it('finds what it is there to find', () => {
    const folder = folderInMemory();
    const database = new Database(join(folder, 'journal.db'));
    database.exec(`
      CREATE TABLE queue_day (day TEXT, number_base INTEGER);
      CREATE TABLE queue_ticket (day TEXT, prefix TEXT, number INTEGER);
      CREATE TABLE queue_gap (day TEXT, prefix TEXT, first INTEGER, last INTEGER);
      INSERT INTO queue_day VALUES ('2026-07-22', 0);
      INSERT INTO queue_ticket VALUES ('2026-07-22', 'A', 1), ('2026-07-22', 'A', 4), ('2026-07-22', 'A', 4);
      INSERT INTO queue_gap VALUES ('2026-07-22', 'A', 2, 2);
    `);
    database.close();
    expect(findNumberFaults(folder, ['2026-07-22 A001', '2026-07-22 A001', '2026-07-22 A003'])).toEqual([
      'told twice: 2026-07-22 A001',
      'written twice: 2026-07-22 A004',
      'told and not written: 2026-07-22 A003',
      'journal.db: 2026-07-22 A is not 1–4, each once',
    ]);
  });
});
