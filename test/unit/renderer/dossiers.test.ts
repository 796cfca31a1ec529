/** Dossiers on the page: their way, the words for each state, how they are proved, and that nothing stays open. */
import { describe, expect, it } from 'vitest';
import { dossierCodeMistakes, dossierCodeSchema, readDossierCode } from '../../../main/contract/dossier-code.ts';
import { type Dossier, dossierSlips, dossierStages, dossierStates } from '../../../main/contract/dossiers.ts';
import { portalTroubles } from '../../../main/contract/portal.ts';
import { codeExamples } from '../../../renderer/dossiers/code-examples.ts';
import { createOpenDossiers, heldView } from '../../../renderer/dossiers/open-dossiers.ts';
import { promisedDay, timelineOf } from '../../../renderer/dossiers/timeline.ts';
import { createAnswerCache } from '../../../renderer/hooks/answer-cache.ts';
import { createTranslator } from '../../../renderer/i18n/create-translator.ts';
import {
  isCodeWhole,
  noProof,
  type ProofAction,
  proofReducer,
  takesProof,
} from '../../../renderer/state/proof-state.ts';
import type { Screen } from '../../../renderer/state/screen.ts';
import {
  dayOrMomentWords,
  futureKey,
  mistakeKey,
  slipKeys,
  slipsOf,
  stageKeys,
  stateKeys,
  troubleKeys,
  waitWords,
} from '../../../renderer/wording/dossier-words.ts';
import { createFakeConnection } from '../../fakes/fake-connection.ts';

const view = 'ABCDEFGHIJKLMNOPQRSTUV';
const dossierCode = '000.00.01.H29-240115-0001';
const dossier: Dossier = {
  dossierCode,
  procedureCode: null,
  procedureName: null,
  state: 'processing',
  history: [
    { state: 'registered', at: '2026-11-10', department: null },
    { state: 'accepted', at: '2026-11-11T09:41:00+07:00', department: 'Bộ phận một cửa' },
    { state: 'processing', at: '2026-11-12', department: 'Phòng Kinh tế' },
  ],
  department: 'Phòng Kinh tế',
  receivedAt: null,
  dueAt: '2026-11-30',
  next: { kind: 'wait' },
  lateness: null,
  payment: null,
  hasReceipt: true,
  agency: 'Ủy ban nhân dân phường Mẫu',
  contact: null,
  asOfMs: 0,
};
const lateness = { promisedAt: '2026-11-30', reason: null, newDueAt: '2026-12-08' };
const steps = (one: Dossier) => timelineOf(one).map(({ state, place, at }) => [place, state, at]);

describe('the way of a dossier', () => {
  it('shows what was, what is and what comes, with the promised day for the result alone', () => {
    expect(steps(dossier)).toEqual([
      ['past', 'registered', '2026-11-10'],
      ['past', 'accepted', '2026-11-11T09:41:00+07:00'],
      ['present', 'processing', '2026-11-12'],
      ['future', 'settled', '2026-11-30'],
      ['future', 'returned', null],
    ]);
  });

  it('replaces a promise that was not kept by the new one, or by none', () => {
    expect(promisedDay({ ...dossier, lateness })).toBe('2026-12-08');
    expect(promisedDay({ ...dossier, lateness: { ...lateness, newDueAt: null } })).toBeNull();
  });

  it('promises nothing after an end', () => {
    for (const state of ['not-accepted', 'stopped', 'returned', 'withdrawal-asked'] as const) {
      const ended = { ...dossier, state, history: [{ state, at: '2026-11-12', department: null }] };
      expect(timelineOf(ended).map(({ place }) => place)).toEqual(['present']);
    }
  });

  it('ends with the result for every other state', () => {
    for (const state of dossierStates) {
      const last = timelineOf({ ...dossier, state, history: [{ state, at: '2026-11-12', department: null }] }).at(-1);
      if (last?.place === 'future') expect(last.state).toBe('returned');
    }
  });
});

describe('words about dossiers', () => {
  it('stand for every state, stage, trouble and slip, in both languages', () => {
    for (const language of ['vi', 'en'] as const) {
      const { t } = createTranslator(language);
      const said = [
        ...dossierStates.flatMap((state) => [t(stateKeys[state]), t(futureKey(state))]),
        ...dossierStages.flatMap((stage) => [t(stageKeys[stage].title), t(stageKeys[stage].text)]),
        ...portalTroubles.map((trouble) => t(troubleKeys[trouble])),
        ...dossierSlips.map((slip) => t(slipKeys[slip])),
      ];
      for (const words of said) expect(words).not.toMatch(/^dossier\.|^$/u);
    }
  });

  it('tell a day, a time of day in the office, and leave what is strange as it is', () => {
    expect(dayOrMomentWords('2026-11-24', 'vi')).toBe('24/11/2026');
    expect(dayOrMomentWords('2026-11-24T02:41:00Z', 'vi')).toBe('9:41, 24/11/2026');
    expect(dayOrMomentWords('2026-11-24T23:41:00+00:00', 'en')).toBe('6:41, 25 November 2026');
    expect(dayOrMomentWords('sớm', 'vi')).toBe('sớm');
  });

  it('count minutes, and seconds only at the end', () => {
    const { t } = createTranslator('vi');
    expect(waitWords(299_000, t)).toBe('khoảng 5 phút');
    expect(waitWords(60_000, t)).toBe('khoảng 1 phút');
    expect(waitWords(59_000, t)).toBe('59 giây');
    expect(waitWords(0, t)).toBe('1 giây');
  });

  it('offer the slips there are, the one that helps most first', () => {
    expect(slipsOf(dossier)).toEqual(['status', 'receipt']);
    expect(slipsOf({ ...dossier, lateness, hasReceipt: false })).toEqual(['apology', 'status']);
  });

  it('have something to say to each mistake, and nothing to a code that is not finished', () => {
    const { t } = createTranslator('vi');
    for (const mistake of dossierCodeMistakes) {
      const key = mistakeKey({ mistake, at: 0 });
      if (mistake === 'empty' || mistake === 'too-short') expect(key).toBeNull();
      else expect(key === null ? '' : t(key)).not.toMatch(/^dossier\.|^$/u);
    }
    expect(mistakeKey(readDossierCode('000.00.01.H29-2401'))).toBeNull();
    expect(mistakeKey(readDossierCode('000.00.01.H29-241315'))).toBe('dossier.mistake.impossibleDate');
  });

  it('show codes as examples that are codes', () => {
    for (const parts of codeExamples) expect(dossierCodeSchema.safeParse(parts.join('-')).success).toBe(true);
  });
});

