/** How lists are cut out of the catalogue: what a citizen chose to look through, and how they narrowed it. */
import { z } from 'zod';
import { indexLetters } from './index-letter.ts';
import { lifeEventSchema } from './life-event.ts';
import { levels, places, procedureRowSchema } from './procedure.ts';

const letterSchema = z.string().refine((letter) => indexLetters.includes(letter), { message: 'not a letter' });

/** `elsewhere` are procedures without a tile, `agency` those handed in at one kind of place. */
export const listSelectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tile'), number: z.int().min(1).max(12) }),
  z.strictObject({ kind: z.literal('field'), field: z.string().max(300) }),
  z.strictObject({ kind: z.literal('agency'), agency: z.enum(places) }),
  z.strictObject({ kind: z.literal('letter'), letter: letterSchema }),
  z.strictObject({ kind: z.literal('elsewhere') }),
  z.strictObject({ kind: z.literal('all') }),
]);
export type ListSelection = z.infer<typeof listSelectionSchema>;

/** All that is given must hold of a row. */
export const listFiltersSchema = z.strictObject({
  level: z.enum(levels).optional(),
  field: z.string().max(300).optional(),
  /** May be handed in on the network. */
  online: z.literal(true).optional(),
  /** The text itself says that it is free (docs/catalogue.md §4). */
  free: z.literal(true).optional(),
  /** Its papers depend on a case the citizen chooses. */
  choice: z.literal(true).optional(),
});
export type ListFilters = z.infer<typeof listFiltersSchema>;

const count = z.int().nonnegative();

/** How many rows there would be were one filter set besides those in force (`level`, `field`: instead of it). */
export const filterCountsSchema = z.strictObject({
  /** Rows of the selection without any filter. */
  unfiltered: count,
  online: count,
  free: count,
  choice: count,
  levels: z.record(z.enum(levels), count),
  /** Different fields among the rows, the filter `field` put aside. */
  fields: count,
});
export type FilterCounts = z.infer<typeof filterCountsSchema>;

export const listAnswerSchema = z.strictObject({
  rows: z.array(procedureRowSchema),
  /** Rows with the filters in force. */
  total: count,
  counts: filterCountsSchema,
});

/** What two procedures have to do with each other; `kind`: of one field and much alike by name. */
export const relationKinds = ['life-event', 'papers', 'kind'] as const;

export const relatedSectionSchema = z.strictObject({
  relation: z.enum(relationKinds),
  /** The event whose stages the rows are; null for the other relations. */
  lifeEvent: lifeEventSchema.pick({ id: true, title: true }).nullable(),
  rows: z.array(procedureRowSchema).min(1),
});
export type RelatedSection = z.infer<typeof relatedSectionSchema>;
