/**
 * The framer's timer for scans that silence ends. A process that was held up finds bytes and the end of its timer together, and
 * a pulled cable is silent, too: so before silence counts, what lies in the cable is let in and the cable is looked at.
 */
import type { ScannerSource, ScheduleAfter } from '../ports.ts';

/** Enough for what has arrived to be read; no longer than the shortest gap the configuration allows (20). */
const graceMs = 10;

/** Takes the place of `schedule`; `onGone` instead of the action where the cable is not there. Whatever comes calls it off. */
export function createToldSilence(
  schedule: ScheduleAfter,
  source: Pick<ScannerSource, 'isPresent'> | null,
  onGone: () => void,
): ScheduleAfter {
  return (delayMs, action) => {
    let cancel = schedule(Math.max(0, delayMs - graceMs), () => {
      cancel = schedule(graceMs, () => (source?.isPresent() === false ? onGone() : action()));
    });
    return () => cancel();
  };
}
