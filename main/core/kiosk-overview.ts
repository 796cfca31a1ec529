/** What runs here, for staff: versions, catalogue, journal. */
import { KioskError } from '../contract/error.ts';
import type { CatalogueSummary } from '../contract/kiosk.ts';
import type { StaffHandlers } from './handlers.ts';
import type { JournalFacts } from './journal/journal.ts';

export interface KioskOverviewOptions {
  readonly catalogue: { summary(): CatalogueSummary };
  readonly journal: JournalFacts;
  readonly startedAtMs: number;
}

export function createKioskOverview(_options: KioskOverviewOptions): StaffHandlers['kiosk.overview'] {
  return () => {
    throw new KioskError('unavailable', 'not built yet');
  };
}
