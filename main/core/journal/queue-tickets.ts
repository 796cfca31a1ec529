/** Queue numbers in the journal: none of a day is given twice and none is passed over without a trace, whatever dies when. */
import { officeDate } from '../office-date.ts';
import type { Clock, Logger } from '../ports.ts';
import type { LedgerTicket, TicketLedger } from '../queue/ticket-ledger.ts';
import type { Journal } from './journal.ts';
import { createKnownNumbers, mostNumbersADay } from './known-numbers.ts';
import { type DayNumbers, openNumberRecord } from './number-record.ts';
import { adoptNumbers, insertTicket, selectTickets } from './ticket-rows.ts';

/** A visit that a crash left open is over by now. */
const longestVisitMs = 30 * 60 * 1000;

export interface TicketLedgerOptions {
  /** The journal's own; locked while the ledger is used. */
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Where the journal lives in memory only, no numbers are given. */
export function createTicketLedger(journal: Journal, { dataFolder, clock, logger }: TicketLedgerOptions): TicketLedger {
  const record = openNumberRecord(dataFolder, logger);
  const knownNumbers = createKnownNumbers({ journal, record, dataFolder, logger });
  const nowMs = clock.nowMs();
  if (journal.isDurable) {
    knownNumbers.reconcile(officeDate(nowMs));
  }
  forgetVisits(journal, { fromMs: nowMs - longestVisitMs, toMs: nowMs + longestVisitMs });
  return {
    take: (wish) => {
      const known = journal.isDurable ? knownNumbers.on(wish.day) : null;
      const number = known === null ? null : nextNumber(known, wish.prefix);
      if (known === null || number === null) {
        return null;
      }
      // The record first: a number that is only there was told to nobody, and becomes a gap in the journal.
      if (!record.write([{ ...known, last: { ...known.last, [wish.prefix]: number } }])) {
        return null;
      }
      const given = valueOf(
        journal.write((writer) => {
          adoptNumbers(writer, known);
          return insertTicket(writer, wish, number);
        }),
      );
      if (given === null) {
        // Nobody has the number, so the next one may. Where the disk takes not even this, it becomes a gap.
        record.write([known]);
      }
      return given;
    },
    takenBy: (visit, day) => valueOf(journal.read((reader) => selectTickets(reader, day, { visit }))),
    takenFor: (appointment, day) => valueOf(journal.read((reader) => selectTickets(reader, day, { appointment }))),
    onDay: (day) => ticketsOnDay(journal, day),
    forgetVisits: () => forgetVisits(journal, null),
  };
}

/** For reading alone, also where no kiosk runs. */
export function ticketsOnDay(journal: Pick<Journal, 'read'>, day: string): readonly LedgerTicket[] | null {
  return valueOf(journal.read((reader) => selectTickets(reader, day)));
}

/** Null where the day has no more. */
function nextNumber({ numberBase, last }: DayNumbers, prefix: string): number | null {
  const number = (last[prefix] ?? numberBase) + 1;
  return number <= numberBase + mostNumbersADay ? number : null;
}

/** All of them, or those taken outside of a time: long ago, or before the clock was set back. */
function forgetVisits(journal: Journal, kept: { readonly fromMs: number; readonly toMs: number } | null): void {
  const where = 'visit IS NOT NULL AND NOT taken_at_ms BETWEEN ? AND ?';
  // Without a time, one that holds nothing.
  const bounds = kept === null ? [1, 0] : [kept.fromMs, kept.toMs];
  const found = journal.read((reader) => reader.prepare(`SELECT 1 FROM queue_ticket WHERE ${where}`).get(bounds));
  if (found.done && found.value !== undefined) {
    journal.write((writer) => writer.prepare(`UPDATE queue_ticket SET visit = NULL WHERE ${where}`).run(bounds));
  }
}

function valueOf<T>(outcome: { readonly done: true; readonly value: T } | { readonly done: false }): T | null {
  return outcome.done ? outcome.value : null;
}
