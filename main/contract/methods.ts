/** The whole interface between page and core: one row a method, all types inferred from it. */
import { z } from 'zod';
import { kioskDescriptionSchema, languages, printerStatusSchema, tileSchema } from './kiosk.ts';
import { lifeEventSchema, lifeEventViewSchema } from './life-event.ts';
import { officialTextSchema, procedureCodeSchema, procedureRowSchema, procedureSchema } from './procedure.ts';
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
  /** All fields (lĩnh vực) with their number of procedures, in alphabetical order. */
  'catalogue.fields': {
    params: nothing,
    result: z.array(z.strictObject({ field: z.string(), procedureCount: z.int().positive() })),
  },
  /** Rows of one tile, of one field, or of all; in reading order. `elsewhere` are procedures without a tile. */
  'catalogue.list': {
    params: z.strictObject({
      of: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('tile'), number: z.int().min(1).max(12) }),
        z.strictObject({ kind: z.literal('field'), field: z.string().max(300) }),
        z.strictObject({ kind: z.literal('elsewhere') }),
        z.strictObject({ kind: z.literal('all') }),
      ]),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(maximumPageSize),
    }),
    result: z.strictObject({ rows: z.array(procedureRowSchema), total: z.int().nonnegative() }),
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
