/** What is held before the reader, as the page may know it: never what stands on a card, never an unknown text. */
import { z } from 'zod';
import { appointmentCodeSchema } from './appointments.ts';
import { cardKeySchema } from './card-key.ts';
import { dossierCodeSchema } from './dossier-code.ts';
import { procedureCodeSchema } from './procedure.ts';
import { ticketNumberSchema } from './queue.ts';
import { readerStatusSchema } from './reader-status.ts';

/** What a text can be; `classifyScan` tells them apart. */
export const scanKinds = [
  'citizen-card',
  'bhyt-card',
  'dossier',
  'receipt',
  'procedure',
  'ticket',
  'appointment',
  'checklist',
  'payment',
  'staff-badge',
  'unknown',
] as const;
export type ScanKind = (typeof scanKinds)[number];

const cardFacts = {
  card: cardKeySchema,
  /** E.g. `079•••••1234`. */
  maskedNumber: z.string().max(20),
  /** UTC epoch until which the core keeps it. */
  untilMs: z.number().nonnegative(),
};

/** Told as `scan.received`. */
export const scanNoticeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('citizen-card'), ...cardFacts }),
  z.strictObject({ kind: z.literal('bhyt-card'), ...cardFacts }),
  /** A dossier code, alone, in a link, or with the look-up code of its receipt (which opens no more: it stands beside it). */
  z.strictObject({ kind: z.literal('dossier'), dossierCode: dossierCodeSchema }),
  z.strictObject({ kind: z.literal('procedure'), code: procedureCodeSchema }),
  /** A checklist of this kiosk, with the case it was printed for. */
  z.strictObject({ kind: z.literal('checklist'), code: procedureCodeSchema, caseId: z.string().max(20).nullable() }),
  z.strictObject({ kind: z.literal('ticket'), day: z.iso.date(), number: ticketNumberSchema }),
  z.strictObject({ kind: z.literal('appointment'), appointmentCode: appointmentCodeSchema }),
  /** A code for a bank's application; with the dossier it pays for where its purpose names one. */
  z.strictObject({ kind: z.literal('payment'), dossierCode: dossierCodeSchema.nullable() }),
  z.strictObject({ kind: z.literal('staff-badge') }),
  /** Tells only that something was read. */
  z.strictObject({ kind: z.literal('unknown') }),
]);
export type ScanNotice = z.infer<typeof scanNoticeSchema>;

/** The reader as staff see it. */
export const readerOverviewSchema = z.strictObject({
  /** As the configuration names it; null where there is none. */
  target: z.string().nullable(),
  status: readerStatusSchema,
  /** Why it cannot be used, in words for IT staff; null while it can. */
  trouble: z.string().max(400).nullable(),
  scansSinceStart: z.int().nonnegative(),
  /** How often the cable was lost since the start. */
  unplugged: z.int().nonnegative(),
  /** The last twenty, newest first: what kind, never what stood there. */
  recent: z.array(z.strictObject({ kind: z.enum(scanKinds), atMs: z.number().nonnegative() })).max(20),
});
export type ReaderOverview = z.infer<typeof readerOverviewSchema>;