const run = (...actions: ProofAction[]) => actions.reduce(proofReducer, noProof);
const digits = (text: string): ProofAction[] => text.split('').map((digit) => ({ kind: 'digit', digit }));

describe('proofReducer', () => {
  it('takes six digits and no more, and forgets them when they leave', () => {
    const typed = run({ kind: 'choose', way: 'code' }, ...digits('12345678'));
    expect(typed.digits).toBe('123456');
    expect(isCodeWhole(typed)).toBe(true);
    expect(isCodeWhole(proofReducer(typed, { kind: 'backspace' }))).toBe(false);
    expect(proofReducer(typed, { kind: 'ask', what: 'proof' })).toMatchObject({ digits: '', asking: 'proof' });
    expect(run({ kind: 'digit', digit: 'x' }).digits).toBe('');
  });

  it('takes nothing while it is checked or paused, and again when the pause is over', () => {
    const asking = run({ kind: 'ask', what: 'proof' });
    expect(takesProof(asking)).toBe(false);
    expect(proofReducer(asking, { kind: 'digit', digit: '1' })).toBe(asking);
    const paused = run({ kind: 'trouble', trouble: { outcome: 'paused', untilMs: 9 } });
    expect(takesProof(paused)).toBe(false);
    expect(proofReducer(paused, { kind: 'ask', what: 'code' })).toBe(paused);
    expect(takesProof(proofReducer(paused, { kind: 'pause-over' }))).toBe(true);
  });

  it('keeps what was refused in sight until the next try', () => {
    const refused = run(
      { kind: 'ask', what: 'proof' },
      { kind: 'trouble', trouble: { outcome: 'refused', triesLeft: 3 } },
    );
    expect(refused.trouble).toEqual({ outcome: 'refused', triesLeft: 3 });
    expect(proofReducer(refused, { kind: 'pause-over' })).toBe(refused);
    expect(proofReducer(refused, { kind: 'ask', what: 'proof' }).trouble).toBeNull();
  });

  it('goes on to the digits when a code was sent', () => {
    expect(run({ kind: 'ask', what: 'code' }, { kind: 'sent' })).toMatchObject({ way: 'code', isSent: true });
  });
});

describe('dossiers that stand open', () => {
  const opened: Screen = { kind: 'dossier', dossierCode, view };
  const print: Screen = { kind: 'print', slip: { kind: 'dossier', view, slip: 'status' }, title: '' };

  it('are held on their own screen, their slip and help asked from there, and nowhere else', () => {
    expect(heldView({ past: [], screen: opened })).toBe(view);
    expect(heldView({ past: [opened], screen: print })).toBe(view);
    expect(heldView({ past: [opened, print], screen: { kind: 'help' } })).toBe(view);
    expect(
      heldView({ past: [opened], screen: { kind: 'procedure', code: '1.001193', caseChoice: undefined } }),
    ).toBeNull();
    expect(heldView({ past: [opened], screen: { kind: 'dossier', dossierCode } })).toBeNull();
    expect(heldView({ past: [], screen: { kind: 'home' } })).toBeNull();
  });

  it('are forgotten by page and core when they are not held, their drawn slips too', async () => {
    const fake = createFakeConnection();
    const answers = createAnswerCache();
    const dossiers = createOpenDossiers(fake.connection, answers);
    dossiers.keep(view, dossier);
    answers.set(JSON.stringify(['printing.preview', { kind: 'dossier', view }]), 'picture', 0);
    answers.set('["catalogue.home",{}]', 'tiles', 0);
    dossiers.closeOthers(view);
    expect(dossiers.find(view)).toBe(dossier);
    expect(fake.waiting()).toEqual([]);
    dossiers.closeOthers(null);
    expect(dossiers.find(view)).toBeNull();
    expect(answers.get(JSON.stringify(['printing.preview', { kind: 'dossier', view }]))).toBeUndefined();
    expect(answers.get('["catalogue.home",{}]')).toBe('tiles');
    expect(await fake.answer('dossiers.close', {})).toEqual({ view });
    dossiers.closeOthers(null);
    expect(fake.waiting()).toEqual([]);
  });
});
