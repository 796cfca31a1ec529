/** Lets others hear that a number was given, not which and to whom. */
import type { TicketLedger } from './ticket-ledger.ts';

/** The same ledger. */
export function hearTickets(ledger: TicketLedger, onGiven: () => void): TicketLedger {
  return {
    ...ledger,
    take: (wish) => {
      const given = ledger.take(wish);
      if (given !== null) {
        onGiven();
      }
      return given;
    },
  };
}
