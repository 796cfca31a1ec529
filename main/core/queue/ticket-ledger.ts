/** Where numbers are written down before anybody sees them; `core/journal/queue-tickets.ts` keeps them in the journal. */

/** A number as it is kept. */
export interface LedgerTicket {
  readonly day: string;
  readonly number: string;
  readonly serviceId: string;
  readonly priorityId: string | null;
  readonly code: string | null;
  readonly takenAtMs: number;
}

export interface TicketWish {
  /** The office's date, YYYY-MM-DD. */
  readonly day: string;
  readonly serviceId: string;
  readonly prefix: string;
  /** Null where it is for an appointment. */
  readonly visit: string | null;
  /** SHA-256 of the code of the appointment it is for; null where it is for none. */
  readonly appointment: Uint8Array | null;
  readonly priorityId: string | null;
  readonly code: string | null;
  readonly takenAtMs: number;
}

export interface TicketLedger {
  /** The prefix's next number of that day, on the disk when this returns; null where the journal could not take it. */
  take(wish: TicketWish): LedgerTicket | null;
  /** What a visit took on that day, oldest first; null where the journal cannot be read. */
  takenBy(visit: string, day: string): readonly LedgerTicket[] | null;
  /** What was given for an appointment (SHA-256 of its code) on that day, one at most; null where the journal cannot be read. */
  takenFor(appointment: Uint8Array, day: string): readonly LedgerTicket[] | null;
  /** In the order they were given; null where the journal cannot be read. */
  onDay(day: string): readonly LedgerTicket[] | null;
  /** Visits are over: no number can be told from whose it was. */
  forgetVisits(): void;
}
