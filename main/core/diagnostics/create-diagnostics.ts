/** One kiosk at a glance: gathers what the features know of themselves into one status, and says what needs a hand. */
import type { PortalOverview } from '../../contract/portal.ts';
import type { PrinterOverview } from '../../contract/printing.ts';
import type { ReaderStatus } from '../../contract/reader-status.ts';
import type { KioskStatus } from '../../contract/status.ts';
import type { UpdatesOverview } from '../../contract/updates.ts';
import type { StaffHandlers } from '../handlers.ts';
import type { Clock } from '../ports.ts';
import type { Counts } from './create-counts.ts';
import { findTroubles } from './find-troubles.ts';

export interface DiagnosticsDependencies {
  readonly clock: Clock;
  /** Version of this software. */
  readonly software: string;
  readonly counts: Counts;
  /** How often the core was started, this time among them, as far as the journal remembers. */
  readonly starts: number;
  readonly printer: () => PrinterOverview | Promise<PrinterOverview>;
  readonly reader: () => ReaderStatus;
  readonly updates: () => UpdatesOverview;
  readonly portal: () => PortalOverview;
  readonly journal: { readonly isDurable: boolean; readonly movedAside: string | null };
}

export interface Diagnostics {
  readonly staffHandlers: Pick<StaffHandlers, 'kiosk.status'>;
  status(): Promise<KioskStatus>;
}

export function createDiagnostics(dependencies: DiagnosticsDependencies): Diagnostics {
  const { clock, software, starts, counts, journal } = dependencies;
  const startedAtMs = clock.nowMs();

  const status = async (): Promise<KioskStatus> => {
    const { target, status: printer, roll } = await dependencies.printer();
    const portal = dependencies.portal();
    const known = {
      atMs: clock.nowMs(),
      startedAtMs,
      printer,
      paperMetres: target === null ? null : roll.metresLeft,
      reader: dependencies.reader(),
      updates: dependencies.updates(),
    };
    return {
      ...known,
      software,
      starts,
      counts: counts.now(),
      residentBytes: process.memoryUsage.rss(),
      troubles: findTroubles({
        ...known,
        isJournalWhole: journal.isDurable && journal.movedAside === null,
        isPortalReached: portal.origin === null || portal.circuit === 'closed',
      }),
    };
  };
  return { status, staffHandlers: { 'kiosk.status': status } };
}
