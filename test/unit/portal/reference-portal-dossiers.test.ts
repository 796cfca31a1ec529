/** The reference portal's dossiers: what a code opens, what proof opens, and how long one may guess. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dossierStates } from '../../../main/contract/dossiers.ts';
import { dossierFromPortal } from '../../../main/core/dossiers/dossier-from-portal.ts';
import { wireDossierSchema } from '../../../main/core/portal/portal-schemas.ts';
import { classifyScan } from '../../../main/core/scanning/classify-scan.ts';
import type { DemonstrationDossier } from '../../../scripts/portal/demonstration/dossier-parts.ts';
import { demonstrationDossiers } from '../../../scripts/portal/demonstration/dossiers.ts';
import { classifyOptions } from '../../fakes/scanned-texts.ts';
import { bundledProcedureCodes } from '../../fixtures/portal/bundled-procedure-codes.ts';
import { type Answer, type ReferencePortalWorld, startReferencePortal } from './reference-portal-world.ts';

let world: ReferencePortalWorld;
const minuteMs = 60_000;

beforeEach(async () => {
  world = await startReferencePortal();
});

afterEach(() => world.close());

function firstIn(state: string): DemonstrationDossier {
  const found = world.dossiers.find(({ dossier }) => dossier.state === state);
  if (found === undefined) {
    throw new Error(`No dossier is ${state}`);
  }
  return found;
}

function cardProof({ person }: DemonstrationDossier) {
  const { identityNumber, birthDate, issuedOn } = person;
  return { kind: 'card', identityNumber, birthDate, issuedOn };
}

function prove(code: string, proof: object, kiosk = 'kiosk-1'): Promise<Answer> {
  return world.ask('POST', `/v1/dossiers/${code}/detail`, { body: { proof }, kiosk });
}

function send(code: string): Promise<Answer> {
  return world.ask('POST', `/v1/dossiers/${code}/one-time-codes`);
}

/** With the digits sent last. */
function codeProof() {
  return { kind: 'one-time-code', code: world.sent.at(-1)?.digits ?? '' };
}

const wrongCode = { kind: 'one-time-code', code: '000000' };

describe('the invented dossiers', () => {
  it('are in all ten states, late ones among them, of several shapes of code', () => {
    const states = new Set(world.dossiers.map(({ dossier }) => dossier.state));
    expect(states).toEqual(new Set(dossierStates));
    expect(world.dossiers.filter(({ dossier }) => dossier.lateness !== null)).toHaveLength(3);
    const groups = new Set(world.dossiers.map(({ dossier }) => dossier.dossierCode.split('-')[0]));
    expect(groups.size).toBe(4);
  });

  it('are of procedures that the kiosk knows, and name nobody', () => {
    const codes = world.dossiers.map(({ dossier }) => dossier.procedureCode);
    expect(codes.filter((code) => code !== null && !bundledProcedureCodes.has(code))).toEqual([]);
    const text = JSON.stringify(world.dossiers.map(({ dossier }) => dossier));
    for (const { person } of world.dossiers) {
      expect([text.includes(person.name), text.includes(person.identityNumber)]).toEqual([false, false]);
    }
  });

  it('are shown by the kiosk with everything in them, fees with a code to pay by', () => {
    for (const { dossier } of world.dossiers) {
      const shown = dossierFromPortal({ ...dossier, asOf: '2026-07-22T09:41:05+07:00' }, dossier.dossierCode);
      expect(shown).toMatchObject({
        paymentFault: null,
        dossier: { hasReceipt: dossier.receipt !== null, next: { kind: dossier.next.kind } },
      });
      expect(shown?.dossier.payment === null).toBe(dossier.payment === null);
    }
  });

  it('have codes and cards that the reader knows', () => {
    for (const { dossier, person } of world.dossiers) {
      const { name, identityNumber, birthDate, issuedOn } = person;
      expect(classifyScan(dossier.dossierCode, classifyOptions)).toEqual({
        kind: 'dossier',
        dossierCode: dossier.dossierCode,
      });
      expect(classifyScan(person.cardText, classifyOptions)).toMatchObject({
        kind: 'citizen-card',
        name,
        identityNumber,
        birthDate,
        issuedOn,
      });
    }
  });

  it('are sound on every day of the year: histories in order, promises not before the files came', () => {
    for (let day = 0; day < 366; day += 1) {
      for (const { dossier } of demonstrationDossiers(Date.UTC(2026, 0, 1 + day, 1))) {
        wireDossierSchema.parse({ ...dossier, asOf: '2026-01-01T00:00:00Z' });
        const steps = dossier.history.map(({ at }) => at.slice(0, 10));
        expect(steps.toSorted((a, b) => a.localeCompare(b))).toEqual(steps);
        expect(dossier.history.at(-1)?.state).toBe(dossier.state);
        expect((dossier.receivedAt ?? '').slice(0, 10) <= (dossier.dueAt ?? '9999').slice(0, 10)).toBe(true);
      }
    }
  });
});

