/** The reference portal's appointments: places, windows, repeated requests, and two kiosks at once. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demonstrationServices } from '../../../scripts/portal/demonstration/services.ts';
import { bundledProcedureCodes } from '../../fixtures/portal/bundled-procedure-codes.ts';
import { type Answer, type ReferencePortalWorld, startReferencePortal } from './reference-portal-world.ts';

let world: ReferencePortalWorld;
const hourMs = 60 * 60_000;
/** Of a service with one place a slot. */
const wish = { procedureCode: '1.001612', day: '2026-07-23', from: '08:00', name: 'NGUYỄN THỊ MẪU' };

beforeEach(async () => {
  world = await startReferencePortal();
});

afterEach(() => world.close());

function keyNumber(number: number): string {
  return `key-number-${number}`.padEnd(22, '0');
}

function book(key: number, change: object = {}, kiosk = 'kiosk-1', portal = world): Promise<Answer> {
  const headers = { 'Idempotency-Key': keyNumber(key) };
  return portal.ask('POST', '/v1/appointments', { body: { ...wish, ...change }, headers, kiosk });
}

function move(code: string, key: number, day: string, from: string): Promise<Answer> {
  const headers = { 'Idempotency-Key': keyNumber(key) };
  return world.ask('PUT', `/v1/appointments/${code}/slot`, { body: { day, from }, headers });
}

async function booked(key = 1, change: object = {}): Promise<string> {
  return String((await book(key, change)).body?.['appointmentCode']);
}

function giveBack(key: number, kiosk = 'kiosk-1'): Promise<Answer> {
  return world.ask('DELETE', `/v1/appointments?key=${keyNumber(key)}`, { kiosk });
}

async function checkInAt(atMs: number): Promise<unknown[]> {
  const code = await booked();
  world.clock.nowIsMs = atMs;
  return outcome(await world.ask('POST', `/v1/appointments/${code}/check-in`));
}

async function freePlaces(day: string, from: string, procedure = wish.procedureCode): Promise<number | undefined> {
  const { body } = await world.ask('GET', `/v1/appointment-slots?procedure=${procedure}&days=30`);
  const days = JSON.parse(JSON.stringify(body?.['days'])) as { day: string; slots: { from: string; free: number }[] }[];
  return days.find((candidate) => candidate.day === day)?.slots.find((slot) => slot.from === from)?.free;
}

function outcome({ status, body }: Answer): unknown[] {
  return [status, body?.['code'] ?? body?.['state']];
}

