/** What the journal keeps of print jobs, and what it refuses. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Journal } from '../../../main/core/journal/journal.ts';
import { createPrintLedger, openJobsSql } from '../../../main/core/journal/print-jobs.ts';
import type { NewJob, PrintLedger } from '../../../main/core/printing/spooler/print-ledger.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { journalBytes, openTestJournal } from './journal-fixtures.ts';

const atMs = 1_000;

function openLedger(folder = temporaryFolder()): PrintLedger & { readonly journal: Journal; readonly folder: string } {
  const journal = openTestJournal(folder);
  onTestFinished(() => journal.close());
  return { ...createPrintLedger(journal), journal, folder };
}

function newJob(changes: Partial<NewJob> = {}): NewJob {
  const content = { elements: [{ kind: 'text', size: 'body', runs: [{ text: 'Đăng ký khai sinh' }] }] } as const;
  return { kind: 'checklist', source: 'citizen', queuedAtMs: atMs, expiresAtMs: 9_000, content, ...changes };
}

const sending = { state: 'sending', reason: null, atMs: 2_000, leftovers: true } as const;
const printed = { state: 'printed', reason: null, atMs: 3_000, settledBy: 'printer', leftovers: false } as const;

describe('the ledger of print jobs', () => {
  it('keeps a job with what it says until it is begun', () => {
    const ledger = openLedger();
    expect(ledger.add([newJob(), newJob({ source: 'staff' })])).toEqual([1, 2]);
    expect(ledger.open().map(({ job, content }) => [job, content?.elements.length])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(ledger.change(1, sending)).toBe(true);
    expect(ledger.job(1)).toMatchObject({ state: 'sending', content: null, changedAtMs: 2_000, queuedAtMs: atMs });
    ledger.change(1, { ...printed, paperMillimetres: 120 });
    ledger.change(2, { state: 'failed', reason: 'cancelled', atMs: 3_000 });
    expect(ledger.open()).toEqual([]);
    expect(ledger.recent(1)).toEqual([
      {
        job: 2,
        kind: 'checklist',
        source: 'staff',
        state: 'failed',
        reason: 'cancelled',
        queuedAtMs: atMs,
        changedAtMs: 3_000,
        settledBy: null,
      },
    ]);
  });

  it('leaves nothing of what a slip said in any file once it is over', () => {
    const { folder, journal, ...ledger } = openLedger();
    ledger.add([newJob()]);
    expect(journalBytes(folder).includes('khai sinh')).toBe(true);
    ledger.change(1, { state: 'failed', reason: 'cancelled', atMs });
    journal.checkpoint();
    expect(journalBytes(folder).includes('khai sinh')).toBe(false);
  });

  it('counts slips and paper, and begins anew with a new roll', () => {
    const ledger = openLedger();
    ledger.add([newJob(), newJob(), newJob()]);
    ledger.change(1, sending);
    ledger.change(1, { ...printed, paperMillimetres: 120.5 });
    ledger.change(2, sending);
    ledger.change(2, { state: 'unknown', reason: 'no-answer', atMs, paperMillimetres: 100 });
    expect(ledger.roll()).toEqual({
      metres: null,
      changedAtMs: null,
      usedMillimetres: 220.5,
      slipsOnRoll: 1,
      slipsEver: 1,
    });
    ledger.changeRoll({ metres: 80, atMs: 5_000 });
    ledger.change(2, { state: 'printed', reason: null, atMs, settledBy: 'citizen' });
    expect(ledger.roll()).toEqual({ metres: 80, changedAtMs: 5_000, usedMillimetres: 0, slipsOnRoll: 1, slipsEver: 2 });
  });

  it('remembers leftovers until they are settled', () => {
    const ledger = openLedger();
    ledger.add([newJob()]);
    expect(ledger.leftovers()).toBe(false);
    ledger.change(1, sending);
    expect(ledger.leftovers()).toBe(true);
    ledger.change(1, { state: 'unknown', reason: 'cut-off', atMs });
    expect(ledger.leftovers()).toBe(true);
    ledger.setLeftovers(false);
    expect(ledger.leftovers()).toBe(false);
  });

  it.each([
    ['printed ones never change', [sending, printed], { state: 'unknown', reason: 'cut-off', atMs }],
    ['nothing is sent twice', [sending], sending],
    ['failed ones are not sent', [{ state: 'failed', reason: 'expired', atMs }], sending],
    ['what was not sent is not printed', [], printed],
  ] as const)('throws for a change no job can make: %s', (_what, before, change) => {
    const ledger = openLedger();
    ledger.add([newJob()]);
    for (const step of before) {
      ledger.change(1, step);
    }
    const standing = ledger.job(1);
    expect(() => ledger.change(1, change)).toThrow(RangeError);
    expect(ledger.job(1)).toEqual(standing);
    expect(() => ledger.change(99, sending)).toThrow(RangeError);
  });

  it('keeps the last 500 and all that are open; numbers are never given again', () => {
    const ledger = openLedger();
    ledger.add([newJob()]);
    for (let round = 0; round < 3; round += 1) {
      const numbers = ledger.add(Array.from({ length: 200 }, () => newJob())) ?? [];
      for (const number of numbers) {
        ledger.change(number, { state: 'failed', reason: 'expired', atMs });
      }
    }
    ledger.add([newJob()]);
    expect([ledger.job(1)?.state, ledger.job(101), ledger.job(103)?.state]).toEqual(['queued', null, 'failed']);
    expect(ledger.add([newJob()])).toEqual([603]);
  });

  it('adds all or none on a full disk, and reads on', () => {
    const { journal, ...ledger } = openLedger();
    ledger.add([newJob()]);
    journal.read((reader) => reader.prepare('PRAGMA max_page_count = 1').get());
    const large = newJob({
      content: { elements: [{ kind: 'text', size: 'body', runs: [{ text: 'x'.repeat(9_000) }] }] },
    });
    expect(ledger.add([newJob(), large])).toBeNull();
    expect(ledger.recent(20).map(({ job }) => job)).toEqual([1]);
    journal.read((reader) => reader.prepare('PRAGMA max_page_count = 100000').get());
    expect(ledger.add([newJob()])).toEqual([2]);
  });

  it('finds open jobs by their index', () => {
    const { journal } = openLedger();
    const plan = journal.read((reader) =>
      reader.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${openJobsSql}`).all(),
    );
    expect(plan.done && plan.value.map(({ detail }) => detail)).toEqual([
      expect.stringContaining('USING INDEX print_job_open'),
    ]);
  });
});
