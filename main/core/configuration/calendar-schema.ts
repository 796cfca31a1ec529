/** The part of the site's configuration that says when the office works; public holidays come with the catalogue (docs/calendar.md). */
import { z } from 'zod';
import { daySchema, timeOfDaySchema } from '../../contract/moment.ts';
import { openHoursSchema } from '../office-calendar/open-hours-schema.ts';

export const calendarSchema = z
  .strictObject({
    hours: openHoursSchema
      .default([
        { days: [1, 2, 3, 4, 5], from: '07:30', to: '11:30' },
        { days: [1, 2, 3, 4, 5], from: '13:00', to: '17:00' },
      ])
      .describe("The office's hours; days from 1 Monday to 7 Sunday."),
    cutOff: timeOfDaySchema
      .default('16:00')
      .describe(
        'A file handed in from this time on counts as handed in on the next working day; as 16:00, office time.',
      ),
    closedDates: z
      .array(daySchema)
      .max(200)
      .default([])
      .describe('Days this office is closed besides public holidays, as 2026-12-24.'),
    workedDates: z
      .array(daySchema)
      .max(200)
      .default([])
      .describe(
        'Days this office works although they are days of rest or holidays; such a Saturday or Sunday has the hours of a Monday.',
      ),
  })
  .superRefine(({ closedDates, workedDates }, context) => {
    for (const [index, day] of workedDates.entries()) {
      if (closedDates.includes(day)) {
        context.addIssue({ code: 'custom', path: ['workedDates', index], message: 'is among the closed dates too' });
      }
    }
  });
