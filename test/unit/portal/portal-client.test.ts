/** How the client asks: how often, how long, what it makes of each answer, and what it says of it afterwards. */
import { describe, expect, it } from 'vitest';
import { portalOverviewSchema } from '../../../main/contract/portal.ts';
import { createPortalClient } from '../../../main/core/portal/create-portal-client.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { failure, jsonAnswer, problemAnswer, type ScriptedAnswer } from '../../fakes/scripted-fetcher.ts';
import {
  appointmentBody,
  appointmentCode,
  bookingKey,
  cardProof,
  dossierBody,
  dossierCode,
  progressBody,
  slotsBody,
} from '../../fixtures/portal/portal-bodies.ts';
import { after, openClient, startMs } from './client-world.ts';

const wish = { procedureCode: '1.001193', day: '2026-07-23', from: '08:30', name: 'NGUYỄN THỊ MẪU' };
const bareAnswer = (status: number, headers = {}): ScriptedAnswer => ({ status, headers, body: new Uint8Array() });

describe('each question', () => {
  it('is sent as docs/portal-api.yaml says, and its answer taken', async () => {
    const { client, fetcher } = openClient();
    const code = encodeURIComponent(dossierCode);
    const cases = [
      [() => client.progress(dossierCode), 'GET', `v1/dossiers/${code}/progress`, jsonAnswer(200, progressBody)],
      [
        () => client.dossier(dossierCode, cardProof),
        'POST',
        `v1/dossiers/${code}/detail`,
        jsonAnswer(200, dossierBody),
      ],
      [() => client.sendCode(dossierCode), 'POST', `v1/dossiers/${code}/one-time-codes`, bareAnswer(202)],
      [
        () => client.slots('1.001193', 14),
        'GET',
        'v1/appointment-slots?procedure=1.001193&days=14',
        jsonAnswer(200, slotsBody),
      ],
      [() => client.book(bookingKey, wish), 'POST', 'v1/appointments', jsonAnswer(201, appointmentBody)],
      [
        () => client.appointment(appointmentCode),
        'GET',
        `v1/appointments/${appointmentCode}`,
        jsonAnswer(200, appointmentBody),
      ],
      [
        () => client.change(bookingKey, appointmentCode, { day: '2026-07-24', from: '09:00' }),
        'PUT',
        `v1/appointments/${appointmentCode}/slot`,
        jsonAnswer(200, appointmentBody),
      ],
      [
        () => client.giveBack(appointmentCode),
        'DELETE',
        `v1/appointments/${appointmentCode}`,
        jsonAnswer(200, { ...appointmentBody, state: 'given-back' }),
      ],
      [() => client.giveBackByKey(bookingKey), 'DELETE', `v1/appointments?key=${bookingKey}`, bareAnswer(204)],
      [
        () => client.checkIn(appointmentCode),
        'POST',
        `v1/appointments/${appointmentCode}/check-in`,
        jsonAnswer(200, { ...appointmentBody, state: 'checked-in' }),
      ],
    ] as const;
    for (const [ask, method, path, answer] of cases) {
      fetcher.say(answer);
      expect(await ask(), path).toMatchObject({ ok: true });
      expect(fetcher.asked.at(-1)).toMatchObject({ method, path });
    }
    expect(
      fetcher.asked.map(({ headers }) => headers['idempotency-key'] ?? null).filter((key) => key !== null),
    ).toEqual([bookingKey, bookingKey]);
    expect(JSON.parse(fetcher.asked[1]?.body ?? '')).toEqual({ proof: cardProof });
  });

  it('has its code encoded, whatever stands in it', async () => {
    const { client, fetcher } = openClient(problemAnswer(404, 'not-found'));
    await client.progress('../../a?b#c/ễ');
    expect(fetcher.asked[0]?.path).toBe('v1/dossiers/..%2F..%2Fa%3Fb%23c%2F%E1%BB%85/progress');
  });

  it('is not asked where no portal is configured', async () => {
    const logger = createRecordingLogger();
    const client = createPortalClient({
      fetcher: null,
      clock: createManualClock(),
      schedule: createManualSchedule().schedule,
      logger,
      random: () => 0,
    });
    const trouble = { reason: 'not-configured', retryAtMs: null, unsure: false };
    expect(await client.progress(dossierCode)).toEqual({ ok: false, trouble });
    expect(await client.book(bookingKey, wish)).toEqual({ ok: false, trouble });
    expect(portalOverviewSchema.parse(client.overview()).origin).toBeNull();
    expect(logger.entries).toEqual([]);
  });
});

