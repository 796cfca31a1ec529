/** One kiosk at a glance, for `kioskctl status`, the metrics and the staff screen. Counts only: no question, no name, no code. */
import { z } from 'zod';
import { printerStatusSchema } from './kiosk.ts';
import { readerStatusSchema } from './reader-status.ts';
import { updateFailures, updatesOverviewSchema } from './updates.ts';

/** Whatever a member of staff should do something about; the names are those of the alerts. */
export const troubles = [
  'printer-paper-out',
  'printer-paper-low',
  'printer-trouble',
  'printer-unreachable',
  'reader-unreachable',
  'catalogue-old',
  'update-failing',
  'update-untrusted',
  'clock-unsure',
  'journal-lost',
  'portal-unreachable',
] as const;
export type Trouble = (typeof troubles)[number];

const count = z.int().nonnegative();

export const kioskStatusSchema = z.strictObject({
  /** UTC epoch. */
  atMs: z.number().nonnegative(),
  startedAtMs: z.number().nonnegative(),
  /** Version of this software. */
  software: z.string(),
  /** Times the core was started, as far as the journal remembers. */
  starts: count,
  printer: printerStatusSchema,
  /** Left on the roll, in metres, reckoned from what was printed; null without a printer. */
  paperMetres: z.number().nonnegative().nullable(),
  reader: readerStatusSchema,
  updates: updatesOverviewSchema,
  /** Since this start. */
  counts: z.strictObject({
    searches: count,
    searchesWithoutResult: count,
    slipsPrinted: count,
    slipsFailed: count,
    ticketsGiven: count,
    scans: count,
    updateFailures: z.partialRecord(z.enum(updateFailures), count),
  }),
  /** Of the core process, in bytes. */
  residentBytes: count,
  troubles: z.array(z.enum(troubles)),
});
export type KioskStatus = z.infer<typeof kioskStatusSchema>;
