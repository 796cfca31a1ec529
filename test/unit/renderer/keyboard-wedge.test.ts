/** People who type are never taken for a reader and lose no letter; a reader is always taken for one and leaves none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyboardWedge } from '../../../renderer/scanning/keyboard-wedge.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';

type Stroke = readonly [key: string, afterMs: number, how?: 'repeat' | 'command'];

/** What came of the keys, in their order: text that stood in a field at last, keys that did what they do, scans. */
function play(strokes: readonly Stroke[]) {
  const time = createManualSchedule();
  const scans: string[] = [];
  let typed = '';
  let beforeBurst = '';
  const wedge = createKeyboardWedge({
    schedule: time.schedule,
    onScan: (text) => scans.push(text),
    onTakeBack: () => {
      typed = beforeBurst;
    },
    onTyped: (text, isFirstOfBurst) => {
      if (isFirstOfBurst) beforeBurst = typed;
      typed += text;
    },
  });
  for (const [key, afterMs, how] of strokes) {
    time.advance(afterMs);
    const stroke = { key, atMs: time.elapsedMs, isRepeat: how === 'repeat', isCommand: how === 'command' };
    if (!wedge.press(stroke) && key !== 'Shift') {
      typed += key.length === 1 ? key : `<${key}>`;
    }
  }
  const atOnce = typed;
  time.advance(2_000);
  return { typed, atOnce, scans };
}

/** The keys' own times are 8 ms apart; before some the page hears nothing for long. */
function playLate(text: string, lateMs: (index: number) => number) {
  const time = createManualSchedule();
  const scans: string[] = [];
  let typed = 'what stood there';
  let beforeBurst = '';
  const wedge = createKeyboardWedge({
    schedule: time.schedule,
    onScan: (scan) => scans.push(scan),
    onTakeBack: () => {
      typed = beforeBurst;
    },
    onTyped: (piece, isFirstOfBurst) => {
      if (isFirstOfBurst) beforeBurst = typed;
      typed += piece;
    },
  });
  for (const [index, key] of [...Array.from(text), 'Enter'].entries()) {
    time.advance(lateMs(index));
    const isHeld = wedge.press({ key, atMs: index * 8, isRepeat: false, isCommand: false });
    typed += isHeld ? '' : `<${key}>`;
  }
  time.advance(5_000);
  return { scans, typed };
}

const strokesOf = (text: string, gapMs: number): Stroke[] => Array.from(text).map((key) => [key, gapMs]);
const scanOf = (text: string, end = 'Enter', gapMs = 8): Stroke[] => [...strokesOf(text, gapMs), [end, gapMs]];

const payload = fc
  .array(fc.constantFrom(...Array.from('0123456789|ABCXYZabcđễĐ.-:/ ?=&')), { minLength: 6, maxLength: 120 })
  .map((keys) => keys.join(''))
  .filter((text) => !text.startsWith(' '));
/** Whoever types rolls two or three keys at once now and then; nobody rolls six and hits Enter in the same roll. */
const humanBurst = fc.tuple(
  fc.integer({ min: 51, max: 900 }),
  fc.array(fc.tuple(fc.constantFrom('a', 'ễ', ' ', '7', 'Enter', 'Tab', 'Backspace', 'Shift'), fc.nat(50)), {
    maxLength: 4,
  }),
);
const human = fc
  .array(fc.tuple(fc.constantFrom('k', 'h', 'Đ', '1', 'Enter', ' '), humanBurst), { maxLength: 40 })
  .map((bursts) => bursts.flatMap(([first, [pauseMs, rest]]): Stroke[] => [[first, pauseMs], ...rest]));

