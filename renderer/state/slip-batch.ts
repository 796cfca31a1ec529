/** Several slips that staff print at once, as plain data. */
import type { Language } from '../../main/contract/kiosk.ts';
import type { SlipRequest } from '../../main/contract/printing.ts';
import type { DocumentGroup, Procedure } from '../../main/contract/procedure.ts';
import { caseGroups } from '../../main/contract/select-papers.ts';

export interface BatchSlip {
  readonly code: string;
  readonly title: string;
  /** Where the papers depend on a case, one is chosen before anything is printed. */
  readonly cases: readonly DocumentGroup[];
  readonly caseId: string | null;
}

export interface SlipBatch {
  readonly slips: readonly BatchSlip[];
  readonly copies: number;
  readonly large: boolean;
}

export type BatchAction =
  /** A procedure that is there already stays where it is. */
  | { readonly kind: 'add'; readonly procedure: Pick<Procedure, 'code' | 'shortTitle' | 'documentGroups'> }
  | { readonly kind: 'remove'; readonly code: string }
  | { readonly kind: 'choose-case'; readonly code: string; readonly caseId: string }
  | { readonly kind: 'copies'; readonly copies: number }
  | { readonly kind: 'large'; readonly large: boolean }
  | { readonly kind: 'clear' };

/** As `printer.print` takes them. */
export const mostSlips = 20;
export const mostCopies = 20;

export const emptyBatch: SlipBatch = { slips: [], copies: 1, large: false };

export function slipBatchReducer(batch: SlipBatch, action: BatchAction): SlipBatch {
  switch (action.kind) {
    case 'add': {
      const { code, shortTitle, documentGroups } = action.procedure;
      if (batch.slips.length >= mostSlips || batch.slips.some((slip) => slip.code === code)) return batch;
      const cases = caseGroups(documentGroups);
      return { ...batch, slips: [...batch.slips, { code, title: shortTitle, cases, caseId: null }] };
    }
    case 'remove':
      return { ...batch, slips: batch.slips.filter(({ code }) => code !== action.code) };
    case 'choose-case':
      return {
        ...batch,
        slips: batch.slips.map((slip) => (slip.code === action.code ? { ...slip, caseId: action.caseId } : slip)),
      };
    case 'copies':
      return { ...batch, copies: Math.min(mostCopies, Math.max(1, action.copies)) };
    case 'large':
      return { ...batch, large: action.large };
    case 'clear':
      break;
  }
  return emptyBatch;
}

/** Several cases exclude one another; a single one may be nobody's. */
export function needsCase({ cases, caseId }: BatchSlip): boolean {
  return cases.length > 1 && caseId === null;
}

/** Null while there is nothing to print or a case stands open. */
export function batchRequests({ slips, large }: SlipBatch, language: Language): SlipRequest[] | null {
  if (slips.length === 0 || slips.some(needsCase)) return null;
  return slips.map(({ code, caseId }) => ({ kind: 'checklist', code, caseId, language, large }));
}