describe('a code alone', () => {
  it('opens the degree of completion, nothing else, in small letters too', async () => {
    const { dossierCode } = firstIn('processing').dossier;
    const answer = await world.ask('GET', `/v1/dossiers/${dossierCode.toLowerCase()}/progress`);
    expect(answer.body).toEqual({
      dossierCode,
      stage: 'in-progress',
      percent: 60,
      asOf: '2026-07-22T09:41:05+07:00',
    });
  });

  it('grows to 100 per cent', async () => {
    const degrees = await Promise.all(
      (['registered', 'accepted', 'processing', 'payment-needed', 'settled', 'returned'] as const).map(
        async (state) => {
          const { dossierCode } = firstIn(state).dossier;
          return (await world.ask('GET', `/v1/dossiers/${dossierCode}/progress`)).body?.['percent'];
        },
      ),
    );
    expect(degrees).toEqual([5, 20, 60, 70, 95, 100]);
  });

  it('is not found where there is none', async () => {
    expect((await world.ask('GET', '/v1/dossiers/000.00.01.H29-260722-9999/progress')).status).toBe(404);
  });
});

describe('the card', () => {
  it.each(dossierStates)('opens a dossier that is %s', async (state) => {
    const opened = firstIn(state);
    const answer = await prove(opened.dossier.dossierCode, cardProof(opened));
    expect(answer.body).toEqual({ ...opened.dossier, asOf: '2026-07-22T09:41:05+07:00' });
  });

  it.each([
    ['another number', { identityNumber: '079190000018' }],
    ['another birth date', { birthDate: '1990-02-15' }],
    ['another issue date', { issuedOn: '2021-05-11' }],
    ['no issue date', { issuedOn: null }],
  ])('opens nothing with %s', async (_, change) => {
    const opened = firstIn('registered');
    const answer = await prove(opened.dossier.dossierCode, { ...cardProof(opened), ...change });
    expect([answer.status, answer.body?.['code']]).toEqual([403, 'proof-refused']);
  });

  it('opens nothing of somebody else, nor what there is not, with the same words', async () => {
    const opened = firstIn('registered');
    const foreign = await prove(firstIn('accepted').dossier.dossierCode, cardProof(opened));
    const missing = await prove('000.00.01.H29-260722-9999', cardProof(opened));
    expect([foreign.status, foreign.body]).toEqual([missing.status, missing.body]);
  });
});

