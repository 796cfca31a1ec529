/** What can be done with an appointment at this moment, as far as the page can tell; the portal has the last word. */
import type { Appointment } from '../../main/contract/appointments.ts';

/**
 * `ahead` another day will come · `early` today, before its window · `open` it checks in now · `late` today, after the window ·
 * `over` its day has passed; the rest are the portal's own states.
 */
export type AppointmentPhase = 'ahead' | 'early' | 'open' | 'late' | 'over' | 'checked-in' | 'given-back' | 'missed';

/** `today`: YYYY-MM-DD at the office. The moment the window ends is outside of it. */
export function appointmentPhase(appointment: Appointment, nowMs: number, today: string): AppointmentPhase {
  const { state, day, checkInFromMs, checkInUntilMs } = appointment;
  if (state !== 'booked') return state;
  if (nowMs >= checkInFromMs && nowMs < checkInUntilMs) return 'open';
  if (day !== today) return day > today ? 'ahead' : 'over';
  return nowMs < checkInFromMs ? 'early' : 'late';
}
