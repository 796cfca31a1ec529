/** Counts the starts of this kiosk, in the journal. */
import type { StartLedger } from '../diagnostics/start-ledger.ts';
import type { Journal } from './journal.ts';

export function createStartLedger(journal: Journal): StartLedger {
  return {
    countStart: () => {
      const counted = journal.write((writer) =>
        writer
          .prepare<[], { readonly starts: number }>('UPDATE kiosk_start SET starts = starts + 1 RETURNING starts')
          .get(),
      );
      return (counted.done ? counted.value?.starts : undefined) ?? 1;
    },
  };
}

/** Starts so far; null where the journal cannot be read. */
export function readStarts(journal: Journal): number | null {
  const found = journal.read((reader) =>
    reader.prepare<[], { readonly starts: number }>('SELECT starts FROM kiosk_start').get(),
  );
  return found.done ? (found.value?.starts ?? null) : null;
}
