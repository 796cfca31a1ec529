/** Which part of a procedure answers what was asked. */
import type { Procedure } from '../../main/contract/procedure.ts';
import type { Aspect } from '../../main/contract/search.ts';

/** Parts of the procedure's screen that can be opened at; each carries its name as `data-part`. */
export type ProcedurePart =
  | 'case'
  | 'papers'
  | 'fee'
  | 'time'
  | 'place'
  | 'online'
  | 'conditions'
  | 'who'
  | 'steps'
  | 'legal-basis'
  | 'official';

type Asked = Pick<Procedure, 'conditions' | 'applicants' | 'steps' | 'legalBases' | 'hasOfficialText'>;

/**
 * The nearest part that the procedure has; null where it says nothing about it. `needsCase`: the papers depend on a choice
 * that stands open, and making it comes first.
 */
export function partFor(aspect: Aspect, procedure: Asked, needsCase: boolean): ProcedurePart | null {
  switch (aspect) {
    case 'papers':
      return needsCase ? 'case' : 'papers';
    case 'conditions':
      if (procedure.conditions !== null) return 'conditions';
      if (procedure.applicants.length > 0) return 'who';
      return procedure.steps.length > 0 ? 'steps' : null;
    case 'legal-basis':
      if (procedure.legalBases.length > 0) return 'legal-basis';
      return procedure.hasOfficialText ? 'official' : null;
    case 'fee':
    case 'time':
    case 'place':
    case 'online':
      break;
  }
  return aspect;
}
