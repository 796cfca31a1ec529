/** Appointments: every change is one transaction, so that of two kiosks asking for the last place one gets it. */
import { randomInt } from 'node:crypto';
import { officeDate } from '../../main/core/office-date.ts';
import type { WireAppointment, WireSlots } from '../../main/core/portal/portal-schemas.ts';
import type { Clock } from '../../main/core/ports.ts';
import { type AppointmentRow, createAppointmentRows } from './appointment-rows.ts';
import { mostDaysAhead, openDays, type PortalService, type Slot, slotsOfDay } from './appointment-times.ts';
import { checkInRefusal, checkInWindow } from './check-in-window.ts';
import { officeTimestamp } from './office-timestamp.ts';
import type { PortalDatabase } from './portal-database.ts';
import { PortalProblem } from './portal-problem.ts';
import type { BookingRequest, ChangeRequest } from './request-schemas.ts';
import type { Wish, WishKeys } from './wish-keys.ts';

/** Who asks, and the idempotency key. */
export interface Asker {
  readonly kioskId: string;
  readonly key: string;
}

export interface AppointmentBook {
  /** Throws `not-offered`. */
  slots(procedureCode: string, days: number): WireSlots;
  /** Throws `not-offered`, `slot-full`, `settled` (the key was given back), `key-reused`. */
  book(asker: Asker, wish: BookingRequest): WireAppointment;
  /** Throws `not-found`. */
  read(code: string): WireAppointment;
  /** Throws `not-found`, `slot-full`, `settled`, `key-reused`. */
  change(asker: Asker, code: string, slot: ChangeRequest): WireAppointment;
  /** Throws `not-found`, `settled`. */
  giveBack(code: string): WireAppointment;
  giveBackByKey(asker: Asker): void;
  /** Throws `not-found`, `too-early`, `too-late`, `other-day`, `settled`. */
  checkIn(code: string): WireAppointment;
}

export interface AppointmentBookOptions {
  readonly clock: Clock;
  readonly services: readonly PortalService[];
  readonly isOpenDay: (day: string) => boolean;
  readonly wishes: WishKeys;
}

/** Without letters and digits that are taken for one another. */
const codeLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const codeLength = 10;

