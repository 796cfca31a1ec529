/** Which of the portal's times are shown. */
import { describe, expect, it } from 'vitest';
import { isOfferedDay, offeredDays } from '../../../main/core/appointments/offered-days.ts';

const at = (time: string): number => Date.parse(`2026-07-22T${time}+07:00`);
const limits = { nowMs: at('09:41:05'), daysAhead: 2, isOpenDay: () => true };
const slot = (from: string, free = 1) => ({ from, until: '23:59', free });

function isNotThursday(day: string): boolean {
  return day !== '2026-07-23';
}

describe('times', () => {
  it('of today that have begun are left out, and today with them where none is left', () => {
    const today = { day: '2026-07-22', slots: [slot('08:00'), slot('09:41'), slot('09:42'), slot('10:00')] };
    const shown = (nowMs: number) =>
      offeredDays([today], { ...limits, nowMs }).map(({ slots }) => slots.map(({ from }) => from));
    expect([shown(at('07:00:00')), shown(at('09:41:05')), shown(at('10:00:00'))]).toEqual([
      [['08:00', '09:41', '09:42', '10:00']],
      [['09:42', '10:00']],
      [],
    ]);
  });

  it('stand in order, on days that are open, not too far ahead', () => {
    const days = ['2026-07-25', '2026-07-24', '2026-07-21', '2026-07-23', '2026-07-22'].map((day) => {
      return { day, slots: [slot('14:00', 0), slot('13:00', 0)] };
    });
    expect(offeredDays(days, { ...limits, isOpenDay: isNotThursday })).toEqual(
      ['2026-07-22', '2026-07-24'].map((day) => ({ day, slots: [slot('13:00', 0), slot('14:00', 0)] })),
    );
  });

  it('may be had on no other day either', () => {
    const days = ['2026-07-21', '2026-07-22', '2026-07-24', '2026-07-25'];
    expect(days.map((day) => isOfferedDay(day, limits))).toEqual([false, true, true, false]);
    expect(isOfferedDay('2026-07-23', { ...limits, isOpenDay: () => false })).toBe(false);
  });
});
