/** Staff's audit trail and the count of wrong PINs, in the journal. */
import { KioskError } from '../../contract/error.ts';
import type { AuditEntry } from '../../contract/staff-methods.ts';
import type { StaffLedger } from '../staff/staff-ledger.ts';
import type { Journal } from './journal.ts';

/** Entries kept; beyond them the oldest go. */
const mostEntries = 5_000;

/** Error of `recent`: `unavailable` where the journal cannot be read. */
export function createStaffLedger(journal: Journal): StaffLedger {
  return {
    record: (action) => {
      const written = journal.write((writer) => {
        const { lastInsertRowid } = writer
          .prepare<typeof action>(
            'INSERT INTO staff_action (at_ms, origin, action, outcome) VALUES (:atMs, :origin, :action, :outcome)',
          )
          .run(action);
        writer
          .prepare<[number]>('DELETE FROM staff_action WHERE number <= ?')
          .run(Number(lastInsertRowid) - mostEntries);
      });
      return written.done;
    },
    recent: (limit) => {
      const sql = `SELECT number, at_ms AS atMs, origin, action, outcome FROM staff_action
        ORDER BY number DESC LIMIT ?`;
      const found = journal.read((reader) => reader.prepare<[number], AuditEntry>(sql).all(limit));
      if (!found.done) {
        throw new KioskError('unavailable', `The journal cannot be read at present (${found.trouble}).`);
      }
      return found.value;
    },
    tries: () => {
      const sql = 'SELECT wrong, paused_until_ms AS pausedUntilMs FROM pin_tries';
      const found = journal.read((reader) =>
        reader.prepare<[], { readonly wrong: number; readonly pausedUntilMs: number }>(sql).get(),
      );
      return (found.done ? found.value : undefined) ?? { wrong: 0, pausedUntilMs: 0 };
    },
    setTries: (tries) => {
      const sql = 'UPDATE pin_tries SET wrong = :wrong, paused_until_ms = :pausedUntilMs';
      const written = journal.write((writer) => writer.prepare<typeof tries>(sql).run(tries).changes === 1);
      return written.done && written.value && journal.isDurable;
    },
  };
}
