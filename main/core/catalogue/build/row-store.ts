/** Merges what was taken in and keeps what belongs to the catalogue as rows, before any sheet is laid over it. */
import type { Procedure } from '../../../contract/procedure.ts';
import { procedureSchema } from '../../../contract/procedure.ts';
import { applyOverlay } from '../import/apply-overlay.ts';
import type { ImportRules } from '../import/import-rules.ts';
import { isInProfile, type ProfileContext } from '../import/is-in-profile.ts';
import { laySheets } from '../import/lay-sheets.ts';
import { mergeRecords } from '../import/merge-procedure.ts';
import { type Overlay, overlayFor } from '../import/overlay.ts';
import { placingOf } from '../import/placing.ts';
import { issuesText } from '../sources/issues-text.ts';
import type { BuildOptions } from './build-options.ts';
import type { LeftOutReason } from './build-report.ts';
import type { BuildTally } from './build-tally.ts';
import type { StoreOutcome, TakenIn } from './take-in-sources.ts';

export interface RowStoreDependencies {
  readonly tally: Pick<BuildTally, 'leaveOut' | 'warn'>;
  readonly rules: ImportRules;
  readonly overlay: Overlay | null;
  readonly options: Pick<BuildOptions, 'profile' | 'levels'>;
}

export interface RowStore {
  /** Each code comes once. What the sheet hides, and what the own province's rule replaces, stays in the rows. */
  add(taken: TakenIn): StoreOutcome;
  /** Rows of procedures and their published texts, in no order. */
  readonly rows: ReadonlyMap<string, string>;
  readonly codes: ReadonlySet<string>;
  /** Procedures that will be written, unless the own province's rule takes their place. */
  readonly shownCount: number;
}

export function createRowStore({ tally, rules, overlay, options }: RowStoreDependencies): RowStore {
  const { profile, levels } = options;
  const rows = new Map<string, string>();
  const codes = new Set<string>();
  const sheets = laySheets(overlay, null);
  const placing = placingOf(rules);
  const unhidden = Object.entries(sheets.procedures).map(([code, said]) => [code, { ...said, hidden: false }] as const);
  const context: ProfileContext = {
    overlay: { ...sheets, procedures: Object.fromEntries(unhidden) },
    placing,
    replacedCodes: new Set(),
  };
  let shownCount = 0;

  return {
    add(taken) {
      const merged = procedureSchema.safeParse(mergeRecords({ ...taken, rules }));
      if (!merged.success) {
        return { kind: 'refused', fault: issuesText(merged.error) };
      }
      const procedure = merged.data;
      const isHidden = overlayFor(overlay, procedure.code)?.hidden === true;
      const reason = reasonToLeaveOut(procedure);
      if (reason === null) {
        keep(procedure, taken);
      }
      if (isHidden || reason !== null) {
        tally.leaveOut(isHidden ? 'hidden' : (reason ?? 'profile'));
        return { kind: 'left-out' };
      }
      shownCount += 1;
      warnOfEntry(taken, procedure);
      return { kind: 'stored' };
    },
    rows,
    codes,
    get shownCount() {
      return shownCount;
    },
  };

  function reasonToLeaveOut(procedure: Procedure): LeftOutReason | null {
    if (levels !== null && !levels.includes(procedure.level)) {
      return 'level';
    }
    return isInProfile(applyOverlay(procedure, sheets), profile, context) ? null : 'profile';
  }

  function keep(procedure: Procedure, { national }: TakenIn): void {
    codes.add(procedure.code);
    rows.set(`procedure/${procedure.code}`, JSON.stringify(procedure));
    if (national !== null) {
      rows.set(`official/${procedure.code}`, JSON.stringify(national.official));
    }
  }

  function warnOfEntry({ national, entry }: TakenIn, procedure: Procedure): void {
    if (national === null || entry === null) {
      return;
    }
    if (procedure.handWritten?.stale === true) {
      tally.warn(
        'entry-stale',
        entry.code,
        'The published facts changed since the entry was written; its words are hidden.',
      );
    } else if (entry.source.factsSha256 === null) {
      tally.warn(
        'entry-unverified',
        entry.code,
        'The entry names no factsSha256; "kioskctl catalogue facts" prints it.',
      );
    }
  }
}
