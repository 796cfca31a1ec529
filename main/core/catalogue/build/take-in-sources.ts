/** Reads every source, record by record: imports, merges, stores, and accounts for what becomes of each. */
import { basename } from 'node:path';
import { KioskError } from '../../../contract/error.ts';
import type { HandWrittenEntry } from '../hand-written-entry.ts';
import { importNationalRecord } from '../import/import-national-record.ts';
import type { ImportedRecord } from '../import/import-outcome.ts';
import type { ImportRules } from '../import/import-rules.ts';
import { readEntryFolder } from '../sources/read-entry-folder.ts';
import { readJsonLines } from '../sources/read-json-lines.ts';
import type { SourceRecord } from '../sources/source-record.ts';
import { buildCountsOf, buildCountsOfEntry } from './build-counts.ts';
import type { BuildOptions } from './build-options.ts';
import type { BuildTally } from './build-tally.ts';
import type { UnmergedSource } from './detect-sources.ts';

/** One procedure's records, before the office's overlay. */
export interface TakenIn {
  readonly national: Pick<ImportedRecord, 'procedure' | 'official' | 'factsSha256'> | null;
  readonly entry: HandWrittenEntry | null;
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
 * Entries are read first and kept (they are few), so that an export can stream by once. Errors: `source-unreadable`, also for an
 * export that breaks off unless `allowIncomplete`; `output-failed` when interrupted.
 */
export async function takeInSources(intake: Intake): Promise<{ readonly factsDates: readonly string[] }> {
  const entries = await takeInEntries(intake);
  const factsDates = [...entries.values()].map(({ entry }) => entry.source.factsDate);
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
        takeInRecord(intake, { name, read, entries, lineByCode });
      }
      intake.options.onProgress?.({ phase: 'reading', bytesRead, bytesTotal, recordsRead: intake.tally.read });
    }
  }
  for (const { entry, fileName } of entries.values()) {
    intake.tally.count(buildCountsOfEntry(entry));
    const outcome = intake.store({ national: null, entry });
    if (outcome.kind === 'refused') {
      const refusal = { code: entry.code, reason: 'invalid-procedure', detail: outcome.fault };
      intake.tally.refuse({ source: fileName, line: null, ...refusal });
    }
  }
  return { factsDates };
}

interface ReadEntry {
  readonly entry: HandWrittenEntry;
  readonly fileName: string;
}

/** Entries by code; the first of two with one code counts. */
async function takeInEntries({ sources, tally, options }: Intake): Promise<Map<string, ReadEntry>> {
  const entries = new Map<string, ReadEntry>();
  for (const source of sources.filter(({ kind }) => kind === 'entries')) {
    tally.beginSource(basename(source.path));
    for (const { fileName, outcome } of await readEntryFolder(source.path)) {
      stopIfInterrupted(options.signal);
      tally.countRead();
      if (outcome.kind === 'refused') {
        tally.refuse({
          source: fileName,
          line: null,
          code: outcome.code,
          reason: outcome.reason,
          detail: outcome.detail,
        });
      } else if (entries.has(outcome.entry.code)) {
        const detail = 'An entry for this code was read from another folder before.';
        tally.refuse({ source: fileName, line: null, code: outcome.entry.code, reason: 'duplicate-code', detail });
      } else {
        entries.set(outcome.entry.code, { entry: outcome.entry, fileName });
      }
    }
  }
  return entries;
}

interface Line {
  readonly name: string;
  readonly read: Exclude<SourceRecord, { kind: 'broken-off' }>;
  /** Entries that have not met their national record yet. */
  readonly entries: Map<string, ReadEntry>;
  /** Where each code was read first. */
  readonly lineByCode: Map<string, string>;
}

function takeInRecord({ rules, tally, store }: Intake, { name, read, entries, lineByCode }: Line): void {
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
  const becomes = store({ national: outcome, entry: met?.entry ?? null });
  if (becomes.kind === 'refused') {
    refuse(code, 'invalid-procedure', becomes.fault);
  }
  // What stands in no list of this catalogue needs nobody's eye.
  for (const { kind, detail } of becomes.kind === 'stored' ? outcome.warnings : []) {
    tally.warn(kind, code, detail);
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

function stopIfInterrupted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) {
    throw new KioskError('output-failed', 'The build was interrupted; nothing was changed.');
  }
}
