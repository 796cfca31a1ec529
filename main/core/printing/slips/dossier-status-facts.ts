/** How a dossier stands, as the national portal says it; no more than whoever knows the code alone may see. */
import { z } from 'zod';
import { code, dayOrMoment, moment, orNothing, wordsUpTo } from './fact-schemas.ts';

/** The portal's ten states, in the order of its codes 1 to 10. */
export const dossierStates = [
  'registered',
  'accepted',
  'not-accepted',
  'processing',
  'papers-needed',
  'payment-needed',
  'withdrawal-asked',
  'stopped',
  'settled',
  'returned',
] as const;
export type DossierState = (typeof dossierStates)[number];

export const dossierStatusFactsSchema = z.strictObject({
  /** Which of the dossier's slips. */
  form: z.literal('status'),
  dossierCode: code,
  state: z.enum(dossierStates),
  /** When the portal said so. */
  asOf: moment,
  procedureName: orNothing(wordsUpTo(600)),
  dueAt: orNothing(dayOrMoment),
  /** What the agency wrote, e.g. the papers it asks for. */
  message: orNothing(wordsUpTo(600)),
  /** Where the result waits. */
  collectAt: orNothing(wordsUpTo(250)),
});
export type DossierStatusFacts = z.infer<typeof dossierStatusFactsSchema>;
