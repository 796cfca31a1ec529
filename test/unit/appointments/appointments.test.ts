/** What the page is told of appointments, and what is left of them when the citizen has gone. */
import { describe, expect, it } from 'vitest';
import {
  createScriptedFetcher,
  failure,
  jsonAnswer,
  problemAnswer,
  type ScriptedAnswer,
} from '../../fakes/scripted-fetcher.ts';
import { appointmentBody, appointmentCode, secrets, slotsBody } from '../../fixtures/portal/portal-bodies.ts';
import { booking, bookingCode, call, cardKey, openAppointments, startMs } from './appointments-world.ts';

const appointment = {
  appointmentCode,
  procedureCode: bookingCode,
  service: slotsBody.service,
  day: '2026-07-23',
  from: '08:30',
  until: '09:00',
  state: 'booked',
  checkInFromMs: Date.parse('2026-07-23T08:00:00+07:00'),
  checkInUntilMs: Date.parse('2026-07-23T09:15:00+07:00'),
};
const booked = jsonAnswer(201, appointmentBody);
const lost = failure('offline', true);
const neverLeft = failure('offline', false);
const givenBack: ScriptedAnswer = { status: 204, headers: {}, body: new Uint8Array() };
const ticket = {
  number: 'A001',
  day: '2026-07-22',
  serviceId: 'ho-tich',
  serviceName: { vi: 'Hộ tịch', en: 'Civil status' },
  counter: null,
  priority: null,
  takenAtMs: startMs,
};

function openWorld(...script: ScriptedAnswer[]) {
  const fetcher = createScriptedFetcher(...script);
  return { fetcher, ...openAppointments({ fetcher }) };
}

const askedOf = ({ fetcher }: ReturnType<typeof openWorld>) =>
  fetcher.asked.map(({ method, path }) => `${method} ${path}`);

