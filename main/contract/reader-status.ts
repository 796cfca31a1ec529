/** Whether the reader can read. */
import { z } from 'zod';

/** `keyboard`: the reader types (HID keyboard wedge) and the page hands on what it typed. `none`: no reader is configured. */
export const readerStates = ['connected', 'unplugged', 'keyboard', 'none'] as const;

export const readerStatusSchema = z.strictObject({
  state: z.enum(readerStates),
  /** UTC epoch. */
  sinceMs: z.number().nonnegative(),
});
export type ReaderStatus = z.infer<typeof readerStatusSchema>;
