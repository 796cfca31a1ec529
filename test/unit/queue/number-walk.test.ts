/** Long random lives of a kiosk: restarts, deaths, lost files, full disks, clocks that jump. An independent checker counts its numbers. */
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../../../main/core/journal/open-journal.ts';
import { createTicketLedger } from '../../../main/core/journal/queue-tickets.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { findNumberFaults } from '../../faults/find-number-faults.ts';
import { folderInMemory } from '../../faults/folder-in-memory.ts';
import { at, makeWish } from './queue-fixtures.ts';

const days = ['2026-07-22', '2026-07-23', '2026-07-24', '2026-07-25'] as const;

const events = [
  'restart',
  'death before the journal',
  'journal lost',
  'record lost',
  'both lost',
  'record full',
  'journal full',
  'visit over',
] as const;

const step = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('A', 'B', 'S').map((prefix) => ({ kind: 'take' as const, prefix })) },
  { weight: 2, arbitrary: fc.nat(days.length - 1).map((day) => ({ kind: 'clock' as const, day })) },
  { weight: 5, arbitrary: fc.constantFrom(...events).map((kind) => ({ kind })) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A kiosk in a folder with everything that may happen to it. */
class Life {
  readonly told: string[] = [];
  readonly #folder: string;
  readonly #record: string;
  #day = 0;
  #latestDay = 0;
  /** After both files were lost at once, days before are not come back to: nobody could know their numbers. */
  #earliestDay = 0;
  #kiosk: ReturnType<Life['open']>;

  constructor(folder: string) {
    this.#folder = folder;
    this.#record = join(folder, 'queue-numbers.json');
    this.#kiosk = this.open();
  }

  private get date(): string {
    return days[this.#day] ?? '';
  }

  private open() {
    const clock = { nowMs: () => at(`${this.date} 09:00:00`) };
    const logger = createRecordingLogger();
    const journal = openJournal(this.#folder, { clock, logger });
    return { journal, ledger: createTicketLedger(journal, { dataFolder: this.#folder, clock, logger }) };
  }

  private take(prefix: string): string | null {
    const number = this.#kiosk.ledger.take(makeWish({ day: this.date, prefix }))?.number ?? null;
    if (number !== null) {
      this.told.push(`${this.date} ${number}`);
    }
    return number;
  }

  private restart(between = (): void => {}): void {
    this.#kiosk.journal.close();
    between();
    this.#kiosk = this.open();
  }

  /** Moved aside whole at the next start, so that the checker can still read it. */
  private loseJournal(): void {
    const database = new Database(join(this.#folder, 'journal.db'));
    database.pragma('application_id = 7');
    database.close();
  }

  /** What lies in the folder when the kiosk died between the two. */
  private countAhead(): void {
    const text = existsSync(this.#record) ? readFileSync(this.#record, 'utf8') : 'lost';
    if (text === 'lost') return;
    const record = JSON.parse(text);
    for (const one of record.days) {
      if (one.day === this.date) one.last.A = (one.last.A ?? one.numberBase) + 1;
    }
    writeFileSync(this.#record, JSON.stringify(record));
  }

  private fillJournal(): void {
    this.#kiosk.journal.read((reader) => reader.prepare('PRAGMA max_page_count = 1').get());
    for (let tries = 0; tries < 400 && this.take('B') !== null; tries += 1);
    this.#kiosk.journal.read((reader) => reader.prepare('PRAGMA max_page_count = 1000000').get());
  }

  go(one: Step): void {
    switch (one.kind) {
      case 'take':
        expect(this.take(one.prefix)).not.toBeNull();
        break;
      case 'clock':
        this.#day = Math.max(one.day, this.#earliestDay);
        this.#latestDay = Math.max(this.#day, this.#latestDay);
        break;
      case 'restart':
        this.restart();
        break;
      case 'death before the journal':
        this.restart(() => this.countAhead());
        break;
      case 'journal lost':
        this.restart(() => this.loseJournal());
        break;
      case 'record lost':
        this.restart(() => writeFileSync(this.#record, 'lost'));
        break;
      case 'both lost':
        this.#day = this.#latestDay;
        this.#earliestDay = this.#latestDay;
        this.restart(() => {
          this.loseJournal();
          writeFileSync(this.#record, 'lost');
        });
        break;
      case 'record full':
        mkdirSync(`${this.#record}.new`);
        expect(this.take('A')).toBeNull();
        rmdirSync(`${this.#record}.new`);
        break;
      case 'journal full':
        this.fillJournal();
        break;
      case 'visit over':
        this.#kiosk.ledger.forgetVisits();
        break;
    }
  }

  end(): string[] {
    this.#kiosk.journal.close();
    return this.told;
  }
}

describe('a random life of a kiosk', () => {
  it('never gives a number twice and never passes one over without a trace (property)', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
        // After eight losses on one day there are no more numbers on it, which is tested apart.
        fc.pre(steps.filter(({ kind }) => kind === 'both lost' || kind === 'journal lost').length <= 7);
        const folder = folderInMemory();
        const life = new Life(folder);
        steps.forEach((one) => life.go(one));
        expect(findNumberFaults(folder, life.end())).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
