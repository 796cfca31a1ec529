/** Queue tickets of one kiosk: which services there are, when they are open, and numbers that are never given twice. */
import { KioskError } from '../../contract/error.ts';
import type { Params } from '../../contract/methods.ts';
import type { Procedure } from '../../contract/procedure.ts';
import type { Opening, QueueService, TakeOutcome, Ticket } from '../../contract/queue.ts';
import type { Handlers, StaffHandlers } from '../handlers.ts';
import type { OfficeCalendar } from '../office-calendar/office-calendar.ts';
import { officeDate } from '../office-date.ts';
import type { Clock, Logger } from '../ports.ts';
import { type ArrivalNumber, createArrivals } from './arrivals.ts';
import { openingAt } from './opening.ts';
import { placeOf } from './place-in-queue.ts';
import type { Bilingual, ConfiguredService, QueueConfiguration } from './queue-configuration.ts';
import { serviceForProcedure } from './service-for-procedure.ts';
import type { LedgerTicket, TicketLedger } from './ticket-ledger.ts';
import { ticketsToday } from './tickets-today.ts';

export interface QueueOptions {
  readonly configuration: QueueConfiguration;
  readonly calendar: Pick<OfficeCalendar, 'isClosedDate' | 'hoursWeekdayOf' | 'hoursOn'>;
  readonly ledger: TicketLedger;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly getProcedure: (code: string) => Procedure | null;
}

export interface Queue {
  readonly handlers: Pick<Handlers, 'queue.describe' | 'queue.serviceFor' | 'queue.take' | 'queue.place'>;
  readonly staffHandlers: Pick<StaffHandlers, 'tickets.today'>;
  /** A number this visit took today, or one that was told at a check-in of this session; null for any other. */
  ticketOf(visit: string, number: string): Ticket | null;
  /** A number for an appointment whose holder has come; the same one each time that day, also after a restart. */
  takeForAppointment(appointmentCode: string, procedureCode: string, serviceId: string): ArrivalNumber;
  /** The citizen has gone: no visit can show or print what it took any more. */
  forgetVisits(): void;
}

