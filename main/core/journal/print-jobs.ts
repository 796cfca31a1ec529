/** The print jobs, the paper roll and whether the printer may hold leftovers, in the journal. */
import type { JobChange, LedgerJob, NewJob, PrinterRoll, PrintLedger } from '../printing/spooler/print-ledger.ts';
import type { Journal, JournalReader, JournalWriter } from './journal.ts';

/** Jobs kept; beyond them the oldest that are over go. */
const mostJobs = 500;

/** A row as SQLite gives it; the table's checks say what may stand in it. */
type Row = Omit<LedgerJob, 'content'> & { readonly content: string | null };

const columns = `number AS job, kind, source, state, reason, settled_by AS settledBy, queued_at AS queuedAtMs,
  changed_at AS changedAtMs, expires_at AS expiresAtMs, content`;

/** From which states a job may come into each. What is over stays so; only an `unknown` one may still turn out printed. */
const statesBefore: Readonly<Record<JobChange['state'], string>> = {
  sending: "'queued'",
  printed: "'sending', 'unknown'",
  failed: "'queued', 'sending'",
  unknown: "'sending'",
};

/** Read at each start and never otherwise; `print_job_open` keeps it quick (query plan in the tests). */
export const openJobsSql = `SELECT ${columns} FROM print_job WHERE state IN ('queued', 'sending') ORDER BY number`;

export function createPrintLedger(journal: Journal): PrintLedger {
  const rows = (sql: string, ...values: number[]): LedgerJob[] => {
    const found = journal.read((reader) => reader.prepare<number[], Row>(sql).all(...values));
    return found.done ? found.value.map(jobOf) : [];
  };
  return {
    add: (jobs) => {
      const added = journal.write((writer) => addJobs(writer, jobs));
      return added.done ? added.value : null;
    },
    change: (job, change) => journal.write((writer) => changeJob(writer, job, change)).done,
    job: (job) => rows(`SELECT ${columns} FROM print_job WHERE number = ?`, job)[0] ?? null,
    open: () => rows(openJobsSql),
    recent: (count) =>
      rows(`SELECT ${columns} FROM print_job ORDER BY number DESC LIMIT ?`, count).map(
        ({ content: _content, expiresAtMs: _expiresAtMs, ...job }) => job,
      ),
    leftovers: () => {
      const found = journal.read((reader) => reader.prepare('SELECT leftovers FROM printer_paper').pluck().get());
      return !found.done || found.value !== 0;
    },
    setLeftovers: (left) =>
      journal.write((writer) => writer.prepare<[number]>('UPDATE printer_paper SET leftovers = ?').run(Number(left)))
        .done,
    roll: () => {
      const found = journal.read(readRoll);
      return found.done ? found.value : null;
    },
    changeRoll: ({ metres, atMs }) =>
      journal.write((writer) =>
        writer
          .prepare<[number | null, number]>(
            'UPDATE printer_paper SET roll_metres = ?, roll_changed_at = ?, used_millimetres = 0, slips_on_roll = 0',
          )
          .run(metres, atMs),
      ).done,
  };
}

function addJobs(writer: JournalWriter, jobs: readonly NewJob[]): number[] {
  const insert = writer.prepare<[string, string, number, number, number, string | null]>(
    `INSERT INTO print_job (kind, source, state, queued_at, changed_at, expires_at, content)
     VALUES (?, ?, 'queued', ?, ?, ?, ?)`,
  );
  const numbers = jobs.map(({ kind, source, queuedAtMs, expiresAtMs, content }) =>
    Number(
      insert.run(kind, source, queuedAtMs, queuedAtMs, expiresAtMs, content === null ? null : JSON.stringify(content))
        .lastInsertRowid,
    ),
  );
  writer
    .prepare<[number]>(
      `DELETE FROM print_job WHERE state NOT IN ('queued', 'sending')
         AND number <= (SELECT max(number) FROM print_job) - ?`,
    )
    .run(mostJobs);
  return numbers;
}

function changeJob(writer: JournalWriter, job: number, change: JobChange): void {
  const { state, reason, atMs, settledBy = null, paperMillimetres = 0, leftovers } = change;
  const changed = writer
    .prepare<[string, string | null, string | null, number, number]>(
      `UPDATE print_job SET state = ?, reason = ?, settled_by = ?, changed_at = ?, content = NULL
       WHERE number = ? AND state IN (${statesBefore[state]})`,
    )
    .run(state, reason, settledBy, atMs, job);
  if (changed.changes !== 1) {
    throw new RangeError(`Print job ${job} cannot become ${state}.`);
  }
  writer
    .prepare<[number, number, number, number | null]>(
      `UPDATE printer_paper SET used_millimetres = used_millimetres + ?, slips_on_roll = slips_on_roll + ?,
         slips_ever = slips_ever + ?, leftovers = coalesce(?, leftovers)`,
    )
    .run(
      paperMillimetres,
      state === 'printed' ? 1 : 0,
      state === 'printed' ? 1 : 0,
      leftovers === undefined ? null : Number(leftovers),
    );
}

function readRoll(reader: JournalReader): PrinterRoll | null {
  const sql = `SELECT roll_metres AS metres, roll_changed_at AS changedAtMs, used_millimetres AS usedMillimetres,
    slips_on_roll AS slipsOnRoll, slips_ever AS slipsEver FROM printer_paper`;
  return reader.prepare<[], PrinterRoll>(sql).get() ?? null;
}

/** The layout was written by this very software or a former version; whoever draws it must bear what it does not know. */
function jobOf({ content, ...row }: Row): LedgerJob {
  return { ...row, content: content === null ? null : (JSON.parse(content) as LedgerJob['content']) };
}
