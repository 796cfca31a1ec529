/** What a code opens, what proof opens and for how long, and what becomes of wrong proofs. */
import { describe, expect, it } from 'vitest';
import { dossierSchema } from '../../../main/contract/dossiers.ts';
import { methods } from '../../../main/contract/methods.ts';
import { proofPauseMs } from '../../../main/core/dossiers/proof-limit.ts';
import { feeDue, makeWireDossier, wireDossierCode } from '../../fakes/make-wire-dossier.ts';
import { createDossiersWorld, proofCard, refused, shown, viewOf } from './dossiers-world.ts';

const offline = { ok: false, trouble: { reason: 'offline', retryAtMs: 7, unsure: false } } as const;
const neverScanned = 'x'.repeat(22);

describe('a code alone', () => {
  it('opens the degree of completion and nothing else', async () => {
    const { handlers, portal, asked } = createDossiersWorld();
    portal.progress = (dossierCode) =>
      Promise.resolve({
        ok: true,
        value: { dossierCode, stage: 'done', percent: 100, asOfMs: 9, applicant: 'NGUYỄN THỊ MẪU' },
      });
    const answer = await handlers['dossiers.progress']({ dossierCode: wireDossierCode });
    expect(methods['dossiers.progress'].result.parse(answer)).toEqual({
      outcome: 'found',
      progress: { dossierCode: wireDossierCode, stage: 'done', percent: 100, asOfMs: 9 },
    });
    expect(asked).toEqual([]);
  });

  it('is told as not found, and the portal’s trouble as such', async () => {
    const { handlers, portal } = createDossiersWorld();
    portal.progress = () => Promise.resolve({ ok: true, value: null });
    expect(await handlers['dossiers.progress']({ dossierCode: wireDossierCode })).toEqual({ outcome: 'not-found' });
    portal.progress = () => Promise.resolve(offline);
    expect(await handlers['dossiers.progress']({ dossierCode: wireDossierCode })).toEqual({
      outcome: 'unreachable',
      reason: 'offline',
      retryAtMs: 7,
    });
  });

  it('is not answered with the degree of another dossier', async () => {
    const { handlers, portal, logger } = createDossiersWorld();
    portal.progress = () =>
      Promise.resolve({
        ok: true,
        value: { dossierCode: 'H29.79.1-261124-AB0099', stage: 'done', percent: 100, asOfMs: 9 },
      });
    expect(await handlers['dossiers.progress']({ dossierCode: wireDossierCode })).toMatchObject({
      outcome: 'unreachable',
      reason: 'failing',
    });
    expect(JSON.stringify(logger.entries)).not.toContain('AB00');
  });
});