/** Codes in the configuration that the catalogue does not hold are told in the log; they harm nothing. */
export function createQueue({ configuration, calendar, ledger, clock, logger, getProcedure }: QueueOptions): Queue {
  const { services, hours, mostTicketsAVisit, priorityKinds } = configuration;
  const unknown = services.flatMap(({ procedures }) => procedures).filter((code) => getProcedure(code) === null);
  if (unknown.length > 0) {
    logger.warn('Services of the queue name procedures the catalogue does not hold', { codes: unknown });
  }

  const openingOf = (service: ConfiguredService): Opening =>
    openingAt({ hours: service.hours ?? hours, calendar }, clock.nowMs());
  const today = (): string => officeDate(clock.nowMs());
  const ticketOf = (kept: LedgerTicket): Ticket => describeTicket(kept, configuration);
  const arrivals = createArrivals({ services, ledger, clock, getProcedure, openingOf, ticketOf });

  function describeService(service: ConfiguredService, givenToday: readonly LedgerTicket[]): QueueService {
    const { id, name, prefix, counter, fields, procedures } = service;
    return {
      id,
      name,
      prefix,
      counter,
      procedureCode: fields.length === 0 && procedures.length === 1 ? (procedures[0] ?? null) : null,
      opening: openingOf(service),
      givenToday: givenToday.filter(({ serviceId }) => serviceId === id).length,
    };
  }

  function take({ visit, serviceId, priorityId, code }: Params<'queue.take'>): TakeOutcome {
    const service = services.find(({ id }) => id === serviceId);
    if (service === undefined) {
      throw new KioskError('not-found', `The configuration knows no service ${serviceId}.`);
    }
    if (priorityId !== null && priorityKinds.every(({ id }) => id !== priorityId)) {
      throw new KioskError('not-found', `The configuration knows no kind of priority ${priorityId}.`);
    }
    if (code !== null) {
      requireProcedure(code);
    }
    const takenAtMs = clock.nowMs();
    const day = officeDate(takenAtMs);
    const taken = ledger.takenBy(visit, day);
    if (taken === null) {
      return { outcome: 'no-room' };
    }
    // Before everything else, also after closing time: the page asks again where an answer was lost.
    const own = taken.find((ticket) => ticket.serviceId === serviceId);
    if (own !== undefined) {
      return { outcome: 'already-taken', ticket: ticketOf(own) };
    }
    if (taken.length >= mostTicketsAVisit) {
      return { outcome: 'too-many', tickets: taken.map(ticketOf) };
    }
    const opening = openingOf(service);
    if (!opening.isOpen) {
      return { outcome: 'closed', opensAtMs: opening.opensAtMs };
    }
    const { prefix } = service;
    const given = ledger.take({ day, serviceId, prefix, visit, appointment: null, priorityId, code, takenAtMs });
    return given === null ? { outcome: 'no-room' } : { outcome: 'taken', ticket: ticketOf(given) };
  }

  function requireProcedure(code: string): Procedure {
    const procedure = getProcedure(code);
    if (procedure === null) {
      throw new KioskError('not-found', `The catalogue does not hold ${code}.`);
    }
    return procedure;
  }

  return {
    handlers: {
      'queue.describe': ({ visit }) => {
        const given = readable(ledger.onDay(today()));
        return {
          services: services.map((service) => describeService(service, given)),
          priorityKinds: [...priorityKinds],
          taken: readable(ledger.takenBy(visit, today())).map(ticketOf),
        };
      },
      'queue.serviceFor': ({ code }) => {
        const service = serviceForProcedure(services, requireProcedure(code));
        return { service: service === null ? null : describeService(service, readable(ledger.onDay(today()))) };
      },
      'queue.take': take,
      'queue.place': ({ day, number }) => {
        if (day !== today()) {
          return { outcome: 'other-day', day };
        }
        const given = readable(ledger.onDay(day));
        const kept = given.find((ticket) => ticket.number === number);
        return kept === undefined
          ? { outcome: 'not-found' }
          : { outcome: 'today', ticket: ticketOf(kept), ...placeOf(kept, given) };
      },
    },
    staffHandlers: { 'tickets.today': () => ticketsToday(today(), readable(ledger.onDay(today())), services) },
    ticketOf: (visit, number) => {
      const kept = ledger.takenBy(visit, today())?.find((ticket) => ticket.number === number);
      return kept === undefined ? (arrivals.told(number, today()) ?? null) : ticketOf(kept);
    },
    takeForAppointment: (appointmentCode, procedureCode, serviceId) =>
      arrivals.take(appointmentCode, procedureCode, serviceId),
    forgetVisits: () => {
      arrivals.forget();
      ledger.forgetVisits();
    },
  };
}

/** Names are the configuration's of now; a service or kind that has gone from it since is named by its id. */
function describeTicket(kept: LedgerTicket, { services, priorityKinds }: QueueConfiguration): Ticket {
  const { number, day, serviceId, priorityId, takenAtMs } = kept;
  const service = services.find(({ id }) => id === serviceId);
  const named = priorityKinds.find(({ id }) => id === priorityId);
  const unnamed = priorityId === null ? null : { id: priorityId, title: nameOfId(priorityId) };
  return {
    number,
    day,
    serviceId,
    serviceName: service?.name ?? nameOfId(serviceId),
    counter: service?.counter ?? null,
    priority: named ?? unnamed,
    takenAtMs,
  };
}

function nameOfId(id: string): Bilingual {
  return { vi: id, en: id };
}

/** Errors: `unavailable`. */
function readable<T>(found: T | null): T {
  if (found === null) {
    throw new KioskError(
      'unavailable',
      'The journal cannot be read at present, so nobody knows which numbers were given.',
    );
  }
  return found;
}
