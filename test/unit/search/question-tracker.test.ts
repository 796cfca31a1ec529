/** What counts as one question, told from keystrokes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advanceQuestion,
  type EndedQuestion,
  noQuestion,
  type QuestionEvent,
} from '../../../main/core/search/question-tracker.ts';

/** Runs events and gives what ended, in order. */
function endedBy(events: readonly QuestionEvent[]): EndedQuestion[] {
  let state = noQuestion;
  return events.flatMap((event) => {
    const step = advanceQuestion(state, event);
    state = step.state;
    return step.ended === null ? [] : [step.ended];
  });
}

const chosen: QuestionEvent = { kind: 'chosen' };
const left: QuestionEvent = { kind: 'left' };

/** One search; `at` in seconds. */
const asked = (words: string | null, at = 0, total = 3): QuestionEvent => {
  return { kind: 'asked', words, total, atMs: at * 1000 };
};

/** A text typed letter by letter, then deleted again where asked for, at 0.3 s a key. */
function keys(text: string, { from = 0, total = 3, deleted = false } = {}): QuestionEvent[] {
  const lengths = Array.from({ length: text.length }, (_none, index) => index + 1);
  const steps = deleted ? lengths.slice(0, -1).toReversed() : lengths;
  return steps.map((length, index) => asked(text.slice(0, length), from + index * 0.3, total));
}

describe('one question', () => {
  it('is what was typed in the end, when the citizen leaves', () => {
    expect(endedBy([...keys('khai sinh'), left])).toEqual([{ words: 'khai sinh', outcome: 'no-choice' }]);
    expect(endedBy([...keys('so nha', { total: 0 }), left])).toEqual([{ words: 'so nha', outcome: 'no-result' }]);
  });

  it('is answered by a choice', () => {
    expect(endedBy([...keys('khai sinh'), chosen, left])).toEqual([{ words: 'khai sinh', outcome: 'answered' }]);
  });

  it('goes on while it is extended and shortened', () => {
    const events = [...keys('khai sinh cho con', { total: 0 }), asked('khai sinh', 20, 9), chosen, left];
    expect(endedBy(events)).toEqual([{ words: 'khai sinh', outcome: 'answered' }]);
  });

  it('takes its total from the last answer to the same text', () => {
    expect(endedBy([asked('so nha', 0, 0), asked('so nha', 1, 2), left])).toMatchObject([{ outcome: 'no-choice' }]);
  });

  it('ends with a different one', () => {
    expect(endedBy([asked('khai sanh', 0, 0), asked('ho khau', 9, 4), chosen])).toEqual([
      { words: 'khai sanh', outcome: 'no-result' },
      { words: 'ho khau', outcome: 'answered' },
    ]);
  });

  it('is the text that stood, not what was left on the way of deleting it', () => {
    const typed = [...keys('khai sanh', { total: 0 }), ...keys('khai sanh', { from: 30, deleted: true })];
    expect(endedBy([...typed, ...keys('ho khau', { from: 40 }), chosen])).toEqual([
      { words: 'khai sanh', outcome: 'no-result' },
      { words: 'ho khau', outcome: 'answered' },
    ]);
  });

  it('begins anew where the old one was deleted, even with the same letter', () => {
    const typed = [...keys('khai sanh'), ...keys('khai sanh', { from: 30, deleted: true })];
    expect(endedBy([...typed, ...keys('ket hon', { from: 40 }).slice(1), left])).toEqual([
      { words: 'khai sanh', outcome: 'no-choice' },
      { words: 'ket hon', outcome: 'no-choice' },
    ]);
  });

  it('is the text one read last, when it was shortened and left', () => {
    const events = [asked('so nha moi', 0, 0), asked('so nha', 10, 2), asked('so', 20), asked('ho khau', 20.1), left];
    expect(endedBy(events)).toMatchObject([{ words: 'so nha' }, { words: 'ho khau' }]);
  });

  it('is not asked again by coming back to it, nor by deleting it afterwards', () => {
    const back = [asked('khai sinh', 60), ...keys('khai sinh', { from: 70, deleted: true })];
    const events = [...keys('khai sinh'), chosen, ...back, asked('ho', 80), asked('ho khau', 81), left];
    expect(endedBy(events)).toEqual([
      { words: 'khai sinh', outcome: 'answered' },
      { words: 'ho khau', outcome: 'no-choice' },
    ]);
  });

  it('is asked anew where one goes on typing after a choice', () => {
    expect(endedBy([asked('khai sinh'), chosen, asked('khai sinh lai', 9, 0), left])).toEqual([
      { words: 'khai sinh', outcome: 'answered' },
      { words: 'khai sinh lai', outcome: 'no-result' },
    ]);
  });

  it('has two letters at least', () => {
    expect(endedBy([asked('k'), left, asked(''), left])).toEqual([]);
  });

  it('is not there without typing', () => {
    expect(endedBy([chosen, chosen, left, left])).toEqual([]);
  });
});

describe('a text that could be personal', () => {
  it('takes the whole question with it', () => {
    expect(endedBy([asked('can cuoc 07920', 0), asked(null, 1), left])).toEqual([]);
  });

  it('leaves no digits behind when it is deleted', () => {
    expect(endedBy([asked(null), asked('can cuoc 07920', 1), asked('can cuoc 0', 2), left])).toEqual([]);
  });

  it('leaves behind only what stands in the end', () => {
    const events = [asked(null), asked('nguyen van a o duong', 1), asked('nguyen', 1.1), asked('ho khau', 1.2), left];
    expect(endedBy(events)).toEqual([{ words: 'ho khau', outcome: 'no-choice' }]);
  });
});

const letters = fc.stringMatching(/^[a-e ]{0,6}$/u);
const event: fc.Arbitrary<QuestionEvent> = fc
  .oneof(
    { weight: 6, arbitrary: fc.record({ words: letters, total: fc.nat(2), at: fc.nat(100) }) },
    { weight: 1, arbitrary: fc.constantFrom(chosen, left, asked(null)) },
  )
  .map((one) => ('at' in one ? asked(one.words, one.at, one.total) : one));

describe('whatever happens', () => {
  it('gives nothing that was not typed in this session, and no more questions than keystrokes and choices', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        let state = noQuestion;
        let typed: string[] = [];
        let ended = 0;
        for (const one of events) {
          const step = advanceQuestion(state, one);
          if (one.kind === 'asked' && one.words !== null) typed.push(one.words);
          if (step.ended !== null) {
            ended += 1;
            expect(typed).toContain(step.ended.words);
          }
          if (one.kind === 'left') {
            expect(step.state).toEqual(noQuestion);
            typed = [];
          }
          state = step.state;
        }
        expect(ended).toBeLessThanOrEqual(events.length);
      }),
    );
  });

  it('takes any text typed letter by letter for one question', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{2,20}$/u), fc.nat(9), (text, total) => {
        expect(endedBy([...keys(text, { total }), left])).toEqual([
          { words: text, outcome: total === 0 ? 'no-result' : 'no-choice' },
        ]);
      }),
    );
  });

  it('never takes for a gap what a choice followed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-e ]{1,9}$/u), fc.boolean(), (text, isLookedAtAgain) => {
        const again = isLookedAtAgain ? keys(text, { from: 60, deleted: true }) : [];
        const outcomes = endedBy([...keys(text), chosen, ...again, left]).map(({ outcome }) => outcome);
        expect(outcomes).toEqual(['answered']);
      }),
    );
  });
});
