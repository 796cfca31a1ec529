/** When an appointment can be checked in: from 30 minutes before its time until 15 minutes after. */
import { officeDate } from '../../main/core/office-date.ts';
import type { Slot } from './appointment-times.ts';
import { timeAtOffice } from './office-timestamp.ts';

const minuteMs = 60_000;
const beforeMs = 30 * minuteMs;
const afterMs = 15 * minuteMs;

/** UTC epochs, both of them within. */
export function checkInWindow({ day, from }: Slot): { readonly fromMs: number; readonly untilMs: number } {
  const startMs = timeAtOffice(day, from);
  return { fromMs: startMs - beforeMs, untilMs: startMs + afterMs };
}

/** Why it cannot be checked in now; null where it can. `settled`: it was missed on an earlier day. */
export function checkInRefusal(slot: Slot, nowMs: number): 'other-day' | 'settled' | 'too-early' | 'too-late' | null {
  const today = officeDate(nowMs);
  if (slot.day !== today) {
    return slot.day > today ? 'other-day' : 'settled';
  }
  const { fromMs, untilMs } = checkInWindow(slot);
  if (nowMs < fromMs) {
    return 'too-early';
  }
  return nowMs > untilMs ? 'too-late' : null;
}
