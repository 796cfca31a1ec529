/** Reads every source, record by record: imports, merges, stores, and accounts for what becomes of each. */
import { basename } from 'node:path';
import { KioskError } from '../../../contract/error.ts';
import type { HandWrittenEntry } from '../hand-written-entry.ts';
import { missingParts } from '../import/apply-supplement.ts';
import { importNationalRecord } from '../import/import-national-record.ts';
import type { ImportedRecord } from '../import/import-outcome.ts';
import type { ImportRules } from '../import/import-rules.ts';
import type { OwnedSupplement } from '../import/supplement.ts';
import { readJsonLines } from '../sources/read-json-lines.ts';
import type { SourceRecord } from '../sources/source-record.ts';
import { buildCountsOf, buildCountsOfEntry, buildCountsOfSupplements } from './build-counts.ts';
import type { BuildOptions } from './build-options.ts';
import type { BuildTally } from './build-tally.ts';
import type { UnmergedSource } from './detect-sources.ts';
import { stopIfInterrupted } from './stop-if-interrupted.ts';
import { type ReadEntry, takeInEntries } from './take-in-entries.ts';
import { type ReadSupplement, takeInTables } from './take-in-tables.ts';

/** One procedure's records, before the office's overlay. */
export interface TakenIn {
  readonly national: Pick<ImportedRecord, 'procedure' | 'official' | 'factsSha256'> | null;
  readonly entry: HandWrittenEntry | null;
  /** The weakest first. */
  readonly supplements: readonly OwnedSupplement[];
}

/** What became of a procedure; `fault` says why it cannot stand in any catalogue. */
export type StoreOutcome =
  | { readonly kind: 'stored' | 'left-out' }
  | { readonly kind: 'refused'; readonly fault: string };

export interface Intake {
  readonly sources: readonly UnmergedSource[];
  readonly rules: ImportRules;
  readonly tally: BuildTally;
  readonly options: Pick<BuildOptions, 'allowIncomplete' | 'onProgress' | 'signal'>;
  /** Stores one procedure or leaves it out; each code comes once. */
  readonly store: (taken: TakenIn) => StoreOutcome;
}

/**
 * Entries and tables are read first and kept (they are few), so that an export can stream by once. Errors: `source-unreadable`, also for an
 * export that breaks off unless `allowIncomplete`; `output-failed` when interrupted.
 */
export async function takeInSources(intake: Intake): Promise<{ readonly factsDates: readonly string[] }> {
  const entries = await takeInEntries(intake);
  const { byCode: supplements, updatedDates } = await takeInTables(intake);
  const factsDates = [...Array.from(entries.values(), ({ entry }) => entry.source.factsDate), ...updatedDates];
  const lineByCode = new Map<string, string>();
  const exports = intake.sources.filter((source) => source.kind === 'json-lines');
  const bytesTotal = exports.reduce((sum, source) => sum + source.sizeBytes, 0);
  let bytesRead = 0;
  for (const source of exports) {
    const name = basename(source.path);
    intake.tally.beginSource(name);
    const onBytesRead = (bytes: number) => {
      bytesRead += bytes;
    };
    for await (const read of readJsonLines({ ...source, onBytesRead })) {
      stopIfInterrupted(intake.options.signal);
      if (read.kind === 'broken-off') {
        breakOff(intake, name, read);
      } else {
        takeInRecord(intake, { name, read, entries, supplements, lineByCode });
      }
      intake.options.onProgress?.({ phase: 'reading', bytesRead, bytesTotal, recordsRead: intake.tally.read });
    }
  }
  for (const { entry, fileName } of entries.values()) {
    intake.tally.count(buildCountsOfEntry(entry));
    const said = metSupplements(intake, supplements, entry.code);
    const outcome = storeWith(intake, { national: null, entry }, said);
    if (outcome.kind === 'refused') {
      const refusal = { code: entry.code, reason: 'invalid-procedure', detail: outcome.fault };
      intake.tally.refuse({ source: fileName, line: null, ...refusal });
    }
  }
  for (const said of supplements.values()) {
    takeInSupplements(intake, said);
  }
  return { factsDates };
}