describe('what the portal refuses', () => {
  const settled = { appointment: { ...appointmentBody, state: 'missed' } };
  it.each([
    ['progress', problemAnswer(404, 'not-found'), null],
    ['dossier', problemAnswer(403, 'proof-refused'), { outcome: 'refused' }],
    ['dossier', problemAnswer(404, 'not-found'), { outcome: 'refused' }],
    [
      'dossier',
      problemAnswer(429, 'paused', { headers: { 'retry-after': '900' } }),
      { outcome: 'paused', untilMs: startMs + 900_000 },
    ],
    ['sendCode', problemAnswer(404, 'not-found'), { outcome: 'sent' }],
    ['sendCode', problemAnswer(429, 'paused'), { outcome: 'paused', untilMs: startMs + 60_000 }],
    ['slots', problemAnswer(404, 'not-offered'), null],
    ['book', problemAnswer(409, 'slot-full'), { outcome: 'full' }],
    ['book', problemAnswer(404, 'not-offered'), { outcome: 'full' }],
    ['appointment', problemAnswer(404, 'not-found'), null],
    ['change', problemAnswer(409, 'slot-full'), { outcome: 'full' }],
    ['change', problemAnswer(409, 'settled', settled), { outcome: 'settled', ...settled }],
    ['change', problemAnswer(404, 'not-found'), { outcome: 'not-found' }],
    ['giveBack', problemAnswer(409, 'settled', settled), { outcome: 'settled', ...settled }],
    ['giveBack', problemAnswer(404, 'not-found'), { outcome: 'not-found' }],
    [
      'checkIn',
      problemAnswer(409, 'too-early', { appointment: appointmentBody }),
      { outcome: 'too-early', appointment: appointmentBody },
    ],
    ['checkIn', problemAnswer(409, 'too-late', settled), { outcome: 'too-late', ...settled }],
    ['checkIn', problemAnswer(409, 'other-day', settled), { outcome: 'other-day', ...settled }],
    ['checkIn', problemAnswer(409, 'settled', settled), { outcome: 'settled', ...settled }],
    ['checkIn', problemAnswer(404, 'not-found'), { outcome: 'not-found' }],
  ] satisfies [keyof ReturnType<typeof questionsOf>, ScriptedAnswer, unknown][])(
    'is an answer to %s, not trouble',
    async (name, answer, value) => {
      const { client, fetcher, logger } = openClient(answer);
      expect(await questionsOf(client)[name]()).toEqual({ ok: true, value });
      expect([fetcher.asked.length, client.overview().trouble, logger.entries]).toEqual([1, null, []]);
    },
  );
});

function questionsOf(client: ReturnType<typeof openClient>['client']) {
  return {
    progress: () => client.progress(dossierCode),
    dossier: () => client.dossier(dossierCode, cardProof),
    sendCode: () => client.sendCode(dossierCode),
    slots: () => client.slots('1.001193', 14),
    book: () => client.book(bookingKey, wish),
    appointment: () => client.appointment(appointmentCode),
    change: () => client.change(bookingKey, appointmentCode, { day: '2026-07-24', from: '09:00' }),
    giveBack: () => client.giveBack(appointmentCode),
    giveBackByKey: () => client.giveBackByKey(bookingKey),
    checkIn: () => client.checkIn(appointmentCode),
  };
}

