/** One kiosk at a glance: gathers what the features know of themselves into one status, and says what needs a hand. */
import type { PrinterStatus } from '../../contract/kiosk.ts';
import type { ReaderStatus } from '../../contract/reader-status.ts';
import type { KioskStatus } from '../../contract/status.ts';
import type { UpdatesOverview } from '../../contract/updates.ts';
import type { StaffHandlers } from '../handlers.ts';
import type { Clock } from '../ports.ts';

export interface DiagnosticsDependencies {
  readonly clock: Clock;
  readonly software: string;
  readonly printer: () => Promise<PrinterStatus> | PrinterStatus;
  readonly reader: () => ReaderStatus;
  readonly updates: () => UpdatesOverview;
}

export interface Diagnostics {
  readonly staffHandlers: Pick<StaffHandlers, 'kiosk.status'>;
  status(): Promise<KioskStatus>;
}

export function createDiagnostics({ clock, software, printer, reader, updates }: DiagnosticsDependencies): Diagnostics {
  const startedAtMs = clock.nowMs();
  const status = async (): Promise<KioskStatus> => ({
    atMs: clock.nowMs(),
    startedAtMs,
    software,
    starts: 1,
    printer: await printer(),
    paperMetres: null,
    reader: reader(),
    updates: updates(),
    counts: {
      searches: 0,
      searchesWithoutResult: 0,
      slipsPrinted: 0,
      slipsFailed: 0,
      ticketsGiven: 0,
      scans: 0,
      updateFailures: {},
    },
    residentBytes: process.memoryUsage.rss(),
    troubles: [],
  });
  return { status, staffHandlers: { 'kiosk.status': status } };
}
