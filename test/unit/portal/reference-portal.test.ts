/** The reference portal's doors: who may ask, how often, in what form, and what it writes down. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { heartbeatSchema } from '../../../scripts/portal/request-schemas.ts';
import { type JsonObject, object, part, portalApi } from '../../fixtures/portal/portal-api-document.ts';
import { keyOf, type ReferencePortalWorld, startReferencePortal } from './reference-portal-world.ts';

let world: ReferencePortalWorld;
const progress = '/v1/dossiers/000.00.01.H29-260722-0001/progress';

beforeEach(async () => {
  world = await startReferencePortal();
});

afterEach(() => world.close());

function example(name: string): JsonObject {
  return object(part(portalApi, 'components', 'examples', name)['value']);
}

function codesOf(answers: readonly { readonly body: JsonObject | null }[]): unknown[] {
  return answers.map(({ body }) => body?.['code']);
}

describe('who may ask', () => {
  it.each([
    ['no key', { Authorization: '' }],
    ['another kind of key', { Authorization: `Basic ${keyOf('kiosk-1')}` }],
    ['a wrong key', { Authorization: `Bearer ${keyOf('kiosk-3')}` }],
    ["another kiosk's key", { Authorization: `Bearer ${keyOf('kiosk-2')}` }],
    ['no kiosk', { 'Kiosk-Id': '' }],
    ['an unknown kiosk', { 'Kiosk-Id': 'kiosk-9' }],
  ])('is refused with %s', async (_, headers) => {
    const answer = await world.ask('GET', progress, { headers });
    expect([answer.status, answer.body?.['code'], answer.headers.get('WWW-Authenticate')]).toEqual([
      401,
      'unauthorised',
      'Bearer',
    ]);
  });

  it('is asked for a key before a path is looked at', async () => {
    const answer = await fetch(new URL('/v2/anything', world.portal.address));
    expect(answer.status).toBe(401);
  });

  it('loses the former key with a new one', async () => {
    world.portal.register('kiosk-1', keyOf('kiosk-1-new'));
    expect((await world.ask('GET', progress)).status).toBe(401);
    const headers = { Authorization: `Bearer ${keyOf('kiosk-1-new')}` };
    expect((await world.ask('GET', progress, { headers })).status).toBe(200);
  });

  it('is told to wait after 20 wrong keys from one address, which keeps no right key out', async () => {
    for (let tries = 0; tries < 20; tries += 1) {
      expect((await world.ask('GET', progress, { kiosk: 'kiosk-9' })).status).toBe(401);
    }
    const answer = await world.ask('GET', progress, { kiosk: 'kiosk-9' });
    expect([answer.status, answer.body?.['code'], answer.headers.get('Retry-After')]).toEqual([
      429,
      'rate-limited',
      '3',
    ]);
    expect((await world.ask('GET', progress)).status).toBe(200);
    world.clock.nowIsMs += 3_000;
    expect((await world.ask('GET', progress, { kiosk: 'kiosk-9' })).status).toBe(401);
  });
});

it('takes 120 requests a minute of each kiosk, and says when there is room again', async () => {
  for (let count = 0; count < 120; count += 1) {
    expect((await world.ask('GET', progress)).status).toBe(200);
  }
  const refused = await world.ask('GET', progress);
  expect([refused.status, refused.body?.['code'], refused.headers.get('Retry-After')]).toEqual([
    429,
    'rate-limited',
    '1',
  ]);
  expect((await world.ask('GET', progress, { kiosk: 'kiosk-2' })).status).toBe(200);
  world.clock.nowIsMs += 1_000;
  expect((await world.ask('GET', progress)).status).toBe(200);
});

it('tells its own time with every answer', async () => {
  for (const path of [progress, '/v1/dossiers/000.00.01.H29-260722-9999/progress']) {
    expect((await world.ask('GET', path)).headers.get('Date')).toBe('Wed, 22 Jul 2026 02:41:05 GMT');
  }
});

describe('the form of a request', () => {
  it.each([
    ['a field too many', { ...example('Booking'), address: '1 Đường Mẫu' }],
    ['a field missing', { name: 'NGUYỄN THỊ MẪU' }],
    ['no object', []],
    ['no JSON', '{"name":'],
  ])('is refused with %s', async (_, body) => {
    const headers = { 'Idempotency-Key': 'booking-key-0123456789' };
    const answer = await world.ask('POST', '/v1/appointments', { body, headers });
    expect([answer.status, answer.body?.['code']]).toEqual([400, 'invalid-request']);
  });

  it.each([
    ['GET', '/v1/dossiers/not-a-code/progress'],
    ['GET', '/v1/dossiers/000.00.01.H29-260231-0001/progress'],
    ['GET', '/v1/appointment-slots?procedure=1.001193'],
    ['GET', '/v1/appointment-slots?procedure=1.001193&days=61'],
    ['GET', '/v1/appointment-slots?procedure=1.001193&days=5&from=today'],
    ['GET', '/v1/appointments/short'],
    ['DELETE', '/v1/appointments'],
    ['DELETE', '/v1/appointments?key=short'],
    ['POST', '/v1/appointments'],
  ])('is refused: %s %s', async (method, path) => {
    const answer = await world.ask(method, path, method === 'POST' ? { body: example('Booking') } : {});
    expect([answer.status, answer.body?.['code']]).toEqual([400, 'invalid-request']);
  });

  it('has 16 KiB at the most, whether or not its length is told', async () => {
    const body = JSON.stringify({ ...example('Booking'), name: 'M'.repeat(16 * 1024) });
    const headers = { 'Idempotency-Key': 'booking-key-0123456789' };
    expect((await world.ask('POST', '/v1/appointments', { body, headers })).status).toBe(413);
    // The type of fetch's options does not know `duplex` yet, which a streamed body needs.
    const streamed = await fetch(new URL('/v1/appointments', world.portal.address), {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${keyOf('kiosk-1')}`,
        'Kiosk-Id': 'kiosk-1',
        'Content-Type': 'application/json',
      },
      body: new Blob([body]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(streamed.status).toBe(413);
  });

  it.each([
    ['POST', '/v1/appointments', 'text/plain', 415],
    ['PATCH', '/v1/appointments', 'application/json', 405],
    ['GET', '/v1/elsewhere', null, 404],
  ])('is told apart from what is not found: %s %s as %s', async (method, path, type, status) => {
    const answer = await fetch(new URL(path, world.portal.address), {
      method,
      headers: {
        Authorization: `Bearer ${keyOf('kiosk-1')}`,
        'Kiosk-Id': 'kiosk-1',
        'Idempotency-Key': 'booking-key-0123456789',
        ...(type === null ? {} : { 'Content-Type': type }),
      },
      ...(type === null ? {} : { body: '{}' }),
    });
    expect([answer.status, object(await answer.json())['code']]).toEqual([status, 'invalid-request']);
  });
});

describe('reports', () => {
  it('takes a rating once for each key', async () => {
    const headers = { 'Idempotency-Key': 'rating-key-0123456789' };
    const body = example('RatingWithIndicators');
    const answers = [
      await world.ask('POST', '/v1/ratings', { body, headers }),
      await world.ask('POST', '/v1/ratings', { body, headers }),
      await world.ask('POST', '/v1/ratings', { body: { ...body, level: 'not-satisfied' }, headers }),
      await world.ask('POST', '/v1/ratings', { body: { ...body, name: 'NGUYỄN THỊ MẪU' }, headers }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 409, 400]);
    expect(codesOf(answers)).toEqual([undefined, undefined, 'key-reused', 'invalid-request']);
  });

  it('takes heartbeats, and no words beside them', async () => {
    const body = example('Heartbeat');
    expect(heartbeatSchema.parse(body)).toEqual(body);
    const answers = [
      await world.ask('POST', '/v1/heartbeats', { body }),
      await world.ask('POST', '/v1/heartbeats', { body: { ...body, scanned: '079190000017' } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([204, 400]);
  });
});

it('writes down the route and what came of it, never a code, a name, a number or a key', async () => {
  const [first] = world.dossiers;
  const { cardText, identityNumber, name } = first?.person ?? { cardText: '', identityNumber: '', name: '' };
  const code = first?.dossier.dossierCode ?? '';
  const key = 'booking-key-0123456789';
  await world.ask('GET', `/v1/dossiers/${code}/progress`);
  await world.ask('POST', `/v1/dossiers/${code}/detail`, {
    body: { proof: { kind: 'card', identityNumber, birthDate: '1990-02-14', issuedOn: '2021-05-10' } },
  });
  await world.ask('POST', `/v1/dossiers/${code}/one-time-codes`);
  const booked = await world.ask('POST', '/v1/appointments', {
    body: { procedureCode: '1.001193', day: '2026-07-23', from: '08:00', name },
    headers: { 'Idempotency-Key': key },
  });
  await world.ask('DELETE', `/v1/appointments?key=${key}`);
  const log = JSON.stringify(world.logger.entries);
  const secrets = [
    code,
    identityNumber,
    name,
    cardText,
    key,
    keyOf('kiosk-1'),
    String(booked.body?.['appointmentCode']),
    world.sent[0]?.digits ?? '',
  ];
  expect(secrets.filter((secret) => secret === '' || log.includes(secret))).toEqual([]);
  expect(world.logger.entries).toHaveLength(5);
  expect(world.logger.entries[0]).toMatchObject({
    fields: { kiosk: 'kiosk-1', method: 'GET', route: '/v1/dossiers/:code/progress', status: 200 },
  });
});
