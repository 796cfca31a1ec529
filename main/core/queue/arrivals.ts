/** Numbers for who comes with an appointment: one for each, however often its slip is scanned. */
import { createHash } from 'node:crypto';
import type { Procedure } from '../../contract/procedure.ts';
import type { Opening, Ticket } from '../../contract/queue.ts';
import { officeDate } from '../office-date.ts';
import type { Clock } from '../ports.ts';
import { placeOf } from './place-in-queue.ts';
import type { ConfiguredService } from './queue-configuration.ts';
import { serviceForProcedure } from './service-for-procedure.ts';
import type { LedgerTicket, TicketLedger } from './ticket-ledger.ts';

export type ArrivalNumber =
  | { readonly outcome: 'taken'; readonly ticket: Ticket; readonly givenBefore: number }
  /** `no-queue`: no service here serves it. `no-room`: no number can be written down for good. */
  | { readonly outcome: 'no-queue' | 'closed' | 'no-room' };

export interface ArrivalsOptions {
  readonly services: readonly ConfiguredService[];
  readonly ledger: Pick<TicketLedger, 'take' | 'takenFor' | 'onDay'>;
  readonly clock: Clock;
  readonly getProcedure: (code: string) => Procedure | null;
  readonly openingOf: (service: ConfiguredService) => Opening;
  readonly ticketOf: (kept: LedgerTicket) => Ticket;
}

export interface Arrivals {
  take(appointmentCode: string, procedureCode: string, serviceId: string): ArrivalNumber;
  /** A number of that day that was told in this session. */
  told(number: string, day: string): Ticket | undefined;
  forget(): void;
}

export function createArrivals(options: ArrivalsOptions): Arrivals {
  const { services, ledger, clock, getProcedure, openingOf, ticketOf } = options;
  let toldTickets: Ticket[] = [];

  function take(appointmentCode: string, procedureCode: string, serviceId: string): ArrivalNumber {
    const takenAtMs = clock.nowMs();
    const day = officeDate(takenAtMs);
    // The journal keeps no code that the portal would know.
    const appointment = createHash('sha256').update(appointmentCode).digest();
    const taken = ledger.takenFor(appointment, day);
    if (taken === null) {
      return { outcome: 'no-room' };
    }
    const [own] = taken;
    // Before everything else, also after closing time.
    if (own !== undefined) {
      return tell(own);
    }
    const service = serviceOf(procedureCode, serviceId);
    if (service === null) {
      return { outcome: 'no-queue' };
    }
    if (!openingOf(service).isOpen) {
      return { outcome: 'closed' };
    }
    const { id, prefix } = service;
    const code = getProcedure(procedureCode) === null ? null : procedureCode;
    const given = ledger.take({
      day,
      serviceId: id,
      prefix,
      visit: null,
      appointment,
      priorityId: null,
      code,
      takenAtMs,
    });
    return given === null ? { outcome: 'no-room' } : tell(given);
  }

  /** The office's own order first; then a service that has the name the portal has for it. */
  function serviceOf(procedureCode: string, serviceId: string): ConfiguredService | null {
    const procedure = getProcedure(procedureCode);
    const own = procedure === null ? null : serviceForProcedure(services, procedure);
    return own ?? services.find(({ id }) => id === serviceId) ?? null;
  }

  function tell(kept: LedgerTicket): ArrivalNumber {
    const given = ledger.onDay(kept.day);
    if (given === null) {
      return { outcome: 'no-room' };
    }
    const ticket = ticketOf(kept);
    toldTickets = [...toldTickets.filter(({ number }) => number !== ticket.number), ticket];
    return { outcome: 'taken', ticket, givenBefore: placeOf(kept, given).givenBefore };
  }

  return {
    take,
    told: (number, day) => toldTickets.find((ticket) => ticket.number === number && ticket.day === day),
    forget: () => {
      toldTickets = [];
    },
  };
}