export function createAppointmentBook(
  database: PortalDatabase,
  { clock, services, isOpenDay, wishes }: AppointmentBookOptions,
): AppointmentBook {
  const rows = createAppointmentRows(database);

  const serviceFor = (procedureCode: string): PortalService => {
    const found = services.find(({ procedureCodes }) => procedureCodes.includes(procedureCode));
    if (found === undefined) {
      throw new PortalProblem('not-offered');
    }
    return found;
  };
  const freePlaces = ({ service, capacity }: PortalService, { day, from }: Slot): number =>
    Math.max(0, capacity - rows.taken(service.id, day, from));
  /** Throws `slot-full`, also for a time that is not offered at all. */
  const freeSlot = (offer: PortalService, { day, from }: ChangeRequest): Slot => {
    const nowMs = clock.nowMs();
    const slot = openDays(nowMs, mostDaysAhead, isOpenDay).includes(day)
      ? slotsOfDay(offer, day, nowMs).find((candidate) => candidate.from === from)
      : undefined;
    if (slot === undefined || freePlaces(offer, slot) === 0) {
      throw new PortalProblem('slot-full');
    }
    return slot;
  };
  const wire = (row: AppointmentRow): WireAppointment => {
    const { fromMs, untilMs } = checkInWindow(row);
    return {
      appointmentCode: row.code,
      procedureCode: row.procedureCode,
      service: serviceFor(row.procedureCode).service,
      day: row.day,
      from: row.from,
      until: row.until,
      state: row.state === 'booked' && clock.nowMs() > untilMs ? 'missed' : row.state,
      checkInFrom: officeTimestamp(fromMs),
      checkInUntil: officeTimestamp(untilMs),
    };
  };
  const rowOf = (code: string): AppointmentRow => {
    const row = rows.read(code);
    if (row === null) {
      throw new PortalProblem('not-found');
    }
    return row;
  };
  const stillBooked = (code: string): AppointmentRow => {
    const row = rowOf(code);
    const appointment = wire(row);
    if (appointment.state !== 'booked') {
      throw new PortalProblem('settled', { appointment });
    }
    return row;
  };
  const newCode = (): string => {
    for (;;) {
      const code = Array.from({ length: codeLength }, () => codeLetters.charAt(randomInt(codeLetters.length))).join('');
      if (rows.read(code) === null) {
        return code;
      }
    }
  };

  const book = database.transaction((asker: Asker, body: BookingRequest): WireAppointment => {
    rows.forgetNamesBefore(officeDate(clock.nowMs()));
    const wish: Wish = { ...asker, kind: 'book', body };
    const former = wishes.find(wish);
    if (former !== null) {
      const row = former.appointmentCode === null ? null : rows.read(former.appointmentCode);
      if (row === null || row.state === 'given-back') {
        throw new PortalProblem('settled', row === null ? {} : { appointment: wire(row) });
      }
      return wire(row);
    }
    const offer = serviceFor(body.procedureCode);
    const slot = freeSlot(offer, body);
    const row: AppointmentRow = {
      ...slot,
      code: newCode(),
      procedureCode: body.procedureCode,
      serviceId: offer.service.id,
      state: 'booked',
    };
    rows.add(row, body.name);
    wishes.keep(wish, row.code);
    return wire(row);
  });

  const change = database.transaction((asker: Asker, code: string, slot: ChangeRequest): WireAppointment => {
    const wish: Wish = { ...asker, kind: 'change', body: { code, ...slot } };
    if (wishes.find(wish) !== null) {
      return wire(rowOf(code));
    }
    const row = stillBooked(code);
    if (row.day !== slot.day || row.from !== slot.from) {
      rows.move(code, freeSlot(serviceFor(row.procedureCode), slot));
    }
    wishes.keep(wish, code);
    return wire(rowOf(code));
  });

  const giveBack = database.transaction((code: string): WireAppointment => {
    if (rowOf(code).state !== 'given-back') {
      stillBooked(code);
      rows.settle(code, 'given-back');
    }
    return wire(rowOf(code));
  });

  const giveBackByKey = database.transaction((asker: Asker): void => {
    const former = wishes.usedFor(asker.kioskId, asker.key);
    if (former !== null && former.kind !== 'book' && former.kind !== 'give-back') {
      return;
    }
    const code = former?.appointmentCode ?? null;
    const row = code === null ? null : rows.read(code);
    if (row !== null && wire(row).state === 'booked') {
      rows.settle(row.code, 'given-back');
    }
    // From now on nothing is booked with it, also not by a request that is still on its way.
    wishes.keep({ ...asker, kind: 'give-back', body: null }, code);
  });

  const checkIn = database.transaction((code: string): WireAppointment => {
    const row = rowOf(code);
    const appointment = wire(row);
    if (row.state === 'given-back') {
      throw new PortalProblem('settled', { appointment });
    }
    if (row.state === 'booked') {
      const refusal = checkInRefusal(row, clock.nowMs());
      if (refusal !== null) {
        throw new PortalProblem(refusal, { appointment });
      }
      rows.settle(code, 'checked-in');
    }
    return wire(rowOf(code));
  });

  return {
    slots: (procedureCode, days) => {
      const offer = serviceFor(procedureCode);
      const nowMs = clock.nowMs();
      return {
        service: offer.service,
        days: openDays(nowMs, days, isOpenDay).map((day) => ({
          day,
          slots: slotsOfDay(offer, day, nowMs).map((slot) => ({
            from: slot.from,
            until: slot.until,
            free: freePlaces(offer, slot),
          })),
        })),
      };
    },
    book: (asker, wish) => book.immediate(asker, wish),
    read: (code) => wire(rowOf(code)),
    change: (asker, code, slot) => change.immediate(asker, code, slot),
    giveBack: (code) => giveBack.immediate(code),
    giveBackByKey: (asker) => giveBackByKey.immediate(asker),
    checkIn: (code) => checkIn.immediate(code),
  };
}
