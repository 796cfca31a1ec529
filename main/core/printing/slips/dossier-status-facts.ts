/** How a dossier stands, as the national portal says it; no more than whoever knows the code alone may see. */
import { z } from 'zod';
import { dossierStates } from '../../../contract/dossiers.ts';
import { dayOrMomentSchema, momentSchema } from '../../../contract/moment.ts';
import { code, orNothing, wordsUpTo } from './fact-schemas.ts';

export const dossierStatusFactsSchema = z.strictObject({
  /** Which of the dossier's slips. */
  form: z.literal('status'),
  dossierCode: code,
  state: z.enum(dossierStates),
  /** When the portal said so. */
  asOf: momentSchema,
  procedureName: orNothing(wordsUpTo(600)),
  dueAt: orNothing(dayOrMomentSchema),
  /** What the agency wrote, e.g. the papers it asks for. */
  message: orNothing(wordsUpTo(600)),
  /** Where the result waits. */
  collectAt: orNothing(wordsUpTo(250)),
});
export type DossierStatusFacts = z.infer<typeof dossierStatusFactsSchema>;
