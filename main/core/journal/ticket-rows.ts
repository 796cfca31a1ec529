/** The statements behind queue tickets: what the journal's tables hold of a day, and one more number in them. */
import type { LedgerTicket, TicketWish } from '../queue/ticket-ledger.ts';
import type { JournalReader, JournalWriter } from './journal.ts';
import type { DayNumbers } from './number-record.ts';

/** Days whose tickets are kept: the last ones on which numbers were given, so that a wrong clock drops nothing. */
const keptDays = 92;

interface TicketRow {
  readonly day: string;
  readonly prefix: string;
  readonly number: number;
  readonly service: string;
  readonly priority: string | null;
  readonly code: string | null;
  readonly taken_at_ms: number;
}

/** As it is called and printed: at least three digits. */
export function ticketNumber(prefix: string, number: number): string {
  return `${prefix}${String(number).padStart(3, '0')}`;
}

/** The days on which this journal gave numbers, as far back as asked; those used last come last. */
export function selectDays(reader: JournalReader, most: number): DayNumbers[] {
  const sql = 'SELECT day FROM queue_day ORDER BY id DESC LIMIT ?';
  const days = reader.prepare<[number], string>(sql).pluck().all(most).toReversed();
  return days.flatMap((day) => selectDay(reader, day) ?? []);
}

/** Null for a day the journal does not know. */
export function selectDay(reader: JournalReader, day: string): DayNumbers | null {
  const numberBase = reader
    .prepare<[string], number>('SELECT number_base FROM queue_day WHERE day = ?')
    .pluck()
    .get(day);
  if (numberBase === undefined) {
    return null;
  }
  const counters = reader
    .prepare<[string], [string, number]>('SELECT prefix, last FROM queue_counter WHERE day = ? ORDER BY prefix')
    .raw()
    .all(day);
  return { day, numberBase, last: Object.fromEntries(counters) };
}

interface TicketOwner {
  readonly visit?: string;
  readonly appointment?: Uint8Array;
}

/** In the order they were given; of one visit or appointment, or of all. */
export function selectTickets(reader: JournalReader, day: string, owner: TicketOwner = {}): LedgerTicket[] {
  const { visit = null, appointment = null } = owner;
  const sql = `SELECT day, prefix, number, service, priority, code, taken_at_ms FROM queue_ticket
    WHERE day = :day AND (:visit IS NULL OR visit = :visit) AND (:appointment IS NULL OR appointment = :appointment)
    ORDER BY id`;
  return reader.prepare<object, TicketRow>(sql).all({ day, visit, appointment }).map(ticketOf);
}

function ticketOf(row: TicketRow): LedgerTicket {
  return {
    day: row.day,
    number: ticketNumber(row.prefix, row.number),
    serviceId: row.service,
    priorityId: row.priority,
    code: row.code,
    takenAtMs: row.taken_at_ms,
  };
}

/** Takes over what others know to have been given on a day; what of it this journal does not hold becomes a gap. */
export function adoptNumbers(writer: JournalWriter, known: DayNumbers): void {
  const { day, numberBase, last } = known;
  const held = selectDay(writer, day);
  if (held === null) {
    beginDay(writer, known);
  }
  for (const [prefix, number] of Object.entries(last)) {
    const heldLast = held?.last[prefix] ?? held?.numberBase ?? numberBase;
    if (number > heldLast) {
      writer.prepare('INSERT INTO queue_gap VALUES (?, ?, ?, ?)').run(day, prefix, heldLast + 1, number);
      raiseCounter(writer, day, prefix, number);
    }
  }
}

/** `number` is the next of its prefix; the day is there already (`adoptNumbers`). */
export function insertTicket(writer: JournalWriter, wish: TicketWish, number: number): LedgerTicket {
  const { day, prefix, serviceId, priorityId, code, visit, appointment, takenAtMs } = wish;
  raiseCounter(writer, day, prefix, number);
  writer
    .prepare(
      `INSERT INTO queue_ticket (day, prefix, number, service, priority, code, taken_at_ms, visit, appointment)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(day, prefix, number, serviceId, priorityId, code, takenAtMs, visit, appointment);
  return { day, number: ticketNumber(prefix, number), serviceId, priorityId, code, takenAtMs };
}

function raiseCounter(writer: JournalWriter, day: string, prefix: string, last: number): void {
  writer
    .prepare('INSERT INTO queue_counter VALUES (?, ?, ?) ON CONFLICT (day, prefix) DO UPDATE SET last = excluded.last')
    .run(day, prefix, last);
}

/** The day before is over: whose number was whose is forgotten, and so are tickets that are too old. */
function beginDay(writer: JournalWriter, { day, numberBase }: DayNumbers): void {
  writer.prepare('INSERT INTO queue_day (day, number_base) VALUES (?, ?)').run(day, numberBase);
  for (const owner of ['visit', 'appointment']) {
    writer.prepare(`UPDATE queue_ticket SET ${owner} = NULL WHERE ${owner} IS NOT NULL AND day <> ?`).run(day);
  }
  for (const table of ['queue_ticket', 'queue_gap']) {
    writer
      .prepare(`DELETE FROM ${table} WHERE day NOT IN (SELECT day FROM queue_day ORDER BY id DESC LIMIT ?)`)
      .run(keptDays);
  }
}
