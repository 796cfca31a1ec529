import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswers, readChange } from '../../../main/core/printing/device/printer-condition.ts';
import { createStatusJudge } from '../../../main/core/printing/device/status-judge.ts';

describe('four answers', () => {
  it.each([
    [[0x12, 0x12, 0x12, 0x12], 'ready', false],
    [[0x12, 0x12, 0x12, 0x1e], 'ready', true],
    [[0x1a, 0x16, 0x12, 0x12], 'cover-open', false],
    [[0x1a, 0x32, 0x12, 0x7e], 'paper-out', true],
    [[0x1a, 0x36, 0x12, 0x7e], 'cover-open', true],
    [[0x12, 0x12, 0x12, 0x72], 'paper-out', false],
    [[0x1a, 0x52, 0x1a, 0x12], 'cutter-error', false],
    [[0x1a, 0x52, 0x32, 0x12], 'error', false],
    [[0x1a, 0x52, 0x12, 0x12], 'error', false],
    [[0x1a, 0x12, 0x12, 0x12], 'error', false],
  ] as const)('%o are %s', (answers, state, paperNearEnd) => {
    expect(readAnswers(answers)).toEqual({ state, paperNearEnd });
  });

  it.each([
    ['a cover that is open while the printer is on-line', [0x12, 0x16, 0x12, 0x12]],
    ['an error while the printer is on-line', [0x12, 0x52, 0x12, 0x12]],
    ['one of two near-end bits', [0x12, 0x12, 0x12, 0x16]],
    ['one of two end bits', [0x12, 0x12, 0x12, 0x32]],
  ] as const)('contradict themselves: %s', (_what, answers) => {
    expect(readAnswers(answers)).toBeNull();
  });
});

describe('an automatic status', () => {
  it.each([
    [[0x10, 0x00, 0x00, 0x0f], 'ready', false],
    [[0x14, 0x00, 0x03, 0x0f], 'ready', true],
    [[0x38, 0x00, 0x00, 0x0f], 'cover-open', false],
    [[0x18, 0x00, 0x0f, 0x0f], 'paper-out', true],
    [[0x18, 0x08, 0x00, 0x0f], 'cutter-error', false],
    [[0x18, 0x20, 0x00, 0x0f], 'error', false],
    [[0x18, 0x00, 0x00, 0x0f], 'error', false],
  ] as const)('%o is %s', (bytes, state, paperNearEnd) => {
    expect(readChange(bytes)).toEqual({ state, paperNearEnd });
  });

  it.each([
    [[0x30, 0, 0, 0]],
    [[0x10, 0x08, 0, 0]],
    [[0x10, 0, 0x0c, 0]],
    [[0x18, 0, 0x04, 0]],
    [[0x10, 0, 0x01, 0]],
  ] as const)('contradicts itself: %o', (bytes) => {
    expect(readChange(bytes)).toBeNull();
  });
});

describe('what is believed', () => {
  const ready = { state: 'ready', paperNearEnd: false } as const;
  const out = { state: 'paper-out', paperNearEnd: true } as const;
  const unknown = { state: 'unknown', paperNearEnd: false };

  it('is the first round, and what is told after it but not before', () => {
    const judge = createStatusJudge();
    expect(judge.told(out)).toBeNull();
    expect(judge.heard(ready)).toEqual(ready);
    expect(judge.told(out)).toEqual(out);
  });

  it('is nothing after noise, until two rounds in a row agree', () => {
    const judge = createStatusJudge();
    judge.heard(ready);
    expect(judge.doubt()).toEqual(unknown);
    expect([judge.told(ready), judge.heard(ready), judge.awaitsSecond]).toEqual([null, unknown, true]);
    expect([judge.heard(out), judge.heard(ready), judge.heard(ready)]).toEqual([unknown, unknown, ready]);
    expect(judge.told(out)).toEqual(out);
  });

  it('begins anew with noise between two rounds', () => {
    const judge = createStatusJudge();
    judge.doubt();
    judge.heard(ready);
    judge.doubt();
    expect(judge.heard(ready)).toEqual(unknown);
  });

  it('is never a state that was not heard twice since the last noise', () => {
    const step = fc.oneof(fc.constant('noise' as const), fc.constantFrom(ready, out));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const judge = createStatusJudge();
        judge.doubt();
        let run: unknown[] = [];
        for (const now of steps) {
          const believed = now === 'noise' ? judge.doubt() : judge.heard(now);
          run = now === 'noise' ? [] : [...run, now];
          const wasSettled = run.some((one, index) => index > 0 && one === run[index - 1]);
          expect(believed).toEqual(wasSettled ? now : unknown);
        }
      }),
    );
  });
});