describe('free times', () => {
  it('are of open days from today on, without what has begun', async () => {
    const { body } = await world.ask('GET', '/v1/appointment-slots?procedure=1.001612&days=7');
    expect(body?.['days']).toMatchObject([
      { day: '2026-07-22', slots: [{ from: '10:00' }, {}, {}, {}, {}, {}, {}] },
      { day: '2026-07-23' },
      { day: '2026-07-24' },
      { day: '2026-07-27' },
      { day: '2026-07-28' },
    ]);
  });

  it('leave public holidays out', async () => {
    world.clock.nowIsMs = Date.UTC(2026, 7, 28, 1);
    const { body } = await world.ask('GET', '/v1/appointment-slots?procedure=1.001612&days=7');
    expect(body?.['days']).toMatchObject([{ day: '2026-08-28' }, { day: '2026-09-03' }]);
  });

  it('are none for other procedures', async () => {
    expect(outcome(await world.ask('GET', '/v1/appointment-slots?procedure=1.004194&days=7'))).toEqual([
      404,
      'not-offered',
    ]);
    expect(outcome(await book(1, { procedureCode: '1.004194' }))).toEqual([404, 'not-offered']);
  });

  it('are for procedures that the kiosk knows', () => {
    const codes = demonstrationServices.flatMap(({ procedureCodes }) => procedureCodes);
    expect(codes.filter((code) => !bundledProcedureCodes.has(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('booking', () => {
  it('takes a place and repeats no name', async () => {
    const answer = await book(1);
    expect(answer).toMatchObject({
      status: 201,
      body: { day: '2026-07-23', from: '08:00', until: '08:30', state: 'booked', procedureCode: '1.001612' },
    });
    expect(answer.body).toMatchObject({
      checkInFrom: '2026-07-23T07:30:00+07:00',
      checkInUntil: '2026-07-23T08:15:00+07:00',
    });
    expect(JSON.stringify(answer.body)).not.toContain(wish.name);
    expect(await freePlaces('2026-07-23', '08:00')).toBe(0);
    const read = await world.ask('GET', `/v1/appointments/${String(answer.body?.['appointmentCode'])}`);
    expect(read.body).toEqual(answer.body);
  });

  it.each([
    ['a place that is taken', {}],
    ['a Sunday', { day: '2026-07-26' }],
    ['a public holiday', { day: '2026-09-02' }],
    ['a day that is past', { day: '2026-07-21' }],
    ['an hour that is past', { day: '2026-07-22', from: '09:30' }],
    ['a day too far ahead', { day: '2027-07-22' }],
    ['a time between slots', { from: '08:10' }],
    ['a time after hours', { from: '16:00' }],
  ])('is refused for %s', async (_, change) => {
    await book(1);
    expect(outcome(await book(2, change))).toEqual([409, 'slot-full']);
  });

  it('gives the last place to one of two kiosks that ask at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => book(index, {}, index % 2 === 0 ? 'kiosk-1' : 'kiosk-2')),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body?.['code'] === 'slot-full')).toHaveLength(9);
  });

  it('twice with one key is once', async () => {
    const [first, second] = await Promise.all([
      book(1, { procedureCode: '1.001193' }),
      book(1, { procedureCode: '1.001193' }),
    ]);
    expect(second).toMatchObject({ status: 201, body: first.body ?? {} });
    expect(await freePlaces('2026-07-23', '08:00', '1.001193')).toBe(1);
  });

  it('keeps keys of kiosks apart, refuses another wish, and forgets keys after a day', async () => {
    await book(1);
    expect(outcome(await book(1, { from: '08:30' }))).toEqual([409, 'key-reused']);
    expect(outcome(await book(1, { from: '08:30' }, 'kiosk-2'))).toEqual([201, 'booked']);
    world.clock.nowIsMs += 24 * hourMs;
    expect(outcome(await book(1, { day: '2026-07-24' }))).toEqual([201, 'booked']);
  });

  it('leaves no key where it was refused', async () => {
    await book(1);
    await book(2);
    await world.ask('DELETE', `/v1/appointments?key=${keyNumber(1)}`);
    expect(outcome(await book(2))).toEqual([201, 'booked']);
  });
});

describe('a change', () => {
  it('takes the new place and lets the former go', async () => {
    const code = await booked();
    expect(outcome(await move(code, 2, '2026-07-24', '13:30'))).toEqual([200, 'booked']);
    expect([await freePlaces('2026-07-23', '08:00'), await freePlaces('2026-07-24', '13:30')]).toEqual([1, 0]);
  });

  it('keeps the former place where the new one is taken', async () => {
    const code = await booked();
    await book(2, { from: '08:30' });
    expect(outcome(await move(code, 3, '2026-07-23', '08:30'))).toEqual([409, 'slot-full']);
    expect((await world.ask('GET', `/v1/appointments/${code}`)).body).toMatchObject({ from: '08:00', state: 'booked' });
  });

  it('to the same time is none', async () => {
    const code = await booked();
    expect(outcome(await move(code, 2, '2026-07-23', '08:00'))).toEqual([200, 'booked']);
  });

  it('that is repeated after another one does not undo it', async () => {
    const code = await booked();
    await move(code, 2, '2026-07-24', '13:30');
    await move(code, 3, '2026-07-24', '14:00');
    expect((await move(code, 2, '2026-07-24', '13:30')).body).toMatchObject({ from: '14:00' });
    expect(outcome(await move(code, 2, '2026-07-24', '15:00'))).toEqual([409, 'key-reused']);
  });

  it('is refused once it is settled, and where there is none', async () => {
    const code = await booked();
    await world.ask('DELETE', `/v1/appointments/${code}`);
    const refused = await move(code, 2, '2026-07-24', '13:30');
    expect(refused).toMatchObject({ status: 409, body: { code: 'settled', appointment: { state: 'given-back' } } });
    expect(outcome(await move('AAAAAAAAAA', 3, '2026-07-24', '13:30'))).toEqual([404, 'not-found']);
  });
});

describe('giving back', () => {
  it('twice is once, and frees the place', async () => {
    const code = await booked();
    const path = `/v1/appointments/${code}`;
    expect([outcome(await world.ask('DELETE', path)), outcome(await world.ask('DELETE', path))]).toEqual([
      [200, 'given-back'],
      [200, 'given-back'],
    ]);
    expect(await freePlaces('2026-07-23', '08:00')).toBe(1);
    expect(outcome(await book(1))).toEqual([409, 'settled']);
  });

  it('by key is for this kiosk, also of an unknown key, and keeps a late booking out', async () => {
    await book(1);
    expect((await giveBack(1, 'kiosk-2')).status).toBe(204);
    expect(await freePlaces('2026-07-23', '08:00')).toBe(0);
    expect([(await giveBack(1)).status, (await giveBack(1)).status, (await giveBack(7)).status]).toEqual([
      204, 204, 204,
    ]);
    expect(await freePlaces('2026-07-23', '08:00')).toBe(1);
    expect([outcome(await book(1)), outcome(await book(7))]).toEqual([
      [409, 'settled'],
      [409, 'settled'],
    ]);
    expect(outcome(await book(8))).toEqual([201, 'booked']);
  });

  it('leaves alone what was checked in', async () => {
    const code = await booked();
    world.clock.nowIsMs = Date.UTC(2026, 6, 23, 1);
    await world.ask('POST', `/v1/appointments/${code}/check-in`);
    expect((await world.ask('DELETE', `/v1/appointments?key=${keyNumber(1)}`)).status).toBe(204);
    expect(outcome(await world.ask('DELETE', `/v1/appointments/${code}`))).toEqual([409, 'settled']);
    expect(outcome(await world.ask('GET', `/v1/appointments/${code}`))).toEqual([200, 'checked-in']);
  });
});

describe('checking in', () => {
  /** 08:00 at the office. */
  const startMs = Date.UTC(2026, 6, 23, 1);
  const minuteMs = 60_000;

  it.each([
    ['the day before', startMs - 10 * hourMs, [409, 'other-day']],
    ['31 minutes before', startMs - 30 * minuteMs - 1, [409, 'too-early']],
    ['30 minutes before', startMs - 30 * minuteMs, [200, 'checked-in']],
    ['15 minutes after', startMs + 15 * minuteMs, [200, 'checked-in']],
    ['16 minutes after', startMs + 15 * minuteMs + 1, [409, 'too-late']],
    ['the day after', startMs + 24 * hourMs, [409, 'settled']],
  ])('%s', async (_, atMs, expected) => {
    expect(await checkInAt(atMs)).toEqual(expected);
  });

  it('is told again the same, also after the window', async () => {
    const code = await booked();
    world.clock.nowIsMs = startMs;
    await world.ask('POST', `/v1/appointments/${code}/check-in`);
    world.clock.nowIsMs = startMs + hourMs;
    expect(outcome(await world.ask('POST', `/v1/appointments/${code}/check-in`))).toEqual([200, 'checked-in']);
  });

  it('is not for what was given back, or never booked', async () => {
    const code = await booked();
    await world.ask('DELETE', `/v1/appointments/${code}`);
    world.clock.nowIsMs = startMs;
    expect(outcome(await world.ask('POST', `/v1/appointments/${code}/check-in`))).toEqual([409, 'settled']);
    expect(outcome(await world.ask('POST', '/v1/appointments/AAAAAAAAAA/check-in'))).toEqual([404, 'not-found']);
  });

  it('missed is known by the clock', async () => {
    const code = await booked();
    world.clock.nowIsMs = startMs + hourMs;
    expect(outcome(await world.ask('GET', `/v1/appointments/${code}`))).toEqual([200, 'missed']);
  });
});

describe('a database that is kept', () => {
  let folder: string;
  let path: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'reference-portal-'));
    path = join(folder, 'portal.db');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function names(): unknown[] {
    const database = new Database(path, { readonly: true });
    const found = database.prepare('SELECT name FROM appointments').pluck().all();
    database.close();
    return found;
  }

  it('has the last place once also for two portals on one file', async () => {
    const portals = [await startReferencePortal(path), await startReferencePortal(path)] as const;
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => book(index, {}, 'kiosk-1', portals[index % 2 === 0 ? 0 : 1])),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    await Promise.all(portals.map((portal) => portal.close()));
  });

  it('is for its user alone, and remembers appointments and the day of its dossiers', async () => {
    const former = await startReferencePortal(path);
    const { body } = await book(1, {}, 'kiosk-1', former);
    await former.close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const next = await startReferencePortal(path);
    const read = await next.ask('GET', `/v1/appointments/${String(body?.['appointmentCode'])}`);
    expect([read.body, next.portal.firstStartMs]).toEqual([body, former.clock.nowMs()]);
    await next.close();
  });

  it('forgets a name when it is given back, and once its day is over', async () => {
    const kept = await startReferencePortal(path);
    const { body } = await book(1, {}, 'kiosk-1', kept);
    await book(2, { from: '08:30' }, 'kiosk-1', kept);
    await kept.ask('DELETE', `/v1/appointments/${String(body?.['appointmentCode'])}`);
    expect(new Set(names())).toEqual(new Set([null, wish.name]));
    kept.clock.nowIsMs += 48 * hourMs;
    await book(3, { day: '2026-07-27' }, 'kiosk-1', kept);
    expect(names().filter((name) => name !== null)).toHaveLength(1);
    await kept.close();
  });

  it('is refused where it is another program’s', async () => {
    const other = new Database(path);
    other.exec('CREATE TABLE notes (text TEXT)');
    other.close();
    await expect(startReferencePortal(path)).rejects.toThrow('another program’s database');
  });
});
