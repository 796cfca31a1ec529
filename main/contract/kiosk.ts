/** What the page must know of the kiosk it runs on. */
import { z } from 'zod';
import { bilingualSchema } from './life-event.ts';
import { places } from './procedure.ts';
import { readerStatusSchema } from './reader-status.ts';

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

/** `unknown` is a state of its own: many printers answer nothing. */
export const printerStates = [
  'ready',
  'paper-out',
  'cover-open',
  'cutter-error',
  'error',
  'unreachable',
  'unknown',
  'none',
] as const;
export type PrinterState = (typeof printerStates)[number];

export const printerStatusSchema = z.strictObject({
  state: z.enum(printerStates),
  paperNearEnd: z.boolean(),
  /** UTC epoch. */
  sinceMs: z.number().nonnegative(),
});
export type PrinterStatus = z.infer<typeof printerStatusSchema>;

/** A place where papers are handed in, as the office entered it. */
export const placeDetailsSchema = z.strictObject({
  name: z.string().min(1).max(120),
  address: z.string().max(200).nullable(),
  hours: z.string().max(200).nullable(),
});

export const catalogueProfiles = ['ward', 'xa', 'all'] as const;
export type CatalogueProfile = (typeof catalogueProfiles)[number];

export const catalogueSummarySchema = z.strictObject({
  /** Content hash of the catalogue, hex; two equal catalogues have the same. */
  version: z.string(),
  /** The day the facts were published, shown to citizens as "dữ liệu cập nhật đến ngày …". */
  dataDate: z.iso.date(),
  profile: z.enum(catalogueProfiles),
  procedureCount: z.int().nonnegative(),
  /** Number of the release it was published as; 0 for one that never was. */
  number: z.int().nonnegative(),
});
export type CatalogueSummary = z.infer<typeof catalogueSummarySchema>;

export const kioskDescriptionSchema = z.strictObject({
  office: z.strictObject({
    name: z.string(),
    parentName: z.string().nullable(),
    /** Where help is found, e.g. "Quầy hướng dẫn, bên trái cửa vào". */
    helpDesk: z.string(),
    address: z.string().nullable(),
    hours: z.string().nullable(),
  }),
  languages: z.array(z.enum(languages)).min(1),
  timeouts: z.strictObject({
    /** Idle time before the question, on ordinary and on reading pages, and the countdown after it. */
    idleMs: z.int().positive(),
    readingIdleMs: z.int().positive(),
    countdownMs: z.int().positive(),
  }),
  catalogue: catalogueSummarySchema,
  printer: printerStatusSchema,
  reader: readerStatusSchema,
  /** Whether numbers are given here. */
  hasQueue: z.boolean(),
  /** Whether there is a portal to ask for dossiers and appointments. */
  hasPortal: z.boolean(),
  places: z.partialRecord(z.enum(places), placeDetailsSchema),
});
export type KioskDescription = z.infer<typeof kioskDescriptionSchema>;

/** A home tile with what stands behind it. */
export const tileSchema = z.strictObject({
  number: z.int().min(1).max(12),
  title: bilingualSchema,
  icon: z.string(),
  procedureCount: z.int().nonnegative(),
});
export type Tile = z.infer<typeof tileSchema>;
