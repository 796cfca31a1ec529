/** The whole interface between page and core: one row a method, all types inferred from it. */
import { z } from 'zod';
import { listAnswerSchema, listFiltersSchema, listSelectionSchema, relatedSectionSchema } from './browse.ts';
import { kioskDescriptionSchema, languages, printerStatusSchema, tileSchema } from './kiosk.ts';
import { lifeEventSchema, lifeEventViewSchema } from './life-event.ts';
import { officialTextSchema, places, procedureCodeSchema, procedureSchema } from './procedure.ts';
import { searchAnswerSchema } from './search.ts';

const nothing = z.strictObject({});

/** Most rows one list answer carries. */
export const maximumPageSize = 200;

/** Ids of the document groups a citizen chose, at most one of kind `case`; null where the procedure offers no choice. */
const caseId = z.string().max(20).nullable();

/** What became of a slip. Failures a citizen can meet are values; the screen has words for each. */
export const printOutcomeSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('printed') }),
  z.strictObject({
    outcome: z.literal('failed'),
    reason: z.enum(['no-printer', 'unreachable', 'paper-out', 'cover-open', 'error', 'timeout', 'busy']),
  }),
  /** Cut off after the first byte left: a slip may have come out, so it is not sent again by itself. */
  z.strictObject({ outcome: z.literal('unknown') }),
]);
export type PrintOutcome = z.infer<typeof printOutcomeSchema>;

/** What a slip is made of; the same for printing and for preview. */
export const slipRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('checklist'),
    code: procedureCodeSchema,
    caseId,
    language: z.enum(languages),
  }),
  z.strictObject({
    kind: z.literal('life-event'),
    id: lifeEventSchema.shape.id,
    /** Procedure codes chosen at the stages that offer a choice; every stage without one is included. */
    codes: z.array(procedureCodeSchema).max(20),
    language: z.enum(languages),
  }),
]);
export type SlipRequest = z.infer<typeof slipRequestSchema>;

export const methods = {
  /** Everything the page needs to draw its first screen. */
  'kiosk.describe': { params: nothing, result: kioskDescriptionSchema },
  /** The page tells that a citizen has gone: whatever the core kept for them is dropped. */
  'session.end': { params: nothing, result: nothing },

  'catalogue.home': {
    params: nothing,
    result: z.strictObject({ tiles: z.array(tileSchema), lifeEvents: z.array(lifeEventSchema) }),
  },
  /** Fields (lĩnh vực) of the selection (default: of all) with their number of procedures, in alphabetical order. */
  'catalogue.fields': {
    params: z.strictObject({ of: listSelectionSchema.optional(), filters: listFiltersSchema.optional() }),
    result: z.array(z.strictObject({ field: z.string(), procedureCount: z.int().positive() })),
  },
  /** Kinds of places where procedures are handed in, nearest first; only those that take in any. */
  'catalogue.agencies': {
    params: nothing,
    result: z.array(z.strictObject({ agency: z.enum(places), procedureCount: z.int().positive() })),
  },
  /** Letters under which short titles stand, in Vietnamese order; only those that hold any. */
  'catalogue.letters': {
    params: nothing,
    result: z.array(z.strictObject({ letter: z.string(), procedureCount: z.int().positive() })),
  },
  /** Rows of a selection in reading order; of a letter, in alphabetical order. */
  'catalogue.list': {
    params: z.strictObject({
      of: listSelectionSchema,
      filters: listFiltersSchema.optional(),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(maximumPageSize),
    }),
    result: listAnswerSchema,
  },
  'lifeEvents.get': { params: z.strictObject({ id: lifeEventSchema.shape.id }), result: lifeEventViewSchema },

  'procedures.search': {
    params: z.strictObject({ words: z.string().max(20_000), limit: z.int().min(1).max(100) }),
    result: searchAnswerSchema,
  },
  /** Error `not-found` where the catalogue does not hold the code. */
  'procedures.get': {
    params: z.strictObject({ code: procedureCodeSchema }),
    result: z.strictObject({
      procedure: procedureSchema,
      /** The procedure's page at the national portal, from the site's link template. */
      portalUrl: z.url(),
    }),
  },
  /** What a citizen may need besides, never the procedure itself, each once; at most a handful. Error `not-found`. */
  'procedures.related': {
    params: z.strictObject({ code: procedureCodeSchema }),
    result: z.strictObject({ sections: z.array(relatedSectionSchema) }),
  },
  'procedures.official': { params: z.strictObject({ code: procedureCodeSchema }), result: officialTextSchema },

  'printing.status': { params: nothing, result: printerStatusSchema },
  'printing.print': { params: slipRequestSchema, result: printOutcomeSchema },
  /** The slip as it would come out. */
  'printing.preview': {
    params: slipRequestSchema,
    result: z.strictObject({
      pngBase64: z.string(),
      widthDots: z.int().positive(),
      heightDots: z.int().positive(),
      /** Reading order, for people who cannot see it. */
      spokenText: z.string(),
    }),
  },
} as const;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
export type Params<M extends MethodName> = z.infer<Methods[M]['params']>;
export type Result<M extends MethodName> = z.infer<Methods[M]['result']>;
