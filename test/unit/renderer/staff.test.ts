/** The staff screen's pure parts: the hidden gesture, the PIN pad, a batch of slips, words, and how answers are kept fresh. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentGroup } from '../../../main/contract/procedure.ts';
import { createTranslator } from '../../../renderer/i18n/create-translator.ts';
import { browserVersions } from '../../../renderer/staff/browser-versions.ts';
import { createStaffAsker } from '../../../renderer/staff/create-staff-asker.ts';
import {
  emptyEntry,
  isSendable,
  type PinAction,
  pinEntryReducer,
  takesKeys,
} from '../../../renderer/state/pin-entry.ts';
import { batchRequests, emptyBatch, mostSlips, slipBatchReducer } from '../../../renderer/state/slip-batch.ts';
import {
  type GestureState,
  holdMs,
  noGesture,
  placeOf,
  type StaffTouch,
  staffGestureReducer,
  type TouchPlace,
  tapWithinMs,
} from '../../../renderer/state/staff-gesture.ts';
import { countdownWords, momentWords, spanWords } from '../../../renderer/wording/moment-words.ts';
import { actionKey, jobKeys } from '../../../renderer/wording/staff-words.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';

const down = (place: TouchPlace, atMs: number): StaffTouch => ({ kind: 'down', place, atMs });
const up = (place: TouchPlace, atMs: number): StaffTouch => ({ kind: 'up', place, atMs });
const lost: StaffTouch = { kind: 'lost' };
const gesture = (...touches: StaffTouch[]): GestureState['kind'] => touches.reduce(staffGestureReducer, noGesture).kind;

const type = (text: string): PinAction[] => Array.from(text, (digit) => ({ kind: 'digit', digit }));
const after = (...actions: PinAction[]) => actions.reduce(pinEntryReducer, emptyEntry);

const group = (id: string, kind: DocumentGroup['kind']): DocumentGroup => ({
  id,
  kind,
  title: id,
  documents: [],
  notes: [],
});

const copies = (wanted: number) => slipBatchReducer(emptyBatch, { kind: 'copies', copies: wanted }).copies;

function setUp() {
  const manual = createManualSchedule();
  const asked: PromiseWithResolvers<string>[] = [];
  const ask = () => {
    const next = Promise.withResolvers<string>();
    asked.push(next);
    return next.promise;
  };
  const asker = createStaffAsker({
    ask,
    nowMs: () => asked.length,
    schedule: (callback, delayMs) => manual.schedule(delayMs, callback),
  });
  const answer = async (words: string) => {
    asked.at(-1)?.resolve(words);
    await new Promise(setImmediate);
  };
  return { asker, asked, answer, advance: (milliseconds: number) => manual.advance(milliseconds) };
}

describe('the hidden gesture', () => {
  const held = [down('emblem', 0), up('emblem', holdMs)] as const;
  const tapAt = (atMs: number) => [down('corner', atMs), up('corner', atMs + 80)] as const;

  it('is the emblem held and the corner tapped', () => {
    expect(gesture(...held, ...tapAt(holdMs + 900))).toBe('done');
    expect(gesture(...held, ...tapAt(holdMs + tapWithinMs))).toBe('done');
  });

  it.each<[what: string, touches: readonly StaffTouch[]]>([
    ['held too short', [down('emblem', 0), up('emblem', holdMs - 1), ...tapAt(holdMs)]],
    ['tapped too late', [...held, ...tapAt(holdMs + tapWithinMs + 1)]],
    ['the corner alone', tapAt(0)],
    ['the finger slips off the emblem', [down('emblem', 0), up('elsewhere', holdMs), ...tapAt(holdMs + 1)]],
    [
      'something else touched in between',
      [...held, down('elsewhere', holdMs + 1), up('elsewhere', holdMs + 2), ...tapAt(holdMs + 3)],
    ],
    ['the finger slides out of the corner', [...held, down('corner', holdMs + 1), up('elsewhere', holdMs + 2)]],
    ['a second finger comes', [down('emblem', 0), lost, up('emblem', holdMs), ...tapAt(holdMs + 1)]],
    ['the system takes the touch', [...held, lost, ...tapAt(holdMs + 1)]],
  ])('is not: %s', (_what, touches) => {
    expect(gesture(...touches)).not.toBe('done');
  });

  it('does not come about by taps, however many and wherever', () => {
    const tap = fc.record({
      place: fc.constantFrom<TouchPlace>('emblem', 'corner', 'elsewhere'),
      pauseMs: fc.nat(9_000),
    });
    fc.assert(
      fc.property(fc.array(tap, { maxLength: 60 }), (taps) => {
        let atMs = 0;
        const touches = taps.flatMap(({ place, pauseMs }) => {
          atMs += pauseMs;
          return [down(place, atMs), up(place, atMs + 400)];
        });
        expect(gesture(...touches)).not.toBe('done');
      }),
    );
  });

  it('knows the corner from the rest of the screen', () => {
    expect(placeOf(1079, 0, 1080, false)).toBe('corner');
    expect(placeOf(1080 - 161, 0, 1080, false)).toBe('elsewhere');
    expect(placeOf(1079, 161, 1080, false)).toBe('elsewhere');
    expect(placeOf(90, 60, 1080, true)).toBe('emblem');
  });
});

describe('the PIN pad', () => {
  it('takes six to twelve digits and nothing else', () => {
    expect(isSendable(after(...type('28071')))).toBe(false);
    expect(isSendable(after(...type('280719')))).toBe(true);
    expect(after(...type('2807192807193')).digits).toBe('280719280719');
    expect(after(...type('2a 8٣')).digits).toBe('28');
    expect(after(...type('28'), { kind: 'backspace' }, { kind: 'backspace' }, { kind: 'backspace' }).digits).toBe('');
  });

  it('lets go of the PIN when it is sent, and takes no key meanwhile', () => {
    const sent = after(...type('280719'), { kind: 'sent' });
    expect(sent).toEqual({ digits: '', isChecking: true, refusal: null });
    expect(pinEntryReducer(sent, { kind: 'digit', digit: '1' })).toBe(sent);
  });

  it('says what was said until the next key', () => {
    const wrong = after({ kind: 'sent' }, { kind: 'refused', refusal: { outcome: 'wrong', triesLeft: 3 } });
    expect(wrong.refusal).toEqual({ outcome: 'wrong', triesLeft: 3 });
    expect(pinEntryReducer(wrong, { kind: 'digit', digit: '1' }).refusal).toBeNull();
  });

  it('is shut while the core pauses, and open when the pause is over', () => {
    const paused = after({ kind: 'refused', refusal: { outcome: 'paused', untilMs: 5 } });
    expect([takesKeys(paused), isSendable(paused)]).toEqual([false, false]);
    expect(pinEntryReducer(paused, { kind: 'pause-over' })).toEqual(emptyEntry);
    const notSet = after({ kind: 'refused', refusal: { outcome: 'not-set' } });
    expect(pinEntryReducer(notSet, { kind: 'pause-over' })).toBe(notSet);
    expect(takesKeys(notSet)).toBe(false);
  });
});

describe('a batch of slips', () => {
  const birth = { code: '1.001193', shortTitle: 'Đăng ký khai sinh', documentGroups: [group('g1', 'part')] };
  const building = {
    code: '1.013225',
    shortTitle: 'Giấy phép xây dựng',
    documentGroups: [group('g1', 'case'), group('g2', 'case')],
  };
  const single = { code: '1.000001', shortTitle: 'Một trường hợp', documentGroups: [group('g1', 'case')] };
  const add = (procedure: typeof birth) => ({ kind: 'add', procedure }) as const;

  it('holds each procedure once, twenty at most', () => {
    expect(slipBatchReducer(slipBatchReducer(emptyBatch, add(birth)), add(birth)).slips).toHaveLength(1);
    const many = Array.from({ length: 30 }, (_none, index) => add({ ...birth, code: `1.${100_000 + index}` }));
    expect(many.reduce(slipBatchReducer, emptyBatch).slips).toHaveLength(mostSlips);
  });

  it('is printable when each case is chosen; a single case may be nobody’s', () => {
    expect(batchRequests(emptyBatch, 'vi')).toBeNull();
    const open = [add(birth), add(building), add(single)].reduce(slipBatchReducer, emptyBatch);
    expect(batchRequests(open, 'vi')).toBeNull();
    const chosen = slipBatchReducer(open, { kind: 'choose-case', code: building.code, caseId: 'g2' });
    expect(batchRequests(slipBatchReducer(chosen, { kind: 'large', large: true }), 'en')).toEqual([
      { kind: 'checklist', code: birth.code, caseId: null, language: 'en', large: true },
      { kind: 'checklist', code: building.code, caseId: 'g2', language: 'en', large: true },
      { kind: 'checklist', code: single.code, caseId: null, language: 'en', large: true },
    ]);
  });

  it('keeps copies from 1 to 20', () => {
    expect([copies(0), copies(7), copies(99)]).toEqual([1, 7, 20]);
  });
});

describe('words for staff', () => {
  const { t } = createTranslator('vi');
  const minute = 60_000;
  const noon = Date.UTC(2026, 6, 22, 5, 0);

  it('tell moments in the office’s time and spans to the minute', () => {
    expect(momentWords(noon, noon + 5 * minute, 'vi')).toBe('12:00');
    expect(momentWords(noon, noon + 24 * 60 * minute, 'vi')).toBe('12:00, 22/7/2026');
    const spans = [-5, 0.5, 12, 60, 185, 24 * 60, 52 * 60].map((minutes) => spanWords(minutes * minute, t));
    expect(spans).toEqual([
      'chưa đến 1 phút',
      'chưa đến 1 phút',
      '12 phút',
      '1 giờ',
      '3 giờ 5 phút',
      '1 ngày',
      '2 ngày 4 giờ',
    ]);
    expect([300_000, 59_001, 1, 0, -9].map(countdownWords)).toEqual(['5:00', '1:00', '0:01', '0:00', '0:00']);
  });

  it('say honestly what nobody knows', () => {
    const keys = jobKeys({ state: 'unknown', reason: 'no-answer', settledBy: null });
    expect(t(keys.state)).toMatch(/Không rõ đã ra giấy hay chưa/);
    expect(keys.reason === null ? '' : t(keys.reason)).toMatch(/không báo lại/);
    expect(t(jobKeys({ state: 'printed', reason: null, settledBy: 'citizen' }).state)).toMatch(/theo lời người dân/);
  });

  it('know actions by name, and no name of the object itself', () => {
    expect(actionKey('printer.clear')).toBe('staff.action.printerClear');
    expect([actionKey('toString'), actionKey('__proto__'), actionKey('printer.newer')]).toEqual([null, null, null]);
  });

  it('name what draws the page', () => {
    const chromium =
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
    expect(browserVersions(chromium)).toEqual({ chromium: '156.0.0.0' });
    expect(browserVersions('Chrome/156.0.1 Electron/45.4.1')).toEqual({ chromium: '156.0.1', electron: '45.4.1' });
    expect(browserVersions('curl')).toEqual({});
  });
});

describe('createStaffAsker', () => {
  it('asks at once and every five seconds, and not after it was stopped', async () => {
    const { asker, asked, answer, advance } = setUp();
    const stop = asker.start();
    await answer('one');
    expect(asker.state().answer).toEqual({ kind: 'ready', value: 'one' });
    advance(5_000);
    expect(asked).toHaveLength(2);
    stop();
    await answer('two');
    expect(asker.state().answer).toEqual({ kind: 'ready', value: 'one' });
    advance(60_000);
    expect(asked).toHaveLength(2);
  });

  it('asks once more, not ten times, for news that come while it asks', async () => {
    const { asker, asked, answer } = setUp();
    asker.start();
    for (let time = 0; time < 10; time += 1) asker.refresh();
    expect(asked).toHaveLength(1);
    await answer('old');
    expect(asked).toHaveLength(2);
    await answer('new');
    expect([asked.length, asker.state().answer]).toEqual([2, { kind: 'ready', value: 'new' }]);
  });

  it('tells a failure and tries again', async () => {
    const { asker, asked, answer, advance } = setUp();
    asker.start();
    asked[0]?.reject(new Error('gone'));
    await new Promise(setImmediate);
    expect(asker.state().answer).toMatchObject({ kind: 'failed', error: { code: 'internal' } });
    advance(5_000);
    await answer('back');
    expect(asker.state().answer).toEqual({ kind: 'ready', value: 'back' });
  });
});
