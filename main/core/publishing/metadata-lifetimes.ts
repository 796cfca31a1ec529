/** How long signatures hold. Short ones limit how long an old state can be passed off as the newest (TUF: freeze). */
import { z } from 'zod';
import { dayMs } from '../office-date.ts';

const days = (most: number) => z.number().positive().max(most);

export const metadataLifetimesSchema = z.strictObject({
  /** In days; default 365. */
  root: days(3_650).default(365),
  /** In days; default 90: as often the passphrase of the targets key is needed at least. */
  targets: days(730).default(90),
  /** In days; default 14. */
  snapshot: days(365).default(14),
  /** In days; default 2: for so long the machine that refreshes may stand still. */
  timestamp: days(60).default(2),
  /** Of an office's own sheet, in days; default 365. */
  office: days(3_650).default(365),
});
export type MetadataLifetimes = z.infer<typeof metadataLifetimesSchema>;

export const usualLifetimes: MetadataLifetimes = metadataLifetimesSchema.parse({});

/** As TUF writes it (ISO 8601, whole seconds, UTC). */
export function expiryAfter(nowMs: number, lifetimeDays: number): string {
  return `${new Date(nowMs + lifetimeDays * dayMs).toISOString().slice(0, 19)}Z`;
}
