/** What the kiosk remembers of catalogue updates, in the journal; in memory besides, so that a full disk opens no door. */
import { updateFailures } from '../../contract/updates.ts';
import type { CheckRecord, HighestRelease, RefusedContent, UpdateLedger } from '../sync/update-ledger.ts';
import type { Journal, JournalWriter } from './journal.ts';

const mostChecks = 200;
const mostRefused = 200;

interface StateRow {
  readonly highestNumber: number;
  readonly highestRows: string | null;
  readonly trustedTimeMs: number;
  readonly lastSuccessMs: number | null;
}

type CheckRow = Omit<CheckRecord, 'reason'> & { readonly reason: string | null };
type RefusedRow = Omit<RefusedContent, 'reason'> & { readonly reason: string };

const stateSql = `SELECT highest_number AS highestNumber, lower(hex(highest_rows)) AS highestRows,
  trusted_time_ms AS trustedTimeMs, last_success_ms AS lastSuccessMs FROM update_state`;
const refusedSql = `SELECT lower(hex(sha256)) AS sha256, number, reason, at_ms AS atMs, software FROM refused_content
  ORDER BY at_ms DESC, rowid DESC LIMIT ${mostRefused}`;
const checksSql = `SELECT at_ms AS atMs, source, outcome, number, reason, detail FROM update_check
  ORDER BY id DESC LIMIT ${mostChecks}`;

export function createUpdateLedger(journal: Journal): UpdateLedger {
  const read = <Row>(sql: string): Row[] => {
    const found = journal.read((reader) => reader.prepare<[], Row>(sql).all());
    return found.done ? found.value : [];
  };
  const write = (action: (writer: JournalWriter) => void): void => void journal.write(action);

  const [state] = read<StateRow>(stateSql);
  let highest: HighestRelease = {
    number: state?.highestNumber ?? 0,
    rowsSha256: state?.highestRows ? state.highestRows : null,
  };
  let trustedTimeMs = state?.trustedTimeMs ?? 0;
  let lastSuccessAtMs = state?.lastSuccessMs ?? null;
  let refused: readonly RefusedContent[] = read<RefusedRow>(refusedSql).map((row) => ({
    ...row,
    reason: knownReason(row.reason),
  }));
  let checks: readonly CheckRecord[] = read<CheckRow>(checksSql).map((row) => ({
    ...row,
    reason: row.reason === null ? null : knownReason(row.reason),
  }));

  return {
    highest: () => highest,
    raiseHighest: (release) => {
      if (release.number < highest.number) {
        return;
      }
      highest = release;
      write((writer) =>
        writer
          .prepare<[number, Buffer | null]>('UPDATE update_state SET highest_number = ?, highest_rows = ?')
          .run(release.number, release.rowsSha256 === null ? null : Buffer.from(release.rowsSha256, 'hex')),
      );
    },
    trustedTimeMs: () => trustedTimeMs,
    trustTime: (atMs) => {
      trustedTimeMs = Math.max(trustedTimeMs, Math.floor(atMs));
      write((writer) => writer.prepare<[number]>('UPDATE update_state SET trusted_time_ms = ?').run(trustedTimeMs));
    },
    lastSuccessAtMs: () => lastSuccessAtMs,
    succeeded: (atMs) => {
      lastSuccessAtMs = atMs;
      write((writer) => writer.prepare<[number]>('UPDATE update_state SET last_success_ms = ?').run(atMs));
    },
    refused: () => refused,
    refuse: (content) => {
      refused = [content, ...refused.filter(({ sha256 }) => sha256 !== content.sha256)].slice(0, mostRefused);
      write((writer) => writeRefused(writer, content));
    },
    checks: (limit) => checks.slice(0, limit),
    record: (check) => {
      checks = [check, ...checks].slice(0, mostChecks);
      write((writer) => writeCheck(writer, check));
    },
  };
}

function writeRefused(writer: JournalWriter, content: RefusedContent): void {
  writer
    .prepare<[Buffer, number, string, number, string]>('INSERT OR REPLACE INTO refused_content VALUES (?, ?, ?, ?, ?)')
    .run(Buffer.from(content.sha256, 'hex'), content.number, content.reason, content.atMs, content.software);
  writer
    .prepare<[number]>(
      `DELETE FROM refused_content WHERE sha256 NOT IN
        (SELECT sha256 FROM refused_content ORDER BY at_ms DESC, rowid DESC LIMIT ?)`,
    )
    .run(mostRefused);
}

function writeCheck(writer: JournalWriter, check: CheckRecord): void {
  const { lastInsertRowid } = writer
    .prepare<CheckRecord>('INSERT INTO update_check VALUES (NULL, :atMs, :source, :outcome, :number, :reason, :detail)')
    .run(check);
  writer.prepare<[number]>('DELETE FROM update_check WHERE id <= ?').run(Number(lastInsertRowid) - mostChecks);
}

/** Another software may have written a reason this one does not know. */
function knownReason(text: string): RefusedContent['reason'] {
  return updateFailures.find((reason) => reason === text) ?? 'internal';
}
