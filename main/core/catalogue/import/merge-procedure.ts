/** Puts together what the nation published, what was written by hand and what the office knows (docs/catalogue.md §7). */
import type { Procedure } from '../../../contract/procedure.ts';
import type { HandWrittenEntry } from '../hand-written-entry.ts';
import { absentAgencies } from './absent-agencies.ts';
import { applyOverlay } from './apply-overlay.ts';
import { applySupplement, procedureOfSupplements } from './apply-supplement.ts';
import { findTile } from './find-tile.ts';
import type { ImportedRecord } from './import-outcome.ts';
import type { ImportRules } from './import-rules.ts';
import { laySheets } from './lay-sheets.ts';
import type { Overlay } from './overlay.ts';
import type { OwnedSupplement } from './supplement.ts';

export interface ProcedureRecords {
  readonly national: Pick<ImportedRecord, 'procedure' | 'factsSha256'> | null;
  readonly entry: HandWrittenEntry | null;
  /** What tables say of it, the weakest first; none where not given. */
  readonly supplements?: readonly OwnedSupplement[];
  readonly rules: ImportRules;
}

export interface ProcedureParts extends ProcedureRecords {
  readonly overlay: Overlay | null;
}

/** An entry as a whole procedure; `national` gives what entries do not hold. */
function fromEntry(entry: HandWrittenEntry, national: Procedure | null): Procedure {
  return {
    code: entry.code,
    decisionNumber: national?.decisionNumber ?? entry.decisionNumber,
    name: national?.name ?? entry.name,
    shortTitle: entry.shortTitle,
    summary: entry.summary,
    english: entry.english,
    aliases: [...new Set([...entry.aliases, ...(national?.aliases ?? [])])],
    level: national?.level ?? entry.level,
    field: national?.field ?? entry.field,
    tile: null,
    issuer: national?.issuer ?? { scope: 'national' },
    servedAt: entry.servedAt,
    servedAtOrigin: 'hand-written',
    audience: entry.audience,
    applicants: entry.applicants,
    agencies: national?.agencies ?? absentAgencies,
    steps: entry.steps,
    submissionMethods: entry.submissionMethods.map((method) => ({
      ...method,
      fees: method.fees.map((fee) => ({ ...fee, origin: 'hand-written' })),
    })),
    documentGroups: entry.documentGroups.map((group, index) => ({ id: `g${index + 1}`, ...group })),
    results: entry.results,
    legalBases: entry.legalBases,
    conditions: entry.conditions,
    onlineService: entry.onlineService,
    citizenDeadline: entry.citizenDeadline,
    sameDayUntil: entry.sameDayUntil === undefined ? (national?.sameDayUntil ?? null) : entry.sameDayUntil,
    commonMistakes: entry.commonMistakes,
    staleWords: national?.staleWords ?? [],
    office: null,
    handWritten: { ...entry.source, stale: false },
    hasOfficialText: national !== null,
  };
}

/** The source has changed since the entry was written: its advice is hidden, the names people know it by may stay. */
function withStaleEntry(national: Procedure, entry: HandWrittenEntry): Procedure {
  return {
    ...national,
    shortTitle: entry.shortTitle,
    english: { shortTitle: entry.english.shortTitle, summary: '' },
    aliases: [...new Set([...entry.aliases, ...national.aliases])],
    servedAt: entry.servedAt,
    servedAtOrigin: 'hand-written',
    handWritten: { ...entry.source, stale: true },
  };
}

/** Tables alone make a procedure where nobody else knows the code; the caller saw to it that they say enough (`missingParts`). */
function mergedFacts(records: ProcedureRecords): Procedure {
  const { national, entry, supplements = [], rules } = records;
  const [first] = supplements;
  const base = national || entry || !first ? nationalFacts(records) : procedureOfSupplements(supplements, rules);
  return supplements.reduce((laid, { owner, supplement }) => applySupplement(laid, supplement, owner, rules), base);
}

function nationalFacts({ national, entry }: ProcedureRecords): Procedure {
  if (!entry) {
    if (!national)
      throw new TypeError('a procedure is made of a national record, an entry, tables, or several of them');
    return national.procedure;
  }
  if (!national) return fromEntry(entry, null);
  // An entry that was never held against its source cannot tell that it changed; `catalogue lint` lists it.
  const isStale = entry.source.factsSha256 !== null && entry.source.factsSha256 !== national.factsSha256;
  return isStale ? withStaleEntry(national.procedure, entry) : fromEntry(entry, national.procedure);
}

/**
 * One procedure before any sheet is laid over it. At least one of `national`, `entry` and `supplements` must be given, all of one code. Its
 * tile is where it stands if it is done nearby: a sheet may say where it is done, and knows nothing of fields.
 */
export function mergeRecords(records: ProcedureRecords): Procedure {
  const procedure = mergedFacts(records);
  return { ...procedure, tile: findTile({ ...procedure, servedAt: 'here' }, records.rules) };
}

/** One procedure as this office's kiosk shows it. */
export function mergeProcedure(parts: ProcedureParts): Procedure {
  return applyOverlay(mergeRecords(parts), laySheets(parts.overlay, null));
}
