/** A kiosk that is well, as `kiosk.status` tells it; tests change what they are about. */
import type { KioskStatus } from '../../main/contract/status.ts';
import type { UpdateFailure, UpdateFailureRecord, UpdatesOverview } from '../../main/contract/updates.ts';

/** 09:41:05 at the office, 22 July 2026. */
export const statusMs = Date.UTC(2026, 6, 22, 2, 41, 5);
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

export function makeUpdates(changes: Partial<UpdatesOverview> = {}): UpdatesOverview {
  return {
    trust: { fingerprint: 'ab'.repeat(32), rootVersion: 2 },
    shown: {
      number: 7,
      publishedAtMs: statusMs - 5 * hourMs,
      committedAtMs: statusMs - 4.5 * hourMs,
      origin: 'release',
      office: 'phuong-mau',
      catalogue: { version: 'c'.repeat(64), dataDate: '2026-07-21', profile: 'ward', procedureCount: 478, number: 7 },
    },
    progress: { phase: 'idle', source: null, number: null, share: null },
    lastSuccessAtMs: statusMs - 0.5 * hourMs,
    lastCheck: { atMs: statusMs - 0.5 * hourMs, source: 'network' },
    failure: null,
    recentFailures: [],
    nextCheckAtMs: statusMs + 0.2 * hourMs,
    isClockSure: true,
    kept: [
      { number: 7, publishedAtMs: statusMs - 5 * hourMs, dataDate: '2026-07-21', state: 'shown' },
      { number: 6, publishedAtMs: statusMs - 9 * dayMs, dataDate: '2026-07-01', state: 'former' },
    ],
    canRollBack: true,
    stick: null,
    ...changes,
  };
}

export function makeFailure(reason: UpdateFailure, changes: Partial<UpdateFailureRecord> = {}): UpdateFailureRecord {
  return { atMs: statusMs - 60_000, source: 'network', reason, detail: 'for staff', ...changes };
}

export function makeStatus(changes: Partial<KioskStatus> = {}): KioskStatus {
  return {
    atMs: statusMs,
    startedAtMs: statusMs - 3 * dayMs,
    software: '0.5.0',
    starts: 12,
    printer: { state: 'ready', paperNearEnd: false, sinceMs: statusMs - 2 * hourMs },
    paperMetres: 41.3,
    reader: { state: 'connected', sinceMs: statusMs - 2 * hourMs },
    updates: makeUpdates(),
    counts: {
      searches: 120,
      searchesWithoutResult: 3,
      slipsPrinted: 44,
      slipsFailed: 1,
      ticketsGiven: 9,
      scans: 5,
      updateFailures: { unreachable: 2 },
    },
    residentBytes: 123_000_000,
    troubles: [],
    ...changes,
  };
}