describe('guessing', () => {
  it.each([
    ['a dossier', () => firstIn('registered').dossier.dossierCode],
    ['a code that no dossier has', () => '000.00.01.H29-260722-9999'],
  ])('pauses %s after five wrong proofs, by whichever kiosks', async (_, codeOf) => {
    const code = codeOf();
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await prove(code, wrongCode, tries % 2 === 0 ? 'kiosk-1' : 'kiosk-2')).status).toBe(403);
    }
    const paused = await prove(code, cardProof(firstIn('registered')));
    expect([paused.status, paused.body?.['code'], paused.headers.get('Retry-After')]).toEqual([429, 'paused', '900']);
    world.clock.nowIsMs += 15 * minuteMs - 1;
    expect((await prove(code, wrongCode)).status).toBe(429);
    world.clock.nowIsMs += 1;
    expect((await prove(code, wrongCode)).status).toBe(403);
  });

  it('begins anew after an hour, and after a right proof', async () => {
    const opened = firstIn('registered');
    const code = opened.dossier.dossierCode;
    const fail = async (times: number): Promise<void> => {
      for (let tries = 0; tries < times; tries += 1) {
        expect((await prove(code, wrongCode)).status).toBe(403);
      }
    };
    await fail(4);
    world.clock.nowIsMs += 60 * minuteMs;
    await fail(4);
    expect((await prove(code, cardProof(opened))).status).toBe(200);
    await fail(4);
    expect((await prove(code, cardProof(opened))).status).toBe(200);
  });

  it('of one dossier leaves the others alone', async () => {
    for (let tries = 0; tries < 6; tries += 1) {
      await prove(firstIn('accepted').dossier.dossierCode, wrongCode);
    }
    const opened = firstIn('registered');
    expect((await prove(opened.dossier.dossierCode, cardProof(opened))).status).toBe(200);
  });
});

describe('a one-time code', () => {
  it('opens the dossier once', async () => {
    const code = firstIn('registered').dossier.dossierCode;
    expect((await send(code)).status).toBe(202);
    expect(world.sent).toEqual([{ dossierCode: code, digits: expect.stringMatching(/^\d{6}$/u) }]);
    const proof = codeProof();
    expect((await prove(code, proof)).status).toBe(200);
    expect((await prove(code, proof)).status).toBe(403);
  });

  it('is good for ten minutes, for its own dossier, until the next one', async () => {
    const code = firstIn('registered').dossier.dossierCode;
    await send(code);
    const first = codeProof();
    expect((await prove(firstIn('accepted').dossier.dossierCode, first)).status).toBe(403);
    world.clock.nowIsMs += minuteMs;
    await send(code);
    const second = codeProof();
    world.clock.nowIsMs += 10 * minuteMs;
    expect((await prove(code, second)).status).toBe(403);
    await send(code);
    expect([(await prove(code, second)).status, (await prove(code, codeProof())).status]).toEqual([403, 200]);
  });

  it('is sent nowhere where there is no telephone or no dossier, and nobody is told', async () => {
    const silent = world.dossiers.find(({ person }) => !person.hasTelephone)?.dossier.dossierCode ?? '';
    const answers = [await send(silent), await send('000.00.01.H29-260722-9999')];
    expect([answers.map(({ status, body }) => [status, body]), world.sent]).toEqual([
      [
        [202, null],
        [202, null],
      ],
      [],
    ]);
    expect((await send('000.00.01.H29-260722-9999')).body?.['code']).toBe('paused');
  });

  it('comes once a minute and five times a day', async () => {
    const code = firstIn('registered').dossier.dossierCode;
    await send(code);
    world.clock.nowIsMs += 20_000;
    const tooSoon = await send(code);
    expect([tooSoon.status, tooSoon.body?.['code'], tooSoon.headers.get('Retry-After')]).toEqual([429, 'paused', '40']);
    for (let count = 0; count < 4; count += 1) {
      world.clock.nowIsMs += minuteMs;
      expect((await send(code)).status).toBe(202);
    }
    world.clock.nowIsMs += minuteMs;
    expect(Number((await send(code)).headers.get('Retry-After'))).toBeGreaterThan(23 * 60 * 60);
    world.clock.nowIsMs += 24 * 60 * minuteMs;
    expect((await send(code)).status).toBe(202);
  });
});