interface Line {
  readonly name: string;
  readonly read: Exclude<SourceRecord, { kind: 'broken-off' }>;
  /** Entries that have not met their national record yet. */
  readonly entries: Map<string, ReadEntry>;
  /** What tables say of codes that were not met yet. */
  readonly supplements: Map<string, readonly ReadSupplement[]>;
  /** Where each code was read first. */
  readonly lineByCode: Map<string, string>;
}

function takeInRecord(intake: Intake, { name, read, entries, supplements, lineByCode }: Line): void {
  const { rules, tally } = intake;
  tally.countRead();
  const refuse = (code: string | null, reason: string, detail: string) =>
    tally.refuse({ source: name, line: read.line, code, reason, detail });
  if (read.kind === 'unreadable') {
    refuse(null, read.reason, read.detail);
    return;
  }
  const outcome = importNationalRecord(read.value, rules);
  if (outcome.counts !== null) {
    tally.count(buildCountsOf(outcome.counts));
  }
  if (outcome.kind === 'refused') {
    refuse(outcome.code, outcome.reason, outcome.detail);
    return;
  }
  const { code } = outcome.procedure;
  const seenAt = lineByCode.get(code);
  if (seenAt !== undefined) {
    refuse(code, 'duplicate-code', `The code was read before, from ${seenAt}; that record was kept.`);
    return;
  }
  lineByCode.set(code, `${name}, line ${read.line}`);
  const met = entries.get(code);
  if (met !== undefined) {
    entries.delete(code);
    tally.countMerged();
  }
  const said = metSupplements(intake, supplements, code);
  const becomes = storeWith(intake, { national: outcome, entry: met?.entry ?? null }, said);
  if (becomes.kind === 'refused') {
    refuse(code, 'invalid-procedure', becomes.fault);
  }
  // What stands in no list of this catalogue needs nobody's eye.
  for (const { kind, detail } of becomes.kind === 'stored' ? outcome.warnings : []) {
    tally.warn(kind, code, detail);
  }
}

/** Takes what tables say of a code that another record is of. */
function metSupplements(
  { tally }: Intake,
  supplements: Map<string, readonly ReadSupplement[]>,
  code: string,
): readonly ReadSupplement[] {
  const said = supplements.get(code) ?? [];
  supplements.delete(code);
  for (const _ of said) tally.countMerged();
  return said;
}

/** A table that spoils a good record is refused and not the record. */
function storeWith(
  { store, tally }: Intake,
  records: Pick<TakenIn, 'national' | 'entry'>,
  said: readonly ReadSupplement[],
): StoreOutcome {
  const outcome = store({ ...records, supplements: said });
  if (outcome.kind !== 'refused' || said.length === 0) return outcome;
  const withoutTables = store({ ...records, supplements: [] });
  const fault = withoutTables.kind === 'refused' ? null : outcome.fault;
  if (fault !== null) {
    for (const { source, row, supplement } of said) {
      tally.refuseMerged({ source, line: row, code: supplement.code, reason: 'invalid-row', detail: fault });
    }
  }
  return withoutTables;
}

/** Of a code that nobody else knows. */
function takeInSupplements({ store, tally }: Intake, said: readonly ReadSupplement[]): void {
  const missing = missingParts(said);
  if (missing.length === 0) {
    tally.count(buildCountsOfSupplements(said));
  }
  const outcome: StoreOutcome =
    missing.length > 0
      ? { kind: 'refused', fault: `No other source knows the code, and the tables do not say: ${missing.join(', ')}.` }
      : store({ national: null, entry: null, supplements: said });
  for (const [place, { source, row, supplement }] of said.entries()) {
    if (outcome.kind === 'refused') {
      const reason = missing.length > 0 ? 'incomplete' : 'invalid-procedure';
      tally.refuse({ source, line: row, code: supplement.code, reason, detail: outcome.fault });
    } else if (place > 0) {
      tally.countMerged();
    }
  }
}

function breakOff(intake: Intake, name: string, { line, detail }: { line: number; detail: string }): void {
  if (!intake.options.allowIncomplete) {
    const wayOut = line === 1 ? '' : `, or pass --allow-incomplete to build from the ${line - 1} lines before it`;
    throw new KioskError(
      'source-unreadable',
      `${name} breaks off at line ${line}: ${detail} Fetch the file again${wayOut}.`,
    );
  }
  intake.tally.breakOff(line);
}
