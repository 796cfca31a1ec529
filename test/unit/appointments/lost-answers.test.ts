/** Against the reference portal: whatever the network loses, nobody is booked twice, and nothing stays booked that nobody knows of. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPortalClient } from '../../../main/core/portal/create-portal-client.ts';
import { createLossyFetcher, type Fate, type LossyFetcher } from '../../fakes/lossy-fetcher.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { openReferencePortal, type ReferencePortal } from '../../fixtures/portal/open-reference-portal.ts';
import { booking, bookingCode, call, openAppointments } from './appointments-world.ts';

const minuteMs = 60_000;
const capacity = 9;
const fates = fc.constantFrom<Fate>('arrives', 'question-lost', 'answer-lost', 'late');

/** Asks past all losses. */
function observe(portal: ReferencePortal) {
  const client = createPortalClient({
    fetcher: portal.fetcherOf('kiosk-2'),
    clock: portal.clock,
    schedule: createManualSchedule().schedule,
    logger: createRecordingLogger(),
    random: () => 0,
  });
  return async (from: string = booking.from): Promise<number> => {
    const answer = await client.slots(bookingCode, 2);
    const slots = answer.ok ? answer.value?.days.find(({ day }) => day === booking.day)?.slots : undefined;
    const slot = slots?.find((one) => one.from === from);
    if (slot === undefined) {
      throw new Error('the portal does not tell');
    }
    return capacity - slot.free;
  };
}

async function settle<T>(portal: ReferencePortal, task: Promise<T>): Promise<T> {
  const result = await task;
  // Another minute, so that the portal's own limits are not what is tested.
  portal.clock.nowIsMs += minuteMs;
  return result;
}

/** Ten minutes of the kiosk's, with all that follows from them. */
async function waitALittle(
  portal: ReferencePortal,
  timers: { pass(milliseconds: number): Promise<void> },
  fetcher: LossyFetcher,
): Promise<void> {
  portal.clock.nowIsMs += 10 * minuteMs;
  await timers.pass(10 * minuteMs);
  await fetcher.atRest();
}

describe('a citizen whose answers get lost', () => {
  it('has one place while he stands there, and none that he was never told of once he has gone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fates, { minLength: 1, maxLength: 4 }),
        fc.array(fates, { maxLength: 3 }),
        async (bookingFates, givingBackFates) => {
          const portal = await openReferencePortal({ capacity });
          const placesTaken = observe(portal);
          const fetcher = createLossyFetcher(portal.fetcherOf('kiosk-1'));
          const world = openAppointments({ fetcher, clock: portal.clock });
          let told = '';
          for (const fate of bookingFates) {
            fetcher.fates = [fate];
            told = (await settle(portal, call(world, 'appointments.book', booking))).outcome;
            expect(await placesTaken()).toBeLessThanOrEqual(1);
          }
          const wasTold = bookingFates.includes('arrives');
          expect(told === 'booked').toBe(wasTold);
          fetcher.fates = [...givingBackFates];
          world.appointments.forgetAll();
          for (let round = 0; round <= givingBackFates.length; round += 1) {
            await waitALittle(portal, world.timers, fetcher);
          }
          await fetcher.deliverLate();
          await waitALittle(portal, world.timers, fetcher);
          expect(await placesTaken()).toBe(wasTold ? 1 : 0);
          world.appointments.close();
          await world.portal.close();
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it('changes to another time once', async () => {
    const portal = await openReferencePortal({ capacity });
    const placesTaken = observe(portal);
    const fetcher = createLossyFetcher(portal.fetcherOf('kiosk-1'));
    const world = openAppointments({ fetcher, clock: portal.clock });
    const booked = await call(world, 'appointments.book', booking);
    const appointmentCode = booked.outcome === 'booked' ? booked.appointment.appointmentCode : '';
    const change = { key: 'change-key-0123456789', appointmentCode, day: booking.day, from: '09:00' };
    fetcher.fates = ['answer-lost'];
    expect(await call(world, 'appointments.change', change)).toEqual({ outcome: 'unsure' });
    expect(await call(world, 'appointments.change', change)).toMatchObject({
      outcome: 'done',
      appointment: { from: '09:00' },
    });
    expect([await placesTaken('08:30'), await placesTaken('09:00')]).toEqual([0, 1]);
    fetcher.fates = ['answer-lost'];
    expect(await call(world, 'appointments.giveBack', { appointmentCode })).toEqual({ outcome: 'unsure' });
    expect(await call(world, 'appointments.giveBack', { appointmentCode })).toMatchObject({ outcome: 'done' });
    expect(await placesTaken('09:00')).toBe(0);
  });
});

describe('two kiosks that ask for the last place at once', () => {
  it('one gets it, the other is told', async () => {
    const portal = await openReferencePortal({ capacity: 1 });
    const kiosks = (['kiosk-1', 'kiosk-2'] as const).map((kioskId) =>
      openAppointments({ fetcher: portal.fetcherOf(kioskId), clock: portal.clock }),
    );
    for (const from of ['08:00', '08:30', '09:00', '09:30']) {
      const answers = await Promise.all(
        kiosks.map((kiosk) =>
          call(kiosk, 'appointments.book', { ...booking, key: `${booking.key}${from.replace(':', '')}`, from }),
        ),
      );
      expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['booked', 'full']);
    }
  });
});

describe('who comes with an appointment', () => {
  it('checks in within its window, as often as the slip is scanned', async () => {
    const portal = await openReferencePortal();
    const world = openAppointments({ fetcher: portal.fetcherOf('kiosk-1'), clock: portal.clock });
    const booked = await call(world, 'appointments.book', booking);
    const appointmentCode = booked.outcome === 'booked' ? booked.appointment.appointmentCode : '';
    const outcomes = [];
    for (const time of [
      '2026-07-22T16:00',
      '2026-07-23T07:59',
      '2026-07-23T08:00',
      '2026-07-23T11:00',
      '2026-07-24T08:00',
    ]) {
      portal.clock.nowIsMs = Date.parse(`${time}:00+07:00`);
      outcomes.push((await call(world, 'appointments.checkIn', { appointmentCode })).outcome);
    }
    // The queue of this world gives no numbers, and is asked both times.
    expect(outcomes).toEqual(['other-day', 'too-early', 'no-number', 'no-number', 'other-day']);
    expect(world.numbersAsked).toHaveLength(2);
    expect(await call(world, 'appointments.giveBack', { appointmentCode })).toMatchObject({ outcome: 'settled' });
  });
});
