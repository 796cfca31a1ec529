/** The shapes of the files in `data/rules`: a misspelt key or place is an error when they are loaded, not a silent gap. */
import { z } from 'zod';
import { levels, places } from '../../../contract/procedure.ts';

const pattern = z.string().min(1);
const comment = z.string();

export const refusalsFileSchema = z.strictObject({
  $comment: comment,
  refusals: z.array(
    z.strictObject({
      reason: z.enum(['test-record', 'deleted-record']),
      heading: z.enum(['code', 'decision', 'name']),
      pattern,
    }),
  ),
});

export const fieldsFileSchema = z.strictObject({
  $comment: comment,
  /** Several spellings → one name. */
  merges: z.record(z.string(), z.array(z.string()).min(1)),
  civilStatusTiles: z.array(z.strictObject({ tile: z.int().min(2).max(5), pattern })),
});

export const provincesFileSchema = z.strictObject({
  $comment: comment,
  /** Name since 1 July 2025 → other names in use, those of merged provinces among them. */
  provinces: z.record(z.string(), z.array(z.string())),
  /** Words in front of a province's name that make it one ("tỉnh", "Sở Y tế" …). */
  leadWords: z.array(pattern).min(1),
  provincialDecision: z.array(pattern).min(1),
  nationalDecision: z.array(pattern).min(1),
  /** Decision number → province, where other records of the same decision name it. */
  decisions: z.record(z.string(), z.string()),
  unnamedProvince: z.string().min(1),
});

export const servedAtFileSchema = z.strictObject({
  $comment: comment,
  rules: z.array(
    z.strictObject({
      place: z.enum(places),
      reason: z.string().min(1),
      fields: z.array(z.string()).min(1).optional(),
      levels: z.array(z.enum(levels)).min(1).optional(),
      name: pattern.optional(),
      agency: pattern.optional(),
      agencyNot: pattern.optional(),
      text: pattern.optional(),
    }),
  ),
});

export const staleWordsFileSchema = z.strictObject({
  $comment: comment,
  words: z.array(z.strictObject({ word: z.string().min(1), meaning: z.string().min(1), pattern })),
});

export const properNounsFileSchema = z.strictObject({ $comment: comment, words: z.array(z.string().min(1)) });