describe('proof', () => {
  it('sends what a receipt does not carry, and opens the dossier under a random view', async () => {
    const { prove, scan, asked, dossiers } = createDossiersWorld();
    const answer = await prove(scan());
    expect(methods['dossiers.prove'].result.parse(answer)).toEqual(answer);
    const view = viewOf(answer);
    expect(view).toMatch(/^[\w-]{22}$/u);
    expect(asked).toEqual([
      {
        dossierCode: wireDossierCode,
        proof: { kind: 'card', identityNumber: '079190001234', birthDate: '1990-04-12', issuedOn: '2021-05-01' },
      },
    ]);
    expect(dossiers.opened(view)).toMatchObject({
      holder: { name: 'NGUYỄN THỊ MẪU', maskedNumber: '079•••••1234' },
      receipt: { number: '0128/TN-HS' },
    });
    expect(viewOf(await prove(scan()))).not.toBe(view);
  });

  it('by a one-time code names no holder', async () => {
    const { guess, asked, dossiers } = createDossiersWorld();
    const view = viewOf(await guess('123456'));
    expect(asked.map(({ proof }) => proof)).toEqual([{ kind: 'one-time-code', code: '123456' }]);
    expect(dossiers.opened(view)?.holder).toBeNull();
  });

  it('by a card serves one try, whatever comes of it; a card that is gone is no wrong proof and asks nobody', async () => {
    const { prove, scan, portal, asked } = createDossiersWorld();
    const card = scan();
    portal.dossier = () => offline;
    expect(await prove(card)).toMatchObject({ outcome: 'unreachable', reason: 'offline' });
    for (let time = 1; time <= 10; time += 1) {
      expect(await prove(card)).toEqual({ outcome: 'card-needed' });
      expect(await prove(neverScanned)).toEqual({ outcome: 'card-needed' });
    }
    expect(asked).toHaveLength(1);
    portal.dossier = () => refused;
    expect(await prove(scan())).toEqual({ outcome: 'refused', triesLeft: 4 });
  });

  it('says the same of a dossier that is unknown and of a card that is wrong, and asks the portal for both', async () => {
    const { prove, scan, portal, asked } = createDossiersWorld();
    portal.dossier = () => refused;
    const wrongCard = await prove(scan({ ...proofCard, identityNumber: '079190009999' }));
    const unknown = await createDossiersWorldRefusing().prove('H29.79.1-261124-AB9999');
    expect(unknown.answer).toEqual(wrongCard);
    expect([asked.length, unknown.asked]).toEqual([1, 1]);
  });

  it('is not answered with another dossier, nor with one that contradicts itself', async () => {
    const { prove, scan, portal, logger } = createDossiersWorld();
    for (const wrong of [
      makeWireDossier({ dossierCode: 'H29.79.1-261124-AB0099' }),
      makeWireDossier({ state: 'returned' }),
      makeWireDossier({ agency: '\u202E' }),
    ]) {
      portal.dossier = () => shown(wrong);
      expect(await prove(scan())).toEqual({ outcome: 'unreachable', reason: 'failing', retryAtMs: null });
    }
    expect(logger.entries).toHaveLength(3);
  });

  it('opens what the portal writes in capitals', async () => {
    const { prove, scan } = createDossiersWorld();
    expect(await prove(scan(), wireDossierCode.toLowerCase())).toMatchObject({ outcome: 'shown' });
  });

  it('says in the log, without figures, that a fee cannot be paid by code', async () => {
    const { prove, scan, portal, logger } = createDossiersWorld();
    portal.dossier = () =>
      shown(makeWireDossier({ payment: { ...feeDue, payee: { ...feeDue.payee, bankBin: '012345' } } }));
    const answer = await prove(scan());
    expect(answer).toMatchObject({ outcome: 'shown', dossier: { payment: null } });
    expect(logger.entries).toMatchObject([{ level: 'warn', fields: { fault: 'bank' } }]);
    expect(JSON.stringify(logger.entries)).not.toMatch(/012345|0123456789|40|AB0012/u);
  });
});

/** Another kiosk, whose portal knows nothing of the dossier. */
function createDossiersWorldRefusing() {
  const { prove, scan, portal, asked } = createDossiersWorld();
  portal.dossier = () => refused;
  return {
    prove: async (dossierCode: string) => ({ answer: await prove(scan(), dossierCode), asked: asked.length }),
  };
}

describe('a dossier that stands open', () => {
  it('is the only one, and is closed by the page, by the end of the session, and after ten minutes', async () => {
    const { dossiers, handlers, guess, pass, closedCount } = createDossiersWorld();
    const first = viewOf(await guess());
    const second = viewOf(await guess());
    expect([dossiers.opened(first), dossiers.opened(second)?.dossier.dossierCode]).toEqual([null, wireDossierCode]);
    await handlers['dossiers.close']({ view: first });
    expect(dossiers.opened(second)).not.toBeNull();
    await handlers['dossiers.close']({ view: second });
    expect(dossiers.opened(second)).toBeNull();

    const third = viewOf(await guess());
    dossiers.forgetAll();
    expect(dossiers.opened(third)).toBeNull();

    const fourth = viewOf(await guess());
    pass(10 * 60_000 - 1);
    expect(dossiers.opened(fourth)).not.toBeNull();
    pass(1);
    // Out of memory by then, not only when somebody asks for it.
    expect(closedCount()).toBe(4);
    expect(dossiers.opened(fourth)).toBeNull();
  });

  it('is gone in time also where the timer slept with the machine', async () => {
    const { dossiers, guess, clock } = createDossiersWorld();
    const view = viewOf(await guess());
    clock.nowIsMs += 10 * 60_000;
    expect(dossiers.opened(view)).toBeNull();
  });

  it('does not open for the next citizen when the portal answers late', async () => {
    const { dossiers, guess, prove, scan, portal, asked } = createDossiersWorld();
    const { promise, resolve } = Promise.withResolvers<ReturnType<typeof shown>>();
    portal.dossier = () => promise;
    const late = guess('123456');
    const waiting = prove(scan());
    await Promise.resolve();
    dossiers.forgetAll();
    resolve(shown());
    expect(await late).toEqual({ outcome: 'card-needed' });
    expect(await waiting).toEqual({ outcome: 'card-needed' });
    expect(asked).toHaveLength(1);
  });
});