describe('an answer that is none', () => {
  const other = { ...appointmentBody, appointmentCode: 'ZZ99ZZ99ZZ' };
  it.each([
    [
      'about another dossier',
      'progress',
      jsonAnswer(200, { ...progressBody, dossierCode: '000.00.01.H29-240115-0002' }),
    ],
    ['about another dossier', 'dossier', jsonAnswer(200, { ...dossierBody, dossierCode: '000.00.01.H29-240115-0002' })],
    ['about another appointment', 'appointment', jsonAnswer(200, other)],
    ['about another appointment', 'checkIn', jsonAnswer(200, other)],
    ['about another appointment', 'giveBack', problemAnswer(409, 'settled', { appointment: other })],
    ['about another procedure', 'book', jsonAnswer(201, { ...appointmentBody, procedureCode: '2.000815' })],
    ['of another form', 'progress', jsonAnswer(200, { ...progressBody, percent: 101 })],
    [
      'of another form',
      'slots',
      jsonAnswer(200, { service: slotsBody.service, days: [{ day: '2026-02-30', slots: [] }] }),
    ],
    ['empty', 'progress', bareAnswer(200)],
    [
      'a page for people',
      'progress',
      { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from('{}') },
    ],
    [
      'no JSON',
      'progress',
      { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from('{"a":') },
    ],
    [
      'no UTF-8',
      'progress',
      { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from([0x22, 0xe9, 0x22]) },
    ],
    ['a way elsewhere', 'progress', bareAnswer(302, { location: 'https://other.example/' })],
    ['a status nobody knows', 'progress', bareAnswer(199)],
    ['a settled one without saying which', 'checkIn', problemAnswer(409, 'settled')],
  ] satisfies [string, keyof ReturnType<typeof questionsOf>, ScriptedAnswer][])(
    '%s: %s fails at once',
    async (_what, name, answer) => {
      const { client, fetcher } = openClient(answer);
      expect(await questionsOf(client)[name]()).toMatchObject({
        ok: false,
        trouble: { reason: 'failing', retryAtMs: null },
      });
      expect(fetcher.asked).toHaveLength(1);
      expect(portalOverviewSchema.parse(client.overview())).toMatchObject({
        trouble: 'failing',
        detail: expect.any(String),
      });
    },
  );

  it('has its dossier’s code in small letters all the same', async () => {
    const { client } = openClient(jsonAnswer(200, progressBody));
    expect(await client.progress(dossierCode.toLowerCase())).toMatchObject({
      ok: true,
      value: { dossierCode: dossierCode.toLowerCase(), percent: 60 },
    });
  });
});

describe('asking again', () => {
  it('is done for reads, twice, with more and more time between', async () => {
    const world = openClient(failure('offline'), bareAnswer(502), jsonAnswer(200, progressBody));
    const answer = world.client.progress(dossierCode);
    await world.timers.pass(248);
    expect(world.fetcher.asked).toHaveLength(1);
    await world.timers.pass(2);
    expect(world.fetcher.asked).toHaveLength(2);
    await world.timers.pass(490);
    expect(world.fetcher.asked).toHaveLength(2);
    expect(await after(world, 10, answer)).toMatchObject({ ok: true });
    expect(world.fetcher.asked.map(({ timeoutMs }) => timeoutMs)).toEqual([5_000, 4_751, 4_252]);
    expect(world.logger.entries.map(({ message }) => message)).toEqual([
      'The portal cannot be asked',
      'The portal cannot be asked',
      'The portal answers again',
    ]);
  });

  it('ends after three tries', async () => {
    const world = openClient(failure('offline'));
    expect(await after(world, 5_000, world.client.progress(dossierCode))).toEqual({
      ok: false,
      trouble: { reason: 'offline', retryAtMs: null, unsure: false },
    });
    expect(world.fetcher.asked).toHaveLength(3);
  });

  it('ends with the five seconds, however slow each try is', async () => {
    const world = openClient();
    world.fetcher.say(async ({ timeoutMs }) => {
      const takenMs = Math.min(timeoutMs, 2_400);
      await new Promise<void>((resolve) => void world.timers.schedule(takenMs, resolve));
      throw failure('offline');
    });
    let endedAtMs = 0;
    const answer = world.client.progress(dossierCode).finally(() => {
      endedAtMs = world.clock.nowMs();
    });
    await after(world, 20_000, answer);
    expect(endedAtMs - startMs).toBeLessThanOrEqual(5_000);
    expect(world.fetcher.asked).toHaveLength(2);
  });

  it.each(['dossier', 'sendCode', 'book', 'change', 'giveBack', 'giveBackByKey', 'checkIn'] as const)(
    'is never done for %s',
    async (name) => {
      for (const answer of [
        failure('offline'),
        failure('slow', true),
        bareAnswer(500),
        problemAnswer(429, 'rate-limited'),
      ]) {
        const world = openClient(answer);
        expect(await after<unknown>(world, 20_000, questionsOf(world.client)[name]())).toMatchObject({ ok: false });
        expect(world.fetcher.asked).toHaveLength(1);
      }
    },
  );

  it.each([
    ['a certificate that is wrong', failure('certificate'), 'offline'],
    ['an answer that is too long', failure('too-large', true), 'failing'],
    ['no HTTP', failure('unreadable', true), 'failing'],
    ['a key that is not taken', problemAnswer(401, 'unauthorised'), 'failing'],
    ['a question that is not taken', problemAnswer(400, 'invalid-request'), 'failing'],
  ] satisfies [string, ScriptedAnswer, string][])('leads nowhere with %s', async (_what, answer, reason) => {
    const world = openClient(answer);
    expect(await after(world, 20_000, world.client.progress(dossierCode))).toMatchObject({
      ok: false,
      trouble: { reason },
    });
    expect(world.fetcher.asked).toHaveLength(1);
  });

  it('stops when the kiosk is switched off', async () => {
    const world = openClient(failure('offline'));
    const answer = world.client.progress(dossierCode);
    await world.timers.pass(0);
    await world.client.close();
    expect(await answer).toMatchObject({ ok: false });
    expect([world.fetcher.isClosed, world.fetcher.asked.length]).toEqual([true, 1]);
    expect(await world.client.progress(dossierCode)).toMatchObject({ ok: false });
    expect(world.fetcher.asked).toHaveLength(1);
  });
});

