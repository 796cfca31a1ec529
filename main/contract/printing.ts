/** Slips, the jobs they become and how the printer is: what page, staff's tools and core say to one another about printing. */
import { z } from 'zod';
import { appointmentCodeSchema } from './appointments.ts';
import { dossierSlips, dossierViewSchema } from './dossiers.ts';
import { languages, printerStatusSchema } from './kiosk.ts';
import { lifeEventSchema } from './life-event.ts';
import { procedureCodeSchema } from './procedure.ts';
import { ticketNumberSchema, visitSchema } from './queue.ts';

/** Ids of the document groups a citizen chose, at most one of kind `case`; null where the procedure offers no choice. */
const caseId = z.string().max(20).nullable();

const languageAndSize = {
  language: z.enum(languages),
  /** Large print: every size half as large again. */
  large: z.boolean(),
};

const checklistSchema = z.strictObject({
  kind: z.literal('checklist'),
  code: procedureCodeSchema,
  caseId,
  ...languageAndSize,
});

/** What a slip is made of; the same for printing and for preview. */
export const slipRequestSchema = z.discriminatedUnion('kind', [
  checklistSchema,
  z.strictObject({
    kind: z.literal('life-event'),
    id: lifeEventSchema.shape.id,
    /** Procedure codes chosen at the stages that offer a choice; every stage without one is included. */
    codes: z.array(procedureCodeSchema).max(20),
    ...languageAndSize,
  }),
  /** A number this very visit took, with the papers of a procedure below it where one is named. */
  z.strictObject({
    kind: z.literal('ticket'),
    visit: visitSchema,
    number: ticketNumberSchema,
    checklist: z.strictObject({ code: procedureCodeSchema, caseId }).nullable(),
    ...languageAndSize,
  }),
  /** Of a dossier that proof opened in this session. */
  z.strictObject({
    kind: z.literal('dossier'),
    view: dossierViewSchema,
    slip: z.enum(dossierSlips),
    ...languageAndSize,
  }),
  /** Of an appointment that was booked, or whose slip was scanned, in this session. */
  z.strictObject({ kind: z.literal('appointment'), appointmentCode: appointmentCodeSchema, ...languageAndSize }),
]);
export type SlipRequest = z.infer<typeof slipRequestSchema>;

/** Kinds of slips, as the journal and staff's screen name them. */
export const slipKinds = [
  'checklist',
  'life-event',
  'ticket',
  'appointment',
  'dossier-status',
  'apology',
  'payment',
  'test-page',
  'update-report',
] as const;
export type SlipKind = (typeof slipKinds)[number];

/**
 * `queued`: nothing has left. `sending`: bytes may have left. `paused`: sending, and the printer waits for a hand (paper,
 * cover). `printed`: the printer said so. `failed`: no whole slip came out. `unknown`: one may have; it is never sent
 * again by itself.
 */
export const printJobStates = ['queued', 'sending', 'paused', 'printed', 'failed', 'unknown'] as const;
export type PrintJobState = (typeof printJobStates)[number];

/** Why a job waits or how it ended; each has words for citizens. */
export const printReasons = [
  'unreachable',
  'paper-out',
  'cover-open',
  'cutter-error',
  'error',
  /** The job's own time was over before it was sent, or while the printer waited for a hand. */
  'expired',
  /** By the citizen, by staff, or because the citizen left. */
  'cancelled',
  /** The connection went after the first byte. */
  'cut-off',
  /** Everything was sent; the printer never said that it is through. */
  'no-answer',
  /** The kiosk was switched off or fell over while it was under way. */
  'restarted',
] as const;
export type PrintReason = (typeof printReasons)[number];

export const printJobSchema = z.strictObject({
  /** Counts jobs of this kiosk, from 1. */
  job: z.int().positive(),
  state: z.enum(printJobStates),
  /** Null while `queued`, `sending` or `printed`. */
  reason: z.enum(printReasons).nullable(),
});
export type PrintJob = z.infer<typeof printJobSchema>;

/** `no-room`: the disk takes no record of the job, so it is not begun. `busy`: too many wait already. */
export const printRefusals = ['no-printer', 'no-room', 'busy'] as const;

export const printAnswerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('accepted'), job: printJobSchema }),
  z.strictObject({ outcome: z.literal('refused'), reason: z.enum(printRefusals) }),
]);
export type PrintAnswer = z.infer<typeof printAnswerSchema>;

/** A job as staff see it. */
export const staffPrintJobSchema = printJobSchema.extend({
  kind: z.enum(slipKinds),
  source: z.enum(['citizen', 'staff']),
  /** UTC epoch. */
  queuedAtMs: z.number().nonnegative(),
  changedAtMs: z.number().nonnegative(),
  /** Who said that a slip came out: the printer, or the citizen who was asked after an `unknown`; null where nobody did. */
  settledBy: z.enum(['printer', 'citizen']).nullable(),
});
export type StaffPrintJob = z.infer<typeof staffPrintJobSchema>;

export const printerOverviewSchema = z.strictObject({
  /** As the configuration names it; null where there is none. */
  target: z.string().nullable(),
  /** Name of the profile, `custom` for one of the site's own. */
  profile: z.string(),
  status: printerStatusSchema,
  roll: z.strictObject({
    /** Length of a new roll. */
    rollMetres: z.number().positive(),
    /** Reckoned from what was printed; never below 0. */
    metresLeft: z.number().nonnegative(),
    /** UTC epoch of the last change of the roll that staff told of; null where none was told. */
    changedAtMs: z.number().nonnegative().nullable(),
    slipsOnRoll: z.int().nonnegative(),
    slipsEver: z.int().nonnegative(),
  }),
  /** The last twenty, newest first. */
  jobs: z.array(staffPrintJobSchema).max(20),
});
export type PrinterOverview = z.infer<typeof printerOverviewSchema>;
