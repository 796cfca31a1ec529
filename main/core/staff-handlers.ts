/** The handlers of the staff methods. They need the journal alone, so kioskctl can make them where no kiosk runs. */
import type { StaffHandlers } from './handlers.ts';
import type { Journal } from './journal/journal.ts';
import { createSearchCounts } from './journal/search-counts.ts';

/** Error of the handlers: `unavailable` where the journal cannot be read. */
export function createJournalStaffHandlers(journal: Journal): Pick<StaffHandlers, 'search.gaps'> {
  const counts = createSearchCounts(journal);
  return { 'search.gaps': () => counts.gaps() };
}
