/** What a search takes and gives. */
import { z } from 'zod';
import { lifeEventSchema } from './life-event.ts';
import { procedureRowSchema } from './procedure.ts';

/** Longer questions are cut to this many UTF-16 units before they are analysed. */
export const maximumQueryLength = 500;

/** Start (inclusive) and end (exclusive) of a match in UTF-16 units of the text it belongs to. */
export const highlightSchema = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);

/** What a question asks about a procedure; the procedure opens at that part. */
export const aspects = ['papers', 'fee', 'time', 'place', 'conditions', 'legal-basis', 'online'] as const;
export type Aspect = (typeof aspects)[number];

export const searchHitSchema = procedureRowSchema.extend({
  /** Higher is better; comparable within one answer only. */
  score: z.number(),
  /** Matches in `shortTitle`. */
  highlights: z.array(highlightSchema),
  /** The name or alias that matched, with its matches, where the short title shows none of them. */
  matched: z.strictObject({ text: z.string(), highlights: z.array(highlightSchema) }).nullable(),
  /** Id of the near-duplicates this one belongs to (see `groups`); null where it stands alone. */
  group: z.string().nullable(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchGroupSchema = z.strictObject({
  id: z.string(),
  /** What its procedures have in common, as a citizen reads it: "Giấy phép xây dựng". */
  title: z.string(),
});
export type SearchGroup = z.infer<typeof searchGroupSchema>;

export const searchAnswerSchema = z.strictObject({
  query: z.string(),
  /** Best first, one by one; the screen gathers those of one group at its first. */
  hits: z.array(searchHitSchema),
  /** The groups of which `hits` holds two or more. */
  groups: z.array(searchGroupSchema),
  /** How many procedures match in all; `hits` may hold fewer. */
  total: z.int().nonnegative(),
  /** The question as it was understood where typing errors were mended in words that mattered; null otherwise. */
  corrected: z.string().nullable(),
  /** How the question may go on, whole questions, most likely first. */
  completions: z.array(z.string()).max(6),
  /** What is asked about the procedure; null where the question does not tell. */
  aspect: z.enum(aspects).nullable(),
  /** The life event whose situation the question tells of; null where it tells of none. */
  lifeEvent: lifeEventSchema.shape.id.nullable(),
  tookMs: z.number().nonnegative(),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;
