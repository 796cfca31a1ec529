/** How a dossier stands and what to do next, as the portal says it: names no person. */
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
  /** What the agency wrote, e.g. why it asks for papers. */
  message: orNothing(wordsUpTo(800)),
  /** Papers it asks for, or those to bring besides the receipt and the identity card. */
  papers: orNothing(
    z.strictObject({ kind: z.enum(['supplement', 'bring']), names: z.array(wordsUpTo(600)).min(1).max(40) }),
  ),
  /** By when they are to be handed in. */
  supplementBy: orNothing(dayOrMomentSchema),
  /** Where the result waits. */
  collectAt: orNothing(wordsUpTo(250)),
  /** When it is open. */
  collectHours: orNothing(wordsUpTo(200)),
});
export type DossierStatusFacts = z.infer<typeof dossierStatusFactsSchema>;