describe('a write without an answer', () => {
  it.each([
    ['that never left', failure('offline', false), false],
    ['that left', failure('offline', true), true],
    ['that was slow', failure('slow', true), true],
    ['that was too long', failure('too-large', true), true],
    ['of 500', bareAnswer(500), true],
    ['of 503 with a wait', bareAnswer(503, { 'retry-after': '30' }), true],
    ['in a form nobody knows', jsonAnswer(201, { fine: true }), true],
    ['that points elsewhere', bareAnswer(303), true],
    ['that is a page of somebody else', bareAnswer(404), true],
    ['that refuses the key', bareAnswer(401), false],
    ['that asks to wait', bareAnswer(429), false],
    ['that refuses the question', problemAnswer(400, 'invalid-request'), false],
    ['that knows the key of another wish', problemAnswer(409, 'key-reused'), false],
  ] satisfies [string, ScriptedAnswer, boolean][])('%s is unsure: %#', async (_what, answer, unsure) => {
    const { client } = openClient(answer);
    expect(await client.book(bookingKey, wish)).toMatchObject({ ok: false, trouble: { unsure } });
    const reading = openClient(answer);
    expect(await after(reading, 5_000, reading.client.slots('1.001193', 1))).toMatchObject({
      trouble: { unsure: false },
    });
  });
});

describe('a portal that asks to wait', () => {
  it('is left alone until then, by every question, and asked again after it', async () => {
    const world = openClient(problemAnswer(429, 'rate-limited', { headers: { 'retry-after': '30' } }));
    const busy = { ok: false, trouble: { reason: 'busy', retryAtMs: startMs + 30_000, unsure: false } };
    expect(await world.client.progress(dossierCode)).toEqual(busy);
    await world.timers.pass(29_000);
    expect(await world.client.book(bookingKey, wish)).toEqual(busy);
    expect(world.fetcher.asked).toHaveLength(1);
    expect(world.client.overview()).toMatchObject({ trouble: 'busy', circuit: 'closed' });
    world.fetcher.say(jsonAnswer(200, progressBody));
    await world.timers.pass(1_000);
    expect(await world.client.progress(dossierCode)).toMatchObject({ ok: true });
  });

  it('for a moment is waited for', async () => {
    const world = openClient(bareAnswer(503, { 'retry-after': '1' }), jsonAnswer(200, progressBody));
    expect(await after(world, 2_000, world.client.progress(dossierCode))).toMatchObject({ ok: true });
    expect(world.fetcher.asked).toHaveLength(2);
  });

  it.each([
    ['for a year', { 'retry-after': '31536000' }, 600_000],
    [
      'until a time of its own clock, a year ahead',
      { 'retry-after': 'Thu, 22 Jul 2027 02:42:05 GMT', date: 'Thu, 22 Jul 2027 02:41:05 GMT' },
      60_000,
    ],
    [
      'until a time that is over',
      { 'retry-after': 'Wed, 22 Jul 2026 02:00:00 GMT', date: 'Wed, 22 Jul 2026 02:41:05 GMT' },
      0,
    ],
    ['until sometime', { 'retry-after': 'soon' }, 5_000],
  ])('%s is believed within reason', async (_what, headers, waitMs) => {
    const { client } = openClient(problemAnswer(429, 'rate-limited', { headers }));
    expect(await client.book(bookingKey, wish)).toMatchObject({
      trouble: { reason: 'busy', retryAtMs: startMs + waitMs },
    });
  });

  it('is asked again at once where the clock was set back since', async () => {
    const world = openClient(problemAnswer(429, 'rate-limited', { headers: { 'retry-after': '30' } }));
    await world.client.progress(dossierCode);
    world.shift.ms = -365 * 24 * 60 * 60 * 1_000;
    world.fetcher.say(jsonAnswer(200, progressBody));
    expect(await world.client.progress(dossierCode)).toMatchObject({ ok: true });
  });
});

