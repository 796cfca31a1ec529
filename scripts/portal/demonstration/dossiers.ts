/** Invented dossiers in all ten states, with dates around today; procedures of the bundled catalogue. */
import type { DemonstrationDossier } from './dossier-parts.ts';
import { demonstrationDossiersAwaitingApplicant } from './dossiers-awaiting-applicant.ts';
import { demonstrationDossiersEnded } from './dossiers-ended.ts';
import { demonstrationDossiersUnderWay } from './dossiers-under-way.ts';

/** The same, codes included, whenever it is called on the same day at the office. */
export function demonstrationDossiers(nowMs: number): DemonstrationDossier[] {
  return [
    ...demonstrationDossiersUnderWay(nowMs),
    ...demonstrationDossiersAwaitingApplicant(nowMs),
    ...demonstrationDossiersEnded(nowMs),
  ];
}
