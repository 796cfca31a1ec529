/** The handlers of the staff methods. They need the journal alone, so kioskctl can make them where no kiosk runs. */
import type { StaffHandlers } from './handlers.ts';
import type { Journal } from './journal/journal.ts';
import { createSearchCounts } from './journal/search-counts.ts';
import { createStaffLedger } from './journal/staff-actions.ts';

type JournalStaffHandlers = Pick<StaffHandlers, 'search.gaps' | 'audit.recent' | 'staff.pinChanged'>;

/** Error of the handlers: `unavailable` where the journal cannot be read. */
export function createJournalStaffHandlers(journal: Journal): JournalStaffHandlers {
  const counts = createSearchCounts(journal);
  const ledger = createStaffLedger(journal);
  return {
    'search.gaps': () => counts.gaps(),
    'audit.recent': ({ limit }) => [...ledger.recent(limit)],
    'staff.pinChanged': () => {
      ledger.setTries({ wrong: 0, pausedUntilMs: 0 });
      return {};
    },
  };
}
