/** What an appointment slip (phiếu hẹn) tells; filled from the office's booking. */
import { z } from 'zod';
import { appointmentCodeSchema } from '../../../contract/appointments.ts';
import { daySchema, timeOfDaySchema } from '../../../contract/moment.ts';
import { orNothing, wordsUpTo } from './fact-schemas.ts';

export const appointmentFactsSchema = z
  .strictObject({
    /** Of the booking; the slip's QR says `APPOINTMENT:<code>`. */
    code: appointmentCodeSchema,
    /** What it is for: a service, or a procedure by its name. */
    service: wordsUpTo(300),
    /** Who comes. */
    name: orNothing(wordsUpTo(120)),
    day: daySchema,
    from: timeOfDaySchema,
    until: orNothing(timeOfDaySchema),
    place: z.strictObject({
      name: wordsUpTo(160),
      address: orNothing(wordsUpTo(200)),
      counter: orNothing(wordsUpTo(80)),
    }),
    /** Papers to bring. */
    bring: z
      .array(z.strictObject({ name: wordsUpTo(400), count: orNothing(wordsUpTo(40)) }))
      .max(60)
      .default([]),
    /** Others may be needed, depending on the citizen's case. */
    morePapers: z.boolean().default(false),
    /** Telephone or address for whoever cannot come. */
    contact: orNothing(wordsUpTo(160)),
  })
  .refine(({ from, until }) => until === null || from < until, {
    path: ['until'],
    message: 'must be later than "from"',
  });
export type AppointmentFacts = z.infer<typeof appointmentFactsSchema>;