describe('free times', () => {
  it('are asked for today and the days ahead, and those that have begun are left out', async () => {
    const world = openWorld(jsonAnswer(200, slotsBody));
    expect(await call(world, 'appointments.slots', { code: bookingCode })).toEqual({
      outcome: 'slots',
      service: slotsBody.service,
      days: [slotsBody.days[1]],
    });
    expect(askedOf(world)).toEqual(['GET v1/appointment-slots?procedure=1.001193&days=15']);
  });

  it('are none where the portal offers none, and not known where it cannot be asked', async () => {
    expect(
      await call(openWorld(problemAnswer(404, 'not-offered')), 'appointments.slots', { code: bookingCode }),
    ).toEqual({
      outcome: 'not-offered',
    });
    const off = openWorld(failure('certificate'));
    expect(await call(off, 'appointments.slots', { code: bookingCode })).toEqual({
      outcome: 'unreachable',
      reason: 'offline',
      retryAtMs: null,
    });
    await expect(call(off, 'appointments.slots', { code: '9.999999' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a booking', () => {
  it('carries key, time and name, and can be printed in this session alone', async () => {
    const world = openWorld(booked);
    expect(await call(world, 'appointments.book', booking)).toEqual({ outcome: 'booked', appointment });
    expect(world.fetcher.asked[0]?.headers['idempotency-key']).toBe(booking.key);
    expect(JSON.parse(world.fetcher.asked[0]?.body ?? '')).toEqual({
      procedureCode: bookingCode,
      day: '2026-07-23',
      from: '08:30',
      name: 'Nguyễn Thị Mẫu',
    });
    expect(world.appointments.held(appointmentCode)).toEqual({ appointment, name: 'Nguyễn Thị Mẫu' });
    world.appointments.forgetAll();
    expect(world.appointments.held(appointmentCode)).toBeNull();
    await world.timers.pass(600_000);
    expect(world.fetcher.asked).toHaveLength(1);
  });

  it('by card bears the name on the card', async () => {
    const world = openWorld(booked);
    const byCard = { ...booking, holder: { by: 'card', card: cardKey } } as const;
    await call(world, 'appointments.book', byCard);
    expect(JSON.parse(world.fetcher.asked[0]?.body ?? '')).toMatchObject({ name: 'NGUYỄN THỊ MẪU' });
    // The same wish again, for which the card need not be held there again.
    world.cards.clear();
    expect(await call(world, 'appointments.book', byCard)).toMatchObject({ outcome: 'booked' });
    expect(await call(world, 'appointments.book', { ...byCard, key: 'another-key-0123456789' })).toEqual({
      outcome: 'card-needed',
    });
  });

  it.each([
    ['a name that is none', { holder: { by: 'name', name: '12345' } }, 'name-unusable'],
    ['a card that is gone', { holder: { by: 'card', card: 'another-card-key-01234' } }, 'card-needed'],
    ['a day that is over', { day: '2026-07-21' }, 'full'],
    ['a day too far ahead', { day: '2026-08-06' }, 'full'],
  ] as const)('with %s is not even asked for', async (_what, changes, outcome) => {
    const world = openWorld(booked);
    expect(await call(world, 'appointments.book', { ...booking, ...changes })).toEqual({ outcome });
    expect(world.fetcher.asked).toEqual([]);
    await expect(call(world, 'appointments.book', { ...booking, code: '9.999999' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('on a day the office is closed is not even asked for', async () => {
    const fetcher = createScriptedFetcher(booked);
    const world = openAppointments({ fetcher, isOpenDay: () => false });
    expect(await call(world, 'appointments.book', booking)).toEqual({ outcome: 'full' });
    expect(fetcher.asked).toEqual([]);
  });

  it('that somebody else was quicker with is told so, and nothing of it is kept', async () => {
    const world = openWorld(problemAnswer(409, 'slot-full'));
    expect(await call(world, 'appointments.book', booking)).toEqual({ outcome: 'full' });
    world.appointments.forgetAll();
    await world.timers.pass(600_000);
    expect(world.fetcher.asked).toHaveLength(1);
  });
});

describe('a booking whose answer was lost', () => {
  it('is unsure until an answer comes, whatever fails in between', async () => {
    const world = openWorld(lost);
    expect(await call(world, 'appointments.book', booking)).toEqual({ outcome: 'unsure' });
    world.fetcher.say(neverLeft);
    expect(await call(world, 'appointments.book', booking)).toEqual({ outcome: 'unsure' });
    expect(world.appointments.held(appointmentCode)).toBeNull();
    world.fetcher.say(booked);
    expect(await call(world, 'appointments.book', booking)).toEqual({ outcome: 'booked', appointment });
    world.appointments.forgetAll();
    await world.timers.pass(600_000);
    expect(askedOf(world)).toEqual(Array.from({ length: 3 }, () => 'POST v1/appointments'));
  });

  it('is given back when the citizen has gone, as often as it takes', async () => {
    const world = openWorld(lost);
    await call(world, 'appointments.book', booking);
    world.appointments.forgetAll();
    await world.timers.pass(4_000);
    expect(askedOf(world)).toEqual(['POST v1/appointments', `DELETE v1/appointments?key=${booking.key}`]);
    await world.timers.pass(60 * 60_000);
    const tries = world.fetcher.asked.length;
    expect(tries).toBeGreaterThan(10);
    expect(tries).toBeLessThan(30);
    world.fetcher.say(givenBack);
    await world.timers.pass(10 * 60_000);
    const asked = world.fetcher.asked.length;
    await world.timers.pass(24 * 60 * 60_000);
    expect(world.fetcher.asked).toHaveLength(asked);
    const told = JSON.stringify(world.logger.entries);
    expect(secrets.concat(booking.key).filter((secret) => told.includes(secret))).toEqual([]);
  });

  it('and then is said to be full is given back too: the first request may still be on its way', async () => {
    const world = openWorld(lost, problemAnswer(409, 'slot-full'), givenBack);
    await call(world, 'appointments.book', booking);
    expect(await call(world, 'appointments.book', booking)).toEqual({ outcome: 'full' });
    world.appointments.forgetAll();
    await world.timers.pass(0);
    expect(askedOf(world).at(-1)).toBe(`DELETE v1/appointments?key=${booking.key}`);
  });

  it('because the citizen went meanwhile is given back before and after it, and nobody is told that it was booked', async () => {
    const world = openWorld();
    const answer = Promise.withResolvers<void>();
    world.fetcher.say(async () => {
      await answer.promise;
      return booked;
    }, givenBack);
    const asked = call(world, 'appointments.book', booking);
    await world.timers.pass(0);
    world.appointments.forgetAll();
    await world.timers.pass(0);
    answer.resolve();
    expect(await asked).toEqual({ outcome: 'unsure' });
    await world.timers.pass(0);
    const giving = `DELETE v1/appointments?key=${booking.key}`;
    expect(askedOf(world)).toEqual(['POST v1/appointments', giving, giving]);
    expect(world.appointments.held(appointmentCode)).toBeNull();
  });

  it('is not asked about once the kiosk is switched off', async () => {
    const world = openWorld(lost);
    await call(world, 'appointments.book', booking);
    world.appointments.forgetAll();
    await world.timers.pass(0);
    world.appointments.close();
    const { length } = world.fetcher.asked;
    await world.timers.pass(60 * 60_000);
    expect(world.fetcher.asked).toHaveLength(length);
  });
});

describe('an appointment whose slip was scanned', () => {
  it('is shown, and can be printed without a name', async () => {
    const world = openWorld(jsonAnswer(200, appointmentBody));
    expect(await call(world, 'appointments.get', { appointmentCode })).toEqual({ outcome: 'found', appointment });
    expect(world.appointments.held(appointmentCode)).toEqual({ appointment, name: null });
    expect(await call(openWorld(problemAnswer(404, 'not-found')), 'appointments.get', { appointmentCode })).toEqual({
      outcome: 'not-found',
    });
  });

  it('after the citizen has gone is nobody’s', async () => {
    const world = openWorld();
    const answer = Promise.withResolvers<void>();
    world.fetcher.say(async () => {
      await answer.promise;
      return jsonAnswer(200, appointmentBody);
    });
    const asked = call(world, 'appointments.get', { appointmentCode });
    world.appointments.forgetAll();
    answer.resolve();
    await asked;
    expect(world.appointments.held(appointmentCode)).toBeNull();
  });

  it('takes another time, its name kept', async () => {
    const world = openWorld(booked, jsonAnswer(200, { ...appointmentBody, from: '09:00', until: '09:30' }));
    await call(world, 'appointments.book', booking);
    const change = { key: 'change-key-0123456789', appointmentCode, day: '2026-07-23', from: '09:00' };
    expect(await call(world, 'appointments.change', change)).toMatchObject({
      outcome: 'done',
      appointment: { from: '09:00' },
    });
    expect(world.appointments.held(appointmentCode)).toMatchObject({
      appointment: { from: '09:00' },
      name: 'Nguyễn Thị Mẫu',
    });
    expect(await call(world, 'appointments.change', { ...change, day: '2026-07-21' })).toEqual({ outcome: 'full' });
    world.fetcher.say(lost, neverLeft, problemAnswer(409, 'slot-full'), problemAnswer(404, 'not-found'));
    const outcomes = [];
    for (let count = 0; count < 4; count += 1) {
      outcomes.push((await call(world, 'appointments.change', change)).outcome);
    }
    expect(outcomes).toEqual(['unsure', 'unsure', 'full', 'not-found']);
  });

  it('is given back, or was settled before', async () => {
    const state = { ...appointmentBody, state: 'given-back' };
    const world = openWorld(jsonAnswer(200, state));
    expect(await call(world, 'appointments.giveBack', { appointmentCode })).toMatchObject({
      outcome: 'done',
      appointment: { state: 'given-back' },
    });
    world.fetcher.say(
      problemAnswer(409, 'settled', { appointment: { ...appointmentBody, state: 'missed' } }),
      lost,
      neverLeft,
    );
    const outcomes = [];
    for (let count = 0; count < 3; count += 1) {
      outcomes.push((await call(world, 'appointments.giveBack', { appointmentCode })).outcome);
    }
    expect(outcomes).toEqual(['settled', 'unsure', 'unsure']);
  });
});

describe('a clock that is off by a year', () => {
  it('changes neither which times are offered nor who may check in: the portal’s counts', async () => {
    const date = new Date(startMs + 365 * 24 * 60 * 60_000).toUTCString();
    const [day, tomorrow] = ['2027-07-22', '2027-07-23'];
    const days = [day, tomorrow].map((one) => ({ day: one, slots: [{ from: '08:30', until: '09:00', free: 1 }] }));
    const world = openWorld(jsonAnswer(200, { service: slotsBody.service, days }, { date }));
    expect(await call(world, 'appointments.slots', { code: bookingCode })).toMatchObject({ days: [{ day: tomorrow }] });
    world.fetcher.say(jsonAnswer(201, { ...appointmentBody, day: tomorrow }, { date }));
    expect(await call(world, 'appointments.book', { ...booking, day: tomorrow })).toMatchObject({ outcome: 'booked' });
    world.fetcher.say(jsonAnswer(200, { ...appointmentBody, day, state: 'checked-in' }, { date }));
    expect(await call(world, 'appointments.checkIn', { appointmentCode })).toMatchObject({ outcome: 'no-number' });
  });
});

describe('who has come', () => {
  const today = { ...appointmentBody, day: '2026-07-22', state: 'checked-in' };

  it('gets a number once the portal knows', async () => {
    const fetcher = createScriptedFetcher(jsonAnswer(200, today));
    const world = openAppointments({ fetcher, takeNumber: () => ({ outcome: 'taken', ticket, givenBefore: 3 }) });
    expect(await call(world, 'appointments.checkIn', { appointmentCode })).toEqual({
      outcome: 'checked-in',
      appointment: { ...appointment, day: '2026-07-22', state: 'checked-in' },
      ticket,
      givenBefore: 3,
    });
    expect(world.numbersAsked).toEqual([[appointmentCode, bookingCode, 'ho-tich']]);
  });

  it.each(['no-queue', 'closed', 'no-room'] as const)(
    'and cannot get one (%s) is sent to the desk',
    async (outcome) => {
      const world = openAppointments({
        fetcher: createScriptedFetcher(jsonAnswer(200, today)),
        takeNumber: () => ({ outcome }),
      });
      expect(await call(world, 'appointments.checkIn', { appointmentCode })).toEqual({
        outcome: 'no-number',
        reason: outcome,
      });
    },
  );

  it.each(['too-early', 'too-late', 'other-day', 'settled'] as const)('%s gets none', async (code) => {
    const world = openWorld(problemAnswer(409, code, { appointment: appointmentBody }));
    expect(await call(world, 'appointments.checkIn', { appointmentCode })).toEqual({ outcome: code, appointment });
    expect(world.numbersAsked).toEqual([]);
  });

  it('and went before the portal answered gets none, until the slip is scanned again', async () => {
    const world = openWorld();
    const answer = Promise.withResolvers<void>();
    world.fetcher.say(async () => {
      await answer.promise;
      return jsonAnswer(200, today);
    });
    const asked = call(world, 'appointments.checkIn', { appointmentCode });
    world.appointments.forgetAll();
    answer.resolve();
    expect(await asked).toEqual({ outcome: 'unsure' });
    expect(world.numbersAsked).toEqual([]);
    await call(world, 'appointments.checkIn', { appointmentCode });
    expect(world.numbersAsked).toHaveLength(1);
  });

  it('and scans the slip on a later day gets none', async () => {
    const world = openWorld(jsonAnswer(200, { ...today, day: '2026-07-21' }));
    expect(await call(world, 'appointments.checkIn', { appointmentCode })).toMatchObject({ outcome: 'other-day' });
    expect(world.numbersAsked).toEqual([]);
  });

  it('while the portal cannot be asked gets none', async () => {
    const world = openWorld(neverLeft, lost, neverLeft, problemAnswer(404, 'not-found'));
    const outcomes = [];
    for (let count = 0; count < 4; count += 1) {
      outcomes.push((await call(world, 'appointments.checkIn', { appointmentCode })).outcome);
    }
    expect(outcomes).toEqual(['unreachable', 'unsure', 'unsure', 'not-found']);
    expect(world.numbersAsked).toEqual([]);
  });
});
