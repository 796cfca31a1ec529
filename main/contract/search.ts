/** What a search takes and gives. */
import { z } from 'zod';
import { procedureRowSchema } from './procedure.ts';

/** Longer questions are cut to this many UTF-16 units before they are analysed. */
export const maximumQueryLength = 500;

/** Start (inclusive) and end (exclusive) of a match in UTF-16 units of the text it belongs to. */
export const highlightSchema = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);

export const searchHitSchema = procedureRowSchema.extend({
  /** Higher is better; comparable within one answer only. */
  score: z.number(),
  /** Matches in `shortTitle`. */
  highlights: z.array(highlightSchema),
  /** The name or alias that matched, with its matches, where the short title shows none of them. */
  matched: z.strictObject({ text: z.string(), highlights: z.array(highlightSchema) }).nullable(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchAnswerSchema = z.strictObject({
  query: z.string(),
  hits: z.array(searchHitSchema),
  /** How many procedures match in all; `hits` may hold fewer. */
  total: z.int().nonnegative(),
  tookMs: z.number().nonnegative(),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;
