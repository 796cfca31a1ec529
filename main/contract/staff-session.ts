/** How staff come in at the kiosk's own screen. */
import { z } from 'zod';

/** How long a staff session lasts from its beginning; then the PIN is asked for again. */
export const staffSessionMs = 5 * 60_000;
/** Wrong PINs before a pause. */
export const mostWrongPins = 5;

export const staffEntrySchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('open'),
    /** For `staffSession` of requests; nothing else opens the staff methods. */
    token: z.string().min(32).max(64),
    /** UTC epoch. */
    endsAtMs: z.number().nonnegative(),
  }),
  z.strictObject({ outcome: z.literal('wrong'), triesLeft: z.int().nonnegative() }),
  /** Too many wrong tries; also a right PIN is refused until then. UTC epoch. */
  z.strictObject({ outcome: z.literal('paused'), untilMs: z.number().nonnegative() }),
  /** No PIN was set: `kioskctl staff set-pin`. */
  z.strictObject({ outcome: z.literal('not-set') }),
]);
export type StaffEntry = z.infer<typeof staffEntrySchema>;
