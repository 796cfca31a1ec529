/** The audit trail and the count of wrong PINs in a real journal. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { createStaffLedger } from '../../../main/core/journal/staff-actions.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { openTestJournal } from './journal-fixtures.ts';

function ledgerIn(folder: string) {
  const journal = openTestJournal(folder);
  onTestFinished(() => journal.close());
  return { journal, ledger: createStaffLedger(journal) };
}

const action = { atMs: 1, origin: 'screen', action: 'printer.test', outcome: 'done' } as const;

describe('the audit trail', () => {
  it('keeps the last 5,000 entries, and numbers go on', () => {
    const { journal, ledger } = ledgerIn(temporaryFolder());
    journal.write((writer) => {
      const add = writer.prepare("INSERT INTO staff_action VALUES (?, 1, 'screen', 'printer.test', 'done')");
      for (let number = 1; number <= 5_002; number += 1) add.run(number);
    });
    expect(ledger.record({ ...action, atMs: 2 })).toBe(true);
    const all = ledger.recent(10_000);
    expect([all.length, all[0], all.at(-1)?.number]).toEqual([5_000, { ...action, number: 5_003, atMs: 2 }, 4]);
  });

  it('outlives a restart', () => {
    const folder = temporaryFolder();
    ledgerIn(folder).ledger.record(action);
    expect(ledgerIn(folder).ledger.recent(5)).toEqual([{ ...action, number: 1 }]);
  });

  it('says where the disk took nothing', () => {
    const { journal, ledger } = ledgerIn(temporaryFolder());
    journal.read((reader) => reader.prepare('PRAGMA query_only = ON').run());
    expect(ledger.record(action)).toBe(false);
    expect(ledger.setTries({ wrong: 1, pausedUntilMs: 0 })).toBe(false);
    expect(ledger.recent(5)).toEqual([]);
  });

  it('cannot be read where the journal cannot', () => {
    const { journal } = ledgerIn(temporaryFolder());
    const ledger = createStaffLedger({ ...journal, read: () => ({ done: false, trouble: 'damaged' }) });
    expect(() => ledger.recent(5)).toThrow(expect.objectContaining({ code: 'unavailable' }));
    expect(ledger.tries()).toEqual({ wrong: 0, pausedUntilMs: 0 });
  });
});

describe('the count of wrong PINs', () => {
  it('outlives a restart', () => {
    const folder = temporaryFolder();
    expect(ledgerIn(folder).ledger.setTries({ wrong: 7, pausedUntilMs: 1_800_000_000_000 })).toBe(true);
    expect(ledgerIn(folder).ledger.tries()).toEqual({ wrong: 7, pausedUntilMs: 1_800_000_000_000 });
  });

  it('is not for good in a journal that lives in memory', () => {
    const { journal } = ledgerIn(temporaryFolder());
    const ledger = createStaffLedger({ ...journal, isDurable: false });
    expect(ledger.setTries({ wrong: 1, pausedUntilMs: 0 })).toBe(false);
    expect(ledger.tries().wrong).toBe(1);
  });
});