describe('a reader that types', () => {
  it.each(['Enter', 'Tab'])('is told from people where its scan ends with %s', (end) => {
    expect(play(scanOf('1.001193', end))).toEqual({ typed: '', atOnce: '', scans: ['1.001193'] });
  });

  it('is recognised whatever it types, at any speed of a reader, and leaves nothing behind', () => {
    fc.assert(
      fc.property(payload, fc.integer({ min: 0, max: 50 }), fc.constantFrom('Enter', 'Tab'), (text, gapMs, end) => {
        expect(play(scanOf(text, end, gapMs))).toEqual({ typed: '', atOnce: '', scans: [text] });
      }),
    );
  });

  it('is recognised in the midst of people who type, whose letters stay', () => {
    fc.assert(
      fc.property(human, payload, human, (before, text, after) => {
        const [first, ...rest] = scanOf(text);
        const all = play([...before, ...(first === undefined ? [] : [[first[0], 51] as const]), ...rest, ...after]);
        const alone = play([...before, ['Shift', 200], ...after]);
        expect(all.scans).toEqual([text]);
        expect(all.typed).toBe(alone.typed);
      }),
    );
  });

  it('may press Shift for its capitals and end a scan twice', () => {
    const strokes: Stroke[] = Array.from('H29-24').flatMap((key): Stroke[] => [
      ['Shift', 2],
      [key, 5],
    ]);
    expect(play([...strokes, ['Enter', 5], ['Enter', 5], ['Tab', 5]])).toMatchObject({ typed: '', scans: ['H29-24'] });
    expect(play([...strokes, ['Enter', 5], ['Enter', 400]])).toMatchObject({ typed: '<Enter>', scans: ['H29-24'] });
  });

  it('reads two scans one right after the other', () => {
    expect(play([...scanOf('1.001193'), ...scanOf('2.000815')]).scans).toEqual(['1.001193', '2.000815']);
  });

  it('hands on no more than the core takes', () => {
    const { scans, typed } = play(scanOf('9'.repeat(20_000), 'Enter', 1));
    expect(scans.map(({ length }) => length)).toEqual([8_192]);
    expect(typed).toBe('');
  });
});

describe('a reader on a busy machine, whose keys come late', () => {
  const code = '000.00.01.H29-240115-0001';

  it('is told whole, and what was given back of it is taken away again', () => {
    const told = { scans: [code], typed: 'what stood there' };
    expect(playLate(code, (index) => (index === 4 ? 300 : 0))).toEqual(told);
    expect(playLate(code, (index) => (index === 2 || index === 4 ? 300 : 0))).toEqual(told);
    expect(playLate('1.001193', (index) => (index === 8 ? 1_500 : 0))).toEqual({ ...told, scans: ['1.001193'] });
  });

  it('is told whole and leaves nothing where the rest is late by less than a second', () => {
    expect(playLate(code, (index) => (index > 5 ? 900 : 0))).toEqual({ scans: [code], typed: 'what stood there' });
  });

  it('is dropped, never told in part and never typed, where it was surely a scan', () => {
    expect(playLate(code, (index) => (index === 22 ? 1_500 : 0))).toEqual({ scans: [], typed: 'what stood there' });
  });
});

describe('a reader without an end, or pulled out in a scan', () => {
  it('is not told and leaves nothing of a card', () => {
    expect(play(strokesOf('079304000123|273900111|NGUY', 8))).toEqual({ typed: '', atOnce: '', scans: [] });
  });
});

describe('people who type', () => {
  it('are never taken for a reader, and all they type stays, in its order', () => {
    fc.assert(
      fc.property(human, (strokes) => {
        const { typed, scans } = play(strokes);
        expect(scans).toEqual([]);
        const keys = strokes.filter(([key]) => key !== 'Shift').map(([key]) => (key.length === 1 ? key : `<${key}>`));
        expect(typed).toBe(keys.join(''));
      }),
      { numRuns: 500 },
    );
  });

  it.each<[string, Stroke[]]>([
    ['slow letters and Enter', scanOf('khai sinh', 'Enter', 51)],
    ['five quick letters and Enter', scanOf('abcde', 'Enter', 10)],
    ['quick letters and a late Enter', [...strokesOf('abcdef', 10), ['Enter', 51]]],
    ['quick letters and no end', strokesOf('abcdefgh', 10)],
    [
      'a key that is held down',
      [['a', 500], ...strokesOf('aaaaaaaa', 30).map(([key]) => [key, 30, 'repeat'] as const), ['Enter', 30]],
    ],
    ['a command among quick letters', [...strokesOf('abcdef', 10), ['c', 10, 'command'], ['Enter', 10]]],
  ])('keep %s', (_what, strokes) => {
    const { typed, scans } = play(strokes);
    expect(scans).toEqual([]);
    expect(typed).toBe(strokes.map(([key]) => (key.length === 1 ? key : `<${key}>`)).join(''));
  });

  it('see a letter at once after the pause in which a scan would have gone on', () => {
    expect(play([['a', 100]]).atOnce).toBe('');
    expect(
      play([
        ['a', 100],
        ['Shift', 90],
      ]).atOnce,
    ).toBe('a');
  });

  it('press a button with the space bar', () => {
    expect(play([[' ', 100]]).atOnce).toBe(' ');
  });
});
