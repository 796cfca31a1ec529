/** Hours of an office as its configuration and its own sheet write them. */
import { z } from 'zod';
import { timeOfDaySchema } from '../../contract/moment.ts';

export const openHoursSchema = z
  .array(
    z
      .strictObject({
        days: z
          .array(z.int().min(1).max(7))
          .min(1)
          .refine((days) => new Set(days).size === days.length, { message: 'names a day twice' })
          .describe('Days of the week, from 1 Monday to 7 Sunday.'),
        from: timeOfDaySchema.describe('First minute, as 07:30, office time.'),
        to: timeOfDaySchema.describe('First minute after it, as 11:30.'),
      })
      .refine(({ from, to }) => from < to, { message: 'must end after it begins' }),
  )
  .min(1);
