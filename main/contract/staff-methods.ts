/**
 * What staff may ask of a kiosk; a table of its own. IT staff's tools reach it through the Unix socket, the page only with
 * a staff session (`staff.enter`).
 */
import { z } from 'zod';
import { catalogueSummarySchema } from './kiosk.ts';
import { portalOverviewSchema } from './portal.ts';
import { printAnswerSchema, printerOverviewSchema, slipRequestSchema, staffPrintJobSchema } from './printing.ts';
import { ticketsTodaySchema } from './queue.ts';
import { readerOverviewSchema } from './scanning.ts';
import { kioskStatusSchema } from './status.ts';
import { updateOutcomeSchema, updatesOverviewSchema } from './updates.ts';

const nothing = z.strictObject({});

/** Words are written down and shown only after so many different sessions asked the same without finding what they wanted. */
export const leastSessions = 5;

/** The office's date, YYYY-MM-DD; never a time. */
const day = z.iso.date();

export const searchGapSchema = z.strictObject({
  /** Folded: lower case, without accents or punctuation. */
  words: z.string().min(1).max(80),
  /** Nothing was found, or nothing of what was found was opened; in the last session that asked. */
  kind: z.enum(['no-result', 'no-choice']),
  /** Different sessions that asked, since the words were first counted. */
  sessions: z.int().positive(),
  firstDay: day,
  lastDay: day,
});
export type SearchGap = z.infer<typeof searchGapSchema>;

/** Whence staff act: the kiosk's own screen, or a tool on its machine. */
export const staffOrigins = ['screen', 'terminal'] as const;
export type StaffOrigin = (typeof staffOrigins)[number];

/** One line of the audit trail: what staff did. No personal data, no PIN. */
export const auditEntrySchema = z.strictObject({
  number: z.int().positive(),
  /** UTC epoch. */
  atMs: z.number().nonnegative(),
  origin: z.enum(staffOrigins),
  /** A staff method, or `staff.enter`, `staff.leave`, `staff.wrong-pin`. */
  action: z.string().max(60),
  /** Done, or the error code it was refused with. */
  outcome: z.string().max(60),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const kioskOverviewSchema = z.strictObject({
  /** Version of this software and of what it runs on, by name: `kiosk`, `node`, `sqlite`. */
  versions: z.record(z.string(), z.string()),
  catalogue: catalogueSummarySchema,
  /** UTC epoch. */
  startedAtMs: z.number().nonnegative(),
  journal: z.strictObject({
    /** False where the disk took none: what is written then is lost with the power. */
    isDurable: z.boolean(),
    /** Its form (`user_version`). */
    form: z.int().nonnegative(),
    /** File name of the damaged journal that was moved aside at this start; null where none was. */
    movedAside: z.string().nullable(),
  }),
});
export type KioskOverview = z.infer<typeof kioskOverviewSchema>;

/** `audited`: each call is written into the audit trail. */
export const staffMethods = {
  /** Searches that led nowhere, most asked first. */
  'search.gaps': { params: nothing, result: z.array(searchGapSchema) },

  'kiosk.overview': { params: nothing, result: kioskOverviewSchema },

  /** All that tells at a glance whether this kiosk is well. */
  'kiosk.status': { params: nothing, result: kioskStatusSchema },

  'updates.overview': { params: nothing, result: updatesOverviewSchema },
  /** Looks for an update now; answers when it is over, or when the new release waits for the citizen to leave. */
  'updates.check': { params: nothing, result: updateOutcomeSchema, audited: true },
  /** Takes the release that was verified on the stick. Error `not-found` where there is none, or another than this. */
  'updates.takeStick': {
    params: z.strictObject({ number: z.int().positive() }),
    result: updateOutcomeSchema,
    audited: true,
  },
  /** Goes back to the former release; the one left behind is refused until a higher one is published. Error `not-found`. */
  'updates.rollBack': { params: nothing, result: updateOutcomeSchema, audited: true },

  'reader.overview': { params: nothing, result: readerOverviewSchema },

  'portal.overview': { params: nothing, result: portalOverviewSchema },

  'printer.overview': { params: nothing, result: printerOverviewSchema },
  /** Queues the test page. */
  'printer.test': { params: nothing, result: printAnswerSchema, audited: true },
  /**
   * Empties what earlier jobs left in the printer. `confirmed`: the printer said so. `sent`: it says nothing to this.
   * Error `unavailable` where it cannot be reached or prints at the moment.
   */
  'printer.clear': {
    params: nothing,
    result: z.strictObject({ outcome: z.enum(['confirmed', 'sent']) }),
    audited: true,
  },
  /** A new roll is in; `metres` where it is of another length than the configured one. */
  'printer.changeRoll': {
    params: z.strictObject({ metres: z.number().min(1).max(300).nullable() }),
    result: nothing,
    audited: true,
  },
  /** Several slips at once, each so many times. All are queued, or none where one is refused. */
  'printer.print': {
    params: z.strictObject({ slips: z.array(slipRequestSchema).min(1).max(20), copies: z.int().min(1).max(20) }),
    result: z.array(printAnswerSchema).min(1),
    audited: true,
  },
  /** Error `not-found`. */
  'printer.job': { params: z.strictObject({ job: z.int().positive() }), result: staffPrintJobSchema },
  /** Calls off what waits, and empties the printer of what was under way. Error `not-found`. */
  'printer.cancel': {
    params: z.strictObject({ job: z.int().positive() }),
    result: staffPrintJobSchema,
    audited: true,
  },

  'tickets.today': { params: nothing, result: ticketsTodaySchema },

  /** Told by `kioskctl staff set-pin`: wrong tries are forgotten, and a session the former PIN opened is over. */
  'staff.pinChanged': { params: nothing, result: nothing, audited: true },

  /** The newest first. */
  'audit.recent': {
    params: z.strictObject({ limit: z.int().min(1).max(200) }),
    result: z.array(auditEntrySchema),
  },
} as const;

export type StaffMethods = typeof staffMethods;
export type StaffMethodName = keyof StaffMethods;
export type StaffParams<M extends StaffMethodName> = z.infer<StaffMethods[M]['params']>;
export type StaffResult<M extends StaffMethodName> = z.infer<StaffMethods[M]['result']>;
