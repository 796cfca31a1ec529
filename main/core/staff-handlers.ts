/** The handlers of the staff methods. They need the journal alone, so kioskctl can make them where no kiosk runs. */
import { KioskError } from '../contract/error.ts';
import type { StaffHandlers } from './handlers.ts';
import type { Journal } from './journal/journal.ts';
import { ticketsOnDay } from './journal/queue-tickets.ts';
import { createSearchCounts } from './journal/search-counts.ts';
import { createStaffLedger } from './journal/staff-actions.ts';
import { officeDate } from './office-date.ts';
import type { Clock } from './ports.ts';
import { ticketsToday } from './queue/tickets-today.ts';

type JournalStaffHandlers = Pick<StaffHandlers, 'search.gaps' | 'tickets.today' | 'audit.recent' | 'staff.pinChanged'>;

/** Error of the handlers: `unavailable` where the journal cannot be read. A running kiosk names services; here their ids stand. */
export function createJournalStaffHandlers(journal: Journal, clock: Clock): JournalStaffHandlers {
  const counts = createSearchCounts(journal);
  const ledger = createStaffLedger(journal);
  return {
    'search.gaps': () => counts.gaps(),
    'tickets.today': () => {
      const day = officeDate(clock.nowMs());
      const tickets = ticketsOnDay(journal, day);
      if (tickets === null) {
        throw new KioskError('unavailable', 'The journal cannot be read at present.');
      }
      return ticketsToday(day, tickets, []);
    },
    'audit.recent': ({ limit }) => [...ledger.recent(limit)],
    'staff.pinChanged': () => {
      ledger.setTries({ wrong: 0, pausedUntilMs: 0 });
      return {};
    },
  };
}
