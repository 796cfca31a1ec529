/** What the journal remembers of updates over a start, and in memory where the disk takes nothing. */
import { describe, expect, it } from 'vitest';
import { countStart } from '../../../main/core/journal/kiosk-starts.ts';
import { createUpdateLedger } from '../../../main/core/journal/update-state.ts';
import type { CheckRecord, RefusedContent } from '../../../main/core/sync/update-ledger.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { julyMs, openTestJournal } from './journal-fixtures.ts';

const sha = (digit: string): string => digit.repeat(64);
const refusal = (sha256: string, atMs = julyMs): RefusedContent => ({
  sha256,
  number: 3,
  reason: 'smoke-test',
  atMs,
  software: '1.0.0',
});
const check = (atMs: number, changes: Partial<CheckRecord> = {}): CheckRecord => ({
  atMs,
  source: 'network',
  outcome: 'current',
  number: 3,
  reason: null,
  detail: '',
  ...changes,
});

describe('the ledger of updates', () => {
  it('is the same after a start', () => {
    const folder = temporaryFolder();
    const journal = openTestJournal(folder);
    const ledger = createUpdateLedger(journal);
    ledger.raiseHighest({ number: 3, rowsSha256: sha('a') });
    ledger.trustTime(julyMs + 0.5);
    ledger.succeeded(julyMs);
    ledger.refuse(refusal(sha('b')));
    ledger.record(check(julyMs, { outcome: 'failed', reason: 'frozen', detail: 'run out', number: null }));
    journal.close();
    const again = openTestJournal(folder);
    const known = createUpdateLedger(again);
    expect(known.highest()).toEqual({ number: 3, rowsSha256: sha('a') });
    expect(known.trustedTimeMs()).toBe(julyMs);
    expect(known.lastSuccessAtMs()).toBe(julyMs);
    expect(known.refused()).toEqual([refusal(sha('b'))]);
    expect(known.checks(5)).toEqual(ledger.checks(5));
    again.close();
  });

  it('never goes down, neither number nor time', () => {
    const journal = openTestJournal(temporaryFolder());
    const ledger = createUpdateLedger(journal);
    ledger.raiseHighest({ number: 3, rowsSha256: sha('a') });
    ledger.raiseHighest({ number: 2, rowsSha256: sha('b') });
    ledger.trustTime(julyMs);
    ledger.trustTime(1);
    expect(ledger.highest().number).toBe(3);
    expect(createUpdateLedger(journal).trustedTimeMs()).toBe(julyMs);
    journal.close();
  });

  it('keeps two hundred checks and refusals, the newest', () => {
    const journal = openTestJournal(temporaryFolder());
    const ledger = createUpdateLedger(journal);
    for (let index = 0; index < 230; index += 1) {
      ledger.record(check(index));
      ledger.refuse(refusal(index.toString(16).padStart(64, '0'), index));
    }
    const known = createUpdateLedger(journal);
    for (const one of [ledger, known]) {
      expect(one.checks(1_000)).toHaveLength(200);
      expect(one.checks(1)[0]?.atMs).toBe(229);
      expect(one.refused()).toHaveLength(200);
      expect(one.refused()[0]?.atMs).toBe(229);
    }
    journal.close();
  });

  it('goes on in memory where nothing can be written', () => {
    const journal = openTestJournal(temporaryFolder());
    const full = { ...journal, write: () => ({ done: false, trouble: 'full' }) as const };
    const ledger = createUpdateLedger(full);
    ledger.raiseHighest({ number: 3, rowsSha256: null });
    ledger.refuse(refusal(sha('c')));
    expect([ledger.highest().number, ledger.refused().length]).toEqual([3, 1]);
    journal.close();
  });
});

describe('starts', () => {
  it('are counted over starts', () => {
    const folder = temporaryFolder();
    const counts = [1, 2, 3].map(() => {
      const journal = openTestJournal(folder);
      const count = countStart(journal);
      journal.close();
      return count;
    });
    expect(counts).toEqual([1, 2, 3]);
  });
});
