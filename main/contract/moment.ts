/** Days and moments as they cross the contract and the portal's API. */
import { z } from 'zod';

/** A moment with its offset from UTC, e.g. 2026-11-24T09:41:00+07:00. */
export const momentSchema = z.iso.datetime({ offset: true, message: 'must be a time as 2026-11-24T09:41:00+07:00' });

/** A day at the office, e.g. 2026-11-24. */
export const daySchema = z.iso.date({ message: 'must be a day as 2026-11-24' });

/** A day, with the time of day where there is one. */
export const dayOrMomentSchema = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  message: 'must be a day as 2026-11-24 or a time as 2026-11-24T09:41:00+07:00',
});

/** HH:MM, office time. */
export const timeOfDaySchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, { message: 'must be a time as 08:30' });
