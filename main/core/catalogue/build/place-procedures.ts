/** Lays the sheets over every procedure of the rows, stores what belongs in the catalogue and tells what stays out. */
import { applyOverlay } from '../import/apply-overlay.ts';
import { findReplaced } from '../import/find-variants.ts';
import { isInProfile, type ProfileContext } from '../import/is-in-profile.ts';
import type { LaidSheet } from '../import/lay-sheets.ts';
import { overlayFor } from '../import/overlay.ts';
import type { ParsedRows } from '../rows/parse-rows.ts';
import type { CatalogueWriter } from './catalogue-writer.ts';
import { type Candidate, listProcedure } from './list-procedure.ts';
import type { ListedProcedure } from './listed-procedure.ts';

export interface PlacedProcedures {
  /** In no order. */
  readonly procedures: readonly ListedProcedure[];
  readonly hiddenCount: number;
  /** National ones whose place the own province's rule took, and those outside the profile by the sheet. */
  readonly replacedCount: number;
  /** Codes the sheets name and the rows do not hold. */
  readonly missingCodes: readonly string[];
}

export function placeProcedures(
  rows: Pick<ParsedRows, 'procedures' | 'about' | 'placing' | 'procedureCount'>,
  sheets: LaidSheet,
  { writer, onShare }: PlacingWork,
): PlacedProcedures {
  const { about, placing } = rows;
  const candidates: Candidate[] = [];
  let hiddenCount = 0;
  for (const { procedure: before, official } of rows.procedures()) {
    const sheet = overlayFor(sheets, before.code);
    onShare((candidates.length + hiddenCount) / rows.procedureCount);
    if (sheet?.hidden === true) {
      hiddenCount += 1;
      continue;
    }
    const procedure = applyOverlay(before, sheets);
    const stored = writer.add(procedure, official);
    const isBundled = placing.askedFor.has(procedure.code);
    candidates.push(listProcedure(procedure, { ...stored, isBundled, pinned: sheet?.pinned === true }));
  }
  const context: ProfileContext = {
    overlay: sheets,
    placing,
    replacedCodes: new Set(findReplaced(candidates, sheets.province).keys()),
  };
  const codes = new Set(candidates.map(({ code }) => code));
  const procedures = candidates.flatMap((candidate) => {
    if (!isInProfile(candidate, about.profile, context)) {
      writer.remove(candidate.contentId);
      return [];
    }
    const inWard = isInProfile(candidate, 'ward', context);
    return [{ ...candidate, inWard, inXa: isInProfile(candidate, 'xa', context) }];
  });
  return {
    procedures,
    hiddenCount,
    replacedCount: candidates.length - procedures.length,
    missingCodes: Object.entries(sheets.procedures).flatMap(([code, sheet]) =>
      sheet.hidden === true || codes.has(code) ? [] : [code],
    ),
  };
}

interface PlacingWork {
  readonly writer: Pick<CatalogueWriter, 'add' | 'remove'>;
  /** 0 ≤ share < 1 of the procedures. */
  readonly onShare: (share: number) => void;
}
