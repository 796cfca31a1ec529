/** The whole interface between page and core: one row a method, all types inferred from it. */
import { z } from 'zod';
import {
  amendAnswerSchema,
  appointmentAnswerSchema,
  appointmentCodeSchema,
  appointmentHolderSchema,
  bookAnswerSchema,
  checkInAnswerSchema,
  idempotencyKeySchema,
  slotsAnswerSchema,
} from './appointments.ts';
import { listAnswerSchema, listFiltersSchema, listSelectionSchema, relatedSectionSchema } from './browse.ts';
import { dossierCodeSchema } from './dossier-code.ts';
import {
  codeAnswerSchema,
  dossierProofSchema,
  dossierViewSchema,
  progressAnswerSchema,
  proveAnswerSchema,
} from './dossiers.ts';
import { dueDatesSchema } from './due-dates.ts';
import { kioskDescriptionSchema, printerStatusSchema, tileSchema } from './kiosk.ts';
import { lifeEventSchema, lifeEventViewSchema } from './life-event.ts';
import { timeOfDaySchema } from './moment.ts';
import { shownNoticeSchema } from './notices.ts';
import { printAnswerSchema, printJobSchema, slipRequestSchema } from './printing.ts';
import { officialTextSchema, places, procedureCodeSchema, procedureSchema } from './procedure.ts';
import {
  priorityIdSchema,
  priorityKindSchema,
  queueServiceSchema,
  serviceIdSchema,
  takeOutcomeSchema,
  ticketNumberSchema,
  ticketPlaceSchema,
  ticketSchema,
  visitSchema,
} from './queue.ts';
import { searchAnswerSchema } from './search.ts';
import { staffEntrySchema } from './staff-session.ts';

const nothing = z.strictObject({});

/** Most rows one list answer carries. */
export const maximumPageSize = 200;

export const methods = {
  /** Everything the page needs to draw its first screen. */
  'kiosk.describe': { params: nothing, result: kioskDescriptionSchema },
  /** The page tells that a citizen has come: from now on until `session.end` nothing is changed under their hands. */
  'session.begin': { params: nothing, result: nothing },
  /** The page tells that a citizen has gone: whatever the core kept for them is dropped. */
  'session.end': { params: nothing, result: nothing },

  /** What citizens are to know today, warnings first. */
  'notices.current': { params: nothing, result: z.array(shownNoticeSchema) },

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

  /** For whoever hands the file in at this moment; of the ways whose published time is sure. Error `not-found`. */
  'procedures.dueDates': { params: z.strictObject({ code: procedureCodeSchema }), result: dueDatesSchema },

  'printing.status': { params: nothing, result: printerStatusSchema },
  /** Queues the slip; what becomes of it is pushed as `printJob.changed`. Error `not-found` where the slip is of nothing. */
  'printing.print': { params: slipRequestSchema, result: printAnswerSchema },
  /** How a job is now. Error `not-found`. */
  'printing.job': { params: z.strictObject({ job: z.int().positive() }), result: printJobSchema },
  /** Calls the job off: what has not left is dropped, what waits in the printer is cleared. Error `not-found`. */
  'printing.cancel': { params: z.strictObject({ job: z.int().positive() }), result: printJobSchema },
  /** The citizen's word on a job that ended `unknown`: with `cameOut` it counts as printed. Error `not-found`. */
  'printing.confirm': {
    params: z.strictObject({ job: z.int().positive(), cameOut: z.boolean() }),
    result: printJobSchema,
  },
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

  /** The services numbers are given for, in the office's order; none where it gives no numbers here. */
  'queue.describe': {
    params: z.strictObject({ visit: visitSchema }),
    result: z.strictObject({
      services: z.array(queueServiceSchema),
      priorityKinds: z.array(priorityKindSchema),
      /** What this visit took already. */
      taken: z.array(ticketSchema),
    }),
  },
  /** The service a procedure is handed in at; null where none is configured for it or its field. Error `not-found`. */
  'queue.serviceFor': {
    params: z.strictObject({ code: procedureCodeSchema }),
    result: z.strictObject({ service: queueServiceSchema.nullable() }),
  },
  /** A number is given once it is written down for good. Error `not-found` for a service or priority there is not. */
  'queue.take': {
    params: z.strictObject({
      visit: visitSchema,
      serviceId: serviceIdSchema,
      /** Null where the citizen named none; nothing is ticked beforehand. */
      priorityId: priorityIdSchema.nullable(),
      /** The procedure it is for, where the citizen came from one. */
      code: procedureCodeSchema.nullable(),
    }),
    result: takeOutcomeSchema,
  },

  /** Where a number of this kiosk stands, told to whoever holds its slip before the reader. */
  'queue.place': {
    params: z.strictObject({ day: z.iso.date(), number: ticketNumberSchema }),
    result: ticketPlaceSchema,
  },

  /**
   * What a keyboard reader typed, as the page heard it; answered by `scan.received`. Error `unavailable` where the
   * configuration names another reader: then nobody can type a card.
   */
  'scanning.keyed': { params: z.strictObject({ text: z.string().min(1).max(8_192) }), result: nothing },

  /** What the code alone opens. */
  'dossiers.progress': { params: z.strictObject({ dossierCode: dossierCodeSchema }), result: progressAnswerSchema },
  /** Asks the portal to send the applicant a one-time code. */
  'dossiers.sendCode': { params: z.strictObject({ dossierCode: dossierCodeSchema }), result: codeAnswerSchema },
  /** Opens a dossier. Each card serves one try. */
  'dossiers.prove': {
    params: z.strictObject({ dossierCode: dossierCodeSchema, proof: dossierProofSchema }),
    result: proveAnswerSchema,
  },
  /** The citizen has read it: the core forgets it, also before the session ends. */
  'dossiers.close': { params: z.strictObject({ view: dossierViewSchema }), result: nothing },

  /** Free times of a procedure, as the portal tells them at this moment. Error `not-found` for no procedure of the catalogue. */
  'appointments.slots': { params: z.strictObject({ code: procedureCodeSchema }), result: slotsAnswerSchema },
  /** Repeated with the same key it answers the first booking. */
  'appointments.book': {
    params: z.strictObject({
      key: idempotencyKeySchema,
      code: procedureCodeSchema,
      day: z.iso.date(),
      from: timeOfDaySchema,
      holder: appointmentHolderSchema,
    }),
    result: bookAnswerSchema,
  },
  'appointments.get': {
    params: z.strictObject({ appointmentCode: appointmentCodeSchema }),
    result: appointmentAnswerSchema,
  },
  'appointments.change': {
    params: z.strictObject({
      key: idempotencyKeySchema,
      appointmentCode: appointmentCodeSchema,
      day: z.iso.date(),
      from: timeOfDaySchema,
    }),
    result: amendAnswerSchema,
  },
  'appointments.giveBack': {
    params: z.strictObject({ appointmentCode: appointmentCodeSchema }),
    result: amendAnswerSchema,
  },
  /** Within the window around its time: a number, written down for good, the same one each time. */
  'appointments.checkIn': {
    params: z.strictObject({ appointmentCode: appointmentCodeSchema }),
    result: checkInAnswerSchema,
  },

  /** Opens a staff session on this page; `staffSession` of later requests carries its token. */
  'staff.enter': { params: z.strictObject({ pin: z.string().min(1).max(32) }), result: staffEntrySchema },
  'staff.leave': { params: nothing, result: nothing },
} as const;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
export type Params<M extends MethodName> = z.infer<Methods[M]['params']>;
export type Result<M extends MethodName> = z.infer<Methods[M]['result']>;
