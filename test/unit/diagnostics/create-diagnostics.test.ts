/** The status as a whole, and the counts in it. */
import { describe, expect, it } from 'vitest';
import { catalogueAgeMs, publicationToDisplayMs } from '../../../main/contract/release-age.ts';
import { kioskStatusSchema } from '../../../main/contract/status.ts';
import { createCounts } from '../../../main/core/diagnostics/create-counts.ts';
import { createDiagnostics } from '../../../main/core/diagnostics/create-diagnostics.ts';
import { hourMs, makeFailure, makeStatus, makeUpdates, statusMs } from '../../fakes/make-kiosk-status.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';

const roll = { rollMetres: 60, metresLeft: 41.3, changedAtMs: null, slipsOnRoll: 4, slipsEver: 90 };
const portal = { trouble: null, detail: null, lastAnswerAtMs: null, clockDifferenceMs: null } as const;

function openDiagnostics(target: string | null = 'tcp://192.0.2.7:9100') {
  const clock = createManualClock(statusMs - hourMs);
  const counts = createCounts();
  const { printer, reader } = makeStatus();
  const diagnostics = createDiagnostics({
    clock,
    software: '0.5.0',
    counts,
    starts: 12,
    printer: () => ({ target, profile: 'generic-80', status: printer, roll, jobs: [] }),
    reader: () => reader,
    updates: () => makeUpdates(),
    portal: () => ({ origin: 'https://portal.example.vn', circuit: 'open', ...portal }),
    journal: { isDurable: true, movedAside: 'journal.db.damaged-2026' },
  });
  clock.nowIsMs = statusMs;
  return { counts, diagnostics };
}

describe('the status of a kiosk', () => {
  it('has the form of the contract and gathers what the features know', async () => {
    const status = kioskStatusSchema.parse(await openDiagnostics().diagnostics.status());
    expect(status).toMatchObject({
      atMs: statusMs,
      startedAtMs: statusMs - hourMs,
      software: '0.5.0',
      starts: 12,
      paperMetres: 41.3,
      troubles: ['journal-lost', 'portal-unreachable'],
    });
    expect(status.residentBytes).toBeGreaterThan(1_000_000);
  });

  it('knows no paper where there is no printer', async () => {
    expect((await openDiagnostics(null).diagnostics.status()).paperMetres).toBeNull();
  });
});

describe('the counts since the start', () => {
  it('hear that something happened and tell how often', async () => {
    const { counts, diagnostics } = openDiagnostics();
    counts.searched(true);
    counts.searched(false);
    counts.ticketGiven();
    counts.scanned();
    counts.updateFailed('frozen');
    counts.updateFailed('frozen');
    counts.updateFailed('unreachable');
    expect((await diagnostics.status()).counts).toEqual({
      searches: 2,
      searchesWithoutResult: 1,
      slipsPrinted: 0,
      slipsFailed: 0,
      ticketsGiven: 1,
      scans: 1,
      updateFailures: { frozen: 2, unreachable: 1 },
    });
  });

  it('count a slip once, by how it ended; called off is no failure, nobody knows is none yet', () => {
    const counts = createCounts();
    const tell = (job: number, state: 'sending' | 'printed' | 'unknown') =>
      counts.jobChanged({ job, state, reason: state === 'unknown' ? 'no-answer' : null });
    tell(1, 'sending');
    tell(1, 'printed');
    tell(1, 'printed');
    tell(2, 'unknown');
    tell(2, 'printed');
    tell(3, 'unknown');
    counts.jobChanged({ job: 4, state: 'failed', reason: 'paper-out' });
    counts.jobChanged({ job: 5, state: 'failed', reason: 'cancelled' });
    expect(counts.now()).toMatchObject({ slipsPrinted: 2, slipsFailed: 1 });
  });

  it('never go down, however many slips come', () => {
    const counts = createCounts();
    for (let job = 1; job <= 2_000; job += 1) {
      counts.jobChanged({ job, state: 'printed', reason: null });
    }
    expect(counts.now().slipsPrinted).toBe(2_000);
  });
});

describe('the age of what is shown', () => {
  const { shown } = makeUpdates();

  it('counts from publication', () => {
    expect(catalogueAgeMs(shown, statusMs)).toBe(5 * hourMs);
    expect(publicationToDisplayMs(shown)).toBe(0.5 * hourMs);
  });

  it('counts from the day of the data where nothing was published', () => {
    const bundled = { ...shown, publishedAtMs: null, committedAtMs: null };
    // 21 July begins at 17:00 UTC of the 20th.
    expect(catalogueAgeMs(bundled, Date.UTC(2026, 6, 20, 18))).toBe(hourMs);
    expect(publicationToDisplayMs(bundled)).toBeNull();
  });

  it('is never below zero where the clock is behind', () => {
    expect(catalogueAgeMs(shown, 0)).toBe(0);
    expect(publicationToDisplayMs({ ...shown, committedAtMs: 0 })).toBe(0);
  });
});

it('makes failures for the tests as the contract has them', () => {
  expect(
    kioskStatusSchema.parse(makeStatus({ updates: makeUpdates({ failure: makeFailure('frozen') }) })),
  ).toBeTruthy();
});
