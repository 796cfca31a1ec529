/** When a file handed in today will be done: reckoned from the published time, where that is sure. */
import { z } from 'zod';
import { timeOfDaySchema } from './moment.ts';
import { channels } from './procedure.ts';

/** Of one way of handing in. None is told where the published time is words only. */
export const dueDateSchema = z.strictObject({
  channel: z.enum(channels),
  /** The office's day on which it is due. */
  day: z.iso.date(),
  /** For times in hours and for the same day; null where the whole day is meant. */
  time: timeOfDaySchema.nullable(),
  /** The day it counts as handed in on: today, or the next working day after the office's cut-off. */
  countedFrom: z.iso.date(),
  /** The source's words on this channel's time, shown beside it, for they may overrule the number. */
  note: z.string().nullable(),
});
export type DueDate = z.infer<typeof dueDateSchema>;

export const dueDatesSchema = z.strictObject({
  /** UTC epoch of the moment it was reckoned for. */
  nowMs: z.number().nonnegative(),
  dueDates: z.array(dueDateSchema).max(3),
});
