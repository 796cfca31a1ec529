/** Counts the core's starts, for staff: a kiosk that starts often is not well. */
import type { Journal } from './journal.ts';

/** Counts this start; answers how many there were, this one among them, as far as the journal remembers. */
export function countStart(journal: Journal): number {
  const counted = journal.write((writer) =>
    writer.prepare('UPDATE kiosk_start SET starts = starts + 1 RETURNING starts').pluck().get(),
  );
  return counted.done && typeof counted.value === 'number' ? counted.value : 1;
}
