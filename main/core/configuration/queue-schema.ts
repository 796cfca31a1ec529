/** The part of the site's configuration that says which numbers a kiosk gives, and when (docs/queue.md). */
import { z } from 'zod';
import { bilingualSchema } from '../../contract/life-event.ts';
import { procedureCodeSchema } from '../../contract/procedure.ts';
import { priorityIdSchema, serviceIdSchema, ticketPrefixSchema } from '../../contract/queue.ts';
import { openHoursSchema } from '../office-calendar/open-hours-schema.ts';

const queueServiceSchema = z.strictObject({
  id: serviceIdSchema.describe(
    'Its name in the journal: small letters, digits and hyphens; never given to another service later.',
  ),
  name: bilingualSchema.describe('As it stands on screen and ticket.'),
  prefix: ticketPrefixSchema.describe(
    'First letters of its numbers: one or two capitals, not shared with another service.',
  ),
  counter: bilingualSchema.nullable().default(null).describe('Where it is served; null where the hall calls it out.'),
  fields: z
    .array(z.string().min(1))
    .default([])
    .describe('Fields (lĩnh vực) it serves, by their names in the catalogue.'),
  procedures: z
    .array(procedureCodeSchema)
    .default([])
    .describe('Codes of single procedures it serves; they win over fields.'),
  hours: openHoursSchema
    .nullable()
    .default(null)
    .describe('Hours of its own, as `queue.hours`; null: those of the queue.'),
});

export const queueSchema = z
  .strictObject({
    services: z
      .array(queueServiceSchema)
      .max(20)
      .default([])
      .describe('Services numbers are given for, in the order of the screen; none: the kiosk gives no numbers.'),
    hours: openHoursSchema
      .nullable()
      .default(null)
      .describe(
        "When numbers are given, as `calendar.hours`; null: in the office's hours. Never on holidays and closed dates.",
      ),
    mostTicketsAVisit: z
      .int()
      .min(1)
      .max(5)
      .default(2)
      .describe('Numbers one citizen may take, of different services.'),
    priorityKinds: z
      .array(
        z.strictObject({
          id: priorityIdSchema.describe('Its name in the journal: small letters, digits and hyphens.'),
          title: bilingualSchema.describe('As the citizen reads it, with the threshold.'),
        }),
      )
      .max(8)
      .default([
        { id: 'aged', title: { vi: 'Người từ 60 tuổi', en: 'Aged 60 or over' } },
        { id: 'disabled', title: { vi: 'Người khuyết tật', en: 'Person with a disability' } },
        { id: 'pregnant', title: { vi: 'Phụ nữ mang thai', en: 'Pregnant' } },
        { id: 'small-child', title: { vi: 'Có trẻ nhỏ đi cùng', en: 'With a small child' } },
        { id: 'merit', title: { vi: 'Người có công', en: 'Person of merit' } },
      ])
      .describe('What a citizen may name for priority, with the thresholds in words; empty: it is not asked.'),
  })
  .superRefine(({ services, priorityKinds }, context) => {
    const usedTwice = (path: readonly (string | number)[]): void =>
      context.addIssue({ code: 'custom', path: [...path], message: 'is used twice' });
    const uses = services.flatMap((service, index) => [
      { what: `id ${service.id}`, path: ['services', index, 'id'] },
      { what: `prefix ${service.prefix}`, path: ['services', index, 'prefix'] },
      // A field may stand in several services, the first of which serves it; for a single procedure that would be a slip.
      ...service.procedures.map((code, place) => {
        return { what: `procedure ${code}`, path: ['services', index, 'procedures', place] };
      }),
    ]);
    uses.push(...priorityKinds.map(({ id }, index) => ({ what: `kind ${id}`, path: ['priorityKinds', index, 'id'] })));
    const seen = new Set<string>();
    for (const { what, path } of uses) {
      if (seen.has(what)) {
        usedTwice(path);
      }
      seen.add(what);
    }
  });
