/** The city's portal as the page and staff may know it: whether it can be asked, and why not. */
import { z } from 'zod';

/**
 * `not-configured` this kiosk has no portal · `offline` it is not reached (no network, no name, no trusted certificate) ·
 * `slow` no answer in time · `busy` it asks to wait · `failing` it answers with an error or in a form nobody knows.
 */
export const portalTroubles = ['not-configured', 'offline', 'slow', 'busy', 'failing'] as const;

export const unreachableSchema = z.strictObject({
  outcome: z.literal('unreachable'),
  reason: z.enum(portalTroubles),
  /** UTC epoch from which it is worth asking again; null where nobody knows. */
  retryAtMs: z.number().nonnegative().nullable(),
});
export type Unreachable = z.infer<typeof unreachableSchema>;

/** The portal as staff see it; no key, no path, no code of a dossier. */
export const portalOverviewSchema = z.strictObject({
  /** Scheme, host and port; null where none is configured. */
  origin: z.string().nullable(),
  /** `open`: after failures in a row it is not asked for a while. `probing`: one question is under way to see. */
  circuit: z.enum(['closed', 'open', 'probing']),
  /** Of the last question; null where it was answered or none was asked. */
  trouble: z.enum(portalTroubles).nullable(),
  /** In words for staff, e.g. `certificate has expired`; null as `trouble`. */
  detail: z.string().max(200).nullable(),
  lastAnswerAtMs: z.number().nonnegative().nullable(),
  /** The portal's clock minus this machine's, from its last answer; null where it told no time. */
  clockDifferenceMs: z.number().nullable(),
});
export type PortalOverview = z.infer<typeof portalOverviewSchema>;
