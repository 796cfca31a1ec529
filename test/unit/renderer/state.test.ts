/** Where a citizen is, how they come back, and that nothing of them stays. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idlePhase } from '../../../renderer/idle/idle-phase.ts';
import { initialState, type KioskAction, type KioskState, kioskReducer } from '../../../renderer/state/kiosk-state.ts';
import { isReadingScreen, type Screen } from '../../../renderer/state/screen.ts';

const run = (...actions: KioskAction[]): KioskState => actions.reduce(kioskReducer, initialState('vi'));
const open = (screen: Screen): KioskAction => ({ kind: 'open', screen });
const birth: Screen = { kind: 'procedure', code: '1.001193', caseChoice: undefined };

describe('kioskReducer', () => {
  it('goes back the way it came, with what was typed', () => {
    const state = run(
      open({ kind: 'home' }),
      open({ kind: 'search', words: '' }),
      { kind: 'amend', screen: { kind: 'search', words: 'khai sinh' } },
      open(birth),
      { kind: 'back' },
    );
    expect(state.screen).toEqual({ kind: 'search', words: 'khai sinh' });
    expect(kioskReducer(state, { kind: 'back' }).screen).toEqual({ kind: 'home' });
  });

  it('never goes back to the welcome screen', () => {
    expect(run(open({ kind: 'home' }), { kind: 'back' }).screen).toEqual({ kind: 'home' });
    expect(run(open(birth), { kind: 'back' }).screen).toEqual({ kind: 'home' });
  });

  it('keeps the place when language and text size change', () => {
    const state = run(
      open({ kind: 'home' }),
      open(birth),
      { kind: 'choose-language', language: 'en' },
      { kind: 'choose-text-size', textSize: 'very-large' },
    );
    expect(state).toMatchObject({ screen: birth, language: 'en', textSize: 'very-large' });
    expect(state.past).toEqual([{ kind: 'home' }]);
  });

  it('does not let a late answer overwrite another screen', () => {
    expect(run(open({ kind: 'home' }), { kind: 'amend', screen: { kind: 'search', words: 'x' } }).screen.kind).toBe(
      'home',
    );
  });

  it('forgets everything at the end, whatever was done before', () => {
    const action = fc.oneof(
      fc.constantFrom<KioskAction>({ kind: 'back' }, { kind: 'home' }, open(birth), open({ kind: 'thanks' })),
      fc.string().map((words): KioskAction => open({ kind: 'search', words })),
      fc.constantFrom<KioskAction>(
        { kind: 'choose-language', language: 'en' },
        { kind: 'choose-text-size', textSize: 'large' },
      ),
    );
    fc.assert(
      fc.property(fc.array(action), (actions) => {
        const before = run(...actions);
        const after = kioskReducer(before, { kind: 'end', language: 'vi' });
        expect(after).toEqual({ ...initialState('vi'), sessionNumber: before.sessionNumber + 1 });
      }),
    );
  });

  it('keeps a walk of any length in bounds', () => {
    const long = Array.from({ length: 500 }, () => open(birth));
    expect(run(...long).past.length).toBeLessThanOrEqual(50);
  });
});

describe('idlePhase', () => {
  const limits = { idleMs: 60_000, countdownMs: 20_000 };

  it('asks after the quiet time and counts down to nothing', () => {
    expect(idlePhase(59_999, limits)).toEqual({ kind: 'present' });
    expect(idlePhase(60_000, limits)).toEqual({ kind: 'asking', secondsLeft: 20 });
    expect(idlePhase(79_001, limits)).toEqual({ kind: 'asking', secondsLeft: 1 });
    expect(idlePhase(80_000, limits)).toEqual({ kind: 'gone' });
  });

  it('waits longer where people read', () => {
    expect(isReadingScreen(birth)).toBe(true);
    expect(isReadingScreen({ kind: 'official', code: '1.001193' })).toBe(true);
    expect(isReadingScreen({ kind: 'home' })).toBe(false);
  });
});