describe('wrong proofs', () => {
  it('of all dossiers and sessions together lead to a pause of ten minutes, in which nobody is asked', async () => {
    const { dossiers, guess, prove, scan, portal, asked, clock, pass, handlers, logger } = createDossiersWorld();
    portal.dossier = () => refused;
    const answers = [];
    for (const number of ['0001', '0002', '0003', '0004']) {
      answers.push(await guess('000000', `H29.79.1-261124-AB${number}`));
      dossiers.forgetAll();
    }
    expect(answers).toEqual([4, 3, 2, 1].map((triesLeft) => ({ outcome: 'refused', triesLeft })));
    const paused = { outcome: 'paused', untilMs: clock.nowMs() + proofPauseMs };
    expect(await guess()).toEqual(paused);
    portal.dossier = () => shown();
    const card = scan();
    expect(await prove(card)).toEqual(paused);
    expect(await prove(neverScanned)).toEqual(paused);
    expect(await handlers['dossiers.sendCode']({ dossierCode: wireDossierCode })).toEqual(paused);
    expect(asked).toHaveLength(5);
    expect(logger.entries).toMatchObject([{ level: 'warn', fields: { minutes: 10 } }]);

    pass(proofPauseMs - 1);
    expect(await guess()).toEqual(paused);
    pass(1);
    // The pause took no card away.
    expect(await prove(card)).toMatchObject({ outcome: 'shown' });
    portal.dossier = () => refused;
    expect(await guess()).toEqual({ outcome: 'refused', triesLeft: 4 });
  });

  it('are forgiven by a right one', async () => {
    const { guess, portal } = createDossiersWorld();
    portal.dossier = () => refused;
    for (let time = 1; time <= 4; time += 1) {
      await guess();
    }
    portal.dossier = () => shown();
    expect(await guess()).toMatchObject({ outcome: 'shown' });
    portal.dossier = () => refused;
    expect(await guess()).toEqual({ outcome: 'refused', triesLeft: 4 });
  });

  it('cannot be tried by the hundred at once', async () => {
    const { guess, portal, asked } = createDossiersWorld();
    portal.dossier = () => refused;
    const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => guess(String(index).padStart(6, '0'))));
    expect(asked).toHaveLength(5);
    expect(answers.filter(({ outcome }) => outcome === 'paused')).toHaveLength(96);
  });

  it('pause no longer than ten minutes where the clock is set back', async () => {
    const { guess, portal, clock } = createDossiersWorld();
    portal.dossier = () => refused;
    for (let time = 1; time <= 5; time += 1) {
      await guess();
    }
    clock.nowIsMs -= 365 * 24 * 60 * 60_000;
    expect(await guess()).toEqual({ outcome: 'paused', untilMs: clock.nowMs() + proofPauseMs });
    clock.nowIsMs += proofPauseMs;
    expect(await guess()).toEqual({ outcome: 'refused', triesLeft: 4 });
  });

  it('are told as paused where the portal pauses, which is none of them', async () => {
    const { guess, portal } = createDossiersWorld();
    portal.dossier = () => ({ ok: true, value: { outcome: 'paused', untilMs: 99 } });
    expect(await guess()).toEqual({ outcome: 'paused', untilMs: 99 });
    portal.dossier = () => refused;
    expect(await guess()).toEqual({ outcome: 'refused', triesLeft: 4 });
  });
});

describe('a one-time code', () => {
  it('is asked for, and why not is told', async () => {
    const { handlers, portal } = createDossiersWorld();
    const send = async () => handlers['dossiers.sendCode']({ dossierCode: wireDossierCode });
    expect(await send()).toEqual({ outcome: 'sent' });
    portal.sendCode = () => Promise.resolve({ ok: true, value: { outcome: 'paused', untilMs: 8 } });
    expect(await send()).toEqual({ outcome: 'paused', untilMs: 8 });
    portal.sendCode = () => Promise.resolve(offline);
    expect(await send()).toEqual({ outcome: 'unreachable', reason: 'offline', retryAtMs: 7 });
  });
});

it('an answer that is shown holds nothing the contract does not know', async () => {
  const { guess } = createDossiersWorld();
  const answer = await guess();
  expect(answer.outcome === 'shown' && dossierSchema.parse(answer.dossier)).toBeTruthy();
});
