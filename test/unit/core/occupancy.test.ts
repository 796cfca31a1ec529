/** Whether a citizen stands before the kiosk, and who waits for their leaving. */
import { describe, expect, it } from 'vitest';
import { createOccupancy } from '../../../main/core/occupancy.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';

function createWorld() {
  const clock = createManualClock();
  const time = createManualSchedule();
  const printing = { is: false };
  const occupancy = createOccupancy({ clock, schedule: time.schedule, isPrinting: () => printing.is });
  const taken: string[] = [];
  return {
    occupancy,
    printing,
    clock,
    taken,
    wait: (name: string) => occupancy.whenFree(() => taken.push(name)),
    pass: (milliseconds: number) => {
      clock.nowIsMs += milliseconds;
      time.advance(milliseconds);
    },
  };
}

describe('the occupancy', () => {
  it('lets at once where nobody is, and after the end of the session where somebody is', () => {
    const { occupancy, taken, wait } = createWorld();
    wait('first');
    expect(taken).toEqual(['first']);
    occupancy.begin();
    wait('second');
    expect(occupancy.isFree()).toBe(false);
    occupancy.end();
    expect(taken).toEqual(['first', 'second']);
  });

  it('waits for the slip although the citizen has gone', () => {
    const { occupancy, printing, taken, wait, pass } = createWorld();
    occupancy.begin();
    printing.is = true;
    wait('a');
    occupancy.end();
    pass(1_000);
    expect(taken).toEqual([]);
    printing.is = false;
    pass(1_000);
    expect(taken).toEqual(['a']);
  });

  it('takes a page that says nothing for half an hour for dead, and one that says something for alive', () => {
    const { occupancy, taken, wait, pass } = createWorld();
    occupancy.begin();
    wait('a');
    pass(29 * 60_000);
    occupancy.heard();
    pass(29 * 60_000);
    expect(taken).toEqual([]);
    pass(60_000);
    expect(taken).toEqual(['a']);
  });

  it('does not begin a session by what is asked outside of one', () => {
    const { occupancy } = createWorld();
    occupancy.heard();
    expect(occupancy.isFree()).toBe(true);
  });

  it('lets in one after the other, and nobody who was called off', () => {
    const { occupancy, taken, wait } = createWorld();
    occupancy.begin();
    occupancy.whenFree(() => {
      taken.push('first');
      occupancy.begin();
    });
    const callOff = wait('called off');
    wait('second');
    callOff();
    occupancy.end();
    expect(taken).toEqual(['first']);
    occupancy.end();
    expect(taken).toEqual(['first', 'second']);
  });

  it('counts the silence anew where the clock is set back', () => {
    const { occupancy, clock, wait, taken, pass } = createWorld();
    occupancy.begin();
    clock.nowIsMs -= 86_400_000;
    wait('a');
    pass(29 * 60_000);
    expect(taken).toEqual([]);
    pass(60_000);
    expect(taken).toEqual(['a']);
  });
});
