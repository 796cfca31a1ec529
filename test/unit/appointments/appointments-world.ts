/** Appointments over a portal that answers what a test wrote down, with a queue that gives numbers to appointments. */
import { type MethodName, methods, type Params, type Result } from '../../../main/contract/methods.ts';
import type { CheckInNumber } from '../../../main/core/appointments/check-in.ts';
import { type Appointments, createAppointments } from '../../../main/core/appointments/create-appointments.ts';
import { createPortalClient } from '../../../main/core/portal/create-portal-client.ts';
import type { Clock, PortalFetcher } from '../../../main/core/ports.ts';
import { makeProcedure } from '../../fakes/make-procedure.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';

export const cardKey = 'card-key-of-tests-0123';
export const bookingCode = '1.001193';
/** Wednesday 22 July 2026, 09:41:05 at the office. */
export const startMs = Date.UTC(2026, 6, 22, 2, 41, 5);

export interface AppointmentsWorldOptions {
  readonly fetcher: PortalFetcher;
  /** Default: one that goes with the timers. */
  readonly clock?: Clock;
  readonly isOpenDay?: (day: string) => boolean;
  readonly takeNumber?: () => CheckInNumber;
}

export function openAppointments({ fetcher, clock, isOpenDay, takeNumber }: AppointmentsWorldOptions) {
  const timers = createManualSchedule();
  const logger = createRecordingLogger();
  const ports = { clock: clock ?? { nowMs: () => startMs + timers.elapsedMs }, schedule: timers.schedule, logger };
  const cards = new Map([[cardKey, 'NGUYỄN THỊ MẪU']]);
  const numbersAsked: string[][] = [];
  const portal = createPortalClient({ ...ports, fetcher, random: () => 0 });
  const appointments = createAppointments({
    ...ports,
    portal,
    daysAhead: 14,
    isOpenDay: isOpenDay ?? (() => true),
    getProcedure: (code) => (code === bookingCode ? makeProcedure({ code }) : null),
    nameOnCard: (key) => cards.get(key) ?? null,
    takeNumber: (...asked) => {
      numbersAsked.push(asked);
      return takeNumber?.() ?? { outcome: 'no-queue' };
    },
  });
  return { appointments, portal, timers, cards, numbersAsked, ...ports };
}

/** Asks as the page does, and takes the answer as the page does. */
export async function call<M extends keyof Appointments['handlers'] & MethodName>(
  { appointments }: { readonly appointments: Appointments },
  method: M,
  params: Params<M>,
): Promise<Result<M>> {
  const { params: paramsSchema, result } = methods[method];
  // The handler of a method takes that method's params and gives its result; the table cannot say so by itself.
  const handler = appointments.handlers[method] as (given: unknown) => unknown;
  return result.parse(await handler(paramsSchema.parse(params))) as Result<M>;
}

export const booking = {
  key: 'booking-key-0123456789',
  code: bookingCode,
  day: '2026-07-23',
  from: '08:30',
  holder: { by: 'name', name: 'Nguyễn Thị Mẫu' },
} as const;