async function failFive() {
  const world = openClient(failure('offline'));
  for (let count = 0; count < 5; count += 1) {
    await world.client.giveBack(appointmentCode);
  }
  return world;
}

describe('a portal that fails five times in a row', () => {
  it('is left alone for thirty seconds', async () => {
    const world = await failFive();
    const refused = { ok: false, trouble: { reason: 'offline', retryAtMs: startMs + 30_000, unsure: false } };
    expect(await world.client.progress(dossierCode)).toEqual(refused);
    await world.timers.pass(29_999);
    expect(await world.client.progress(dossierCode)).toEqual(refused);
    expect([world.fetcher.asked.length, world.client.overview().circuit]).toEqual([5, 'open']);
  });

  it('is then asked one question, and no other meanwhile; a good answer ends it', async () => {
    const world = await failFive();
    await world.timers.pass(30_000);
    world.fetcher.say(async () => {
      await new Promise<void>((resolve) => void world.timers.schedule(1_000, resolve));
      return jsonAnswer(200, progressBody);
    });
    const probe = world.client.progress(dossierCode);
    expect(world.client.overview().circuit).toBe('probing');
    expect(await world.client.progress(dossierCode)).toMatchObject({ ok: false, trouble: { reason: 'offline' } });
    expect(await after(world, 1_000, probe)).toMatchObject({ ok: true });
    expect(world.fetcher.asked).toHaveLength(6);
    expect(world.client.overview()).toMatchObject({ circuit: 'closed', trouble: null, detail: null });
  });

  it('and once more at the one question is left alone again', async () => {
    const world = await failFive();
    await world.timers.pass(30_000);
    expect(await after(world, 5_000, world.client.progress(dossierCode))).toMatchObject({
      trouble: { retryAtMs: startMs + 60_000 },
    });
    expect([world.fetcher.asked.length, world.client.overview().circuit]).toEqual([6, 'open']);
  });

  it('is not held back for longer by a clock that was set back', async () => {
    const world = await failFive();
    world.shift.ms = -24 * 60 * 60 * 1_000;
    world.fetcher.say(jsonAnswer(200, progressBody));
    expect(await world.client.progress(dossierCode)).toMatchObject({ ok: true });
  });

  it('is not one that refuses things four times and answers in between', async () => {
    const world = openClient();
    for (let round = 0; round < 3; round += 1) {
      world.fetcher.say(failure('offline'));
      for (let count = 0; count < 4; count += 1) {
        await world.client.giveBack(appointmentCode);
      }
      world.fetcher.say(problemAnswer(404, 'not-found'));
      await world.client.giveBack(appointmentCode);
    }
    expect(world.client.overview().circuit).toBe('closed');
  });

  it('leaves no probe under way where asking itself is broken', async () => {
    const world = await failFive();
    await world.timers.pass(30_000);
    world.fetcher.say(() => Promise.reject(new Error('a defect')));
    await expect(world.client.progress(dossierCode)).rejects.toThrow('a defect');
    expect(world.client.overview().circuit).toBe('open');
  });
});

function dated(differenceMs: number) {
  return { date: new Date(startMs + differenceMs).toUTCString() };
}

describe('clocks', () => {
  const yearMs = 365 * 24 * 60 * 60 * 1_000;

  it('that differ by a year change no answer and are told to staff, once', async () => {
    const world = openClient(jsonAnswer(200, progressBody, dated(yearMs)));
    for (let count = 0; count < 3; count += 1) {
      expect(await world.client.progress(dossierCode)).toMatchObject({ ok: true });
    }
    expect(portalOverviewSchema.parse(world.client.overview())).toMatchObject({
      trouble: null,
      lastAnswerAtMs: startMs,
      clockDifferenceMs: yearMs,
    });
    expect(world.logger.entries).toMatchObject([{ level: 'warn', fields: { differenceSeconds: yearMs / 1_000 } }]);
  });

  it('that differ are named beside a certificate that is not valid at this hour', async () => {
    const world = openClient(jsonAnswer(200, progressBody, dated(-yearMs)));
    await world.client.progress(dossierCode);
    world.fetcher.say(failure('certificate'));
    await world.client.progress(dossierCode);
    expect(world.client.overview().detail).toBe(
      "certificate in a test (this machine's clock was 365 days ahead of the portal's)",
    );
  });

  it('that agree are not mentioned', async () => {
    const world = openClient(jsonAnswer(200, progressBody, dated(-60_000)));
    await world.client.progress(dossierCode);
    expect([world.client.overview().clockDifferenceMs, world.logger.entries]).toEqual([-60_000, []]);
  });
});
