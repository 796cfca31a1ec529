/** The part of the site's configuration on appointments; which there are, and how many, the portal says. */
import { z } from 'zod';

export const appointmentsSchema = z.strictObject({
  daysAhead: z.int().min(1).max(30).default(14).describe('How many days ahead times are offered.'),
});
