/**
 * The site's configuration: one JSON file an office writes. Every key has a default but `office.name`;
 * `docs/configuration.md` lists them with unit, range and default (a test compares).
 */
import { z } from 'zod';
import { catalogueProfiles, languages, placeDetailsSchema } from '../../contract/kiosk.ts';
import { bilingualSchema } from '../../contract/life-event.ts';
import { places, procedureCodeSchema } from '../../contract/procedure.ts';
import { priorityIdSchema, serviceIdSchema, ticketPrefixSchema } from '../../contract/queue.ts';
import { printerProfileNames, printerProfileSchema } from '../printer-profile.ts';

const secondsBetween = (least: number, most: number, fallback: number) =>
  z.int().min(least).max(most).default(fallback);

const officeSchema = z.strictObject({
  name: z.string().min(1).max(120).describe('Name of the office as it stands on screen and slips.'),
  parentName: z.string().max(120).nullable().default(null).describe('The authority above it, first line of a slip.'),
  helpDesk: z
    .string()
    .min(1)
    .max(160)
    .default('Quầy hướng dẫn')
    .describe('Where a person helps; shown wherever the kiosk cannot answer.'),
  address: z.string().max(200).nullable().default(null).describe('Street address.'),
  hours: z.string().max(200).nullable().default(null).describe('Opening hours in words.'),
});

const catalogueSchema = z.strictObject({
  profile: z.enum(catalogueProfiles).default('ward').describe('Which procedures are shown by default.'),
  portalLinkTemplate: z
    .string()
    .refine((text) => text.includes('{code}') && URL.canParse(text.replace('{code}', '1.000001')), {
      message: 'must be a link that contains {code}',
    })
    .default('https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc={code}')
    .describe("A procedure's page at the national portal; {code} stands for its code."),
});

const printerSchema = z.strictObject({
  target: z
    .string()
    .min(1)
    .max(200)
    .nullable()
    .default('virtual:')
    .describe(
      'tcp://host:port, usb:/dev/usb/lp0, serial:/dev/ttyS0[?baud=19200&flow=rtscts], virtual:[port] or file:path; null where there is no printer.',
    ),
  profile: z
    .union([z.enum(printerProfileNames), printerProfileSchema])
    .default('generic-80')
    .describe('What the printer can do: the name of a profile, or an object with the same fields (docs/printing.md).'),
  rollMetres: z.number().min(1).max(300).default(60).describe('Length of a new paper roll, in metres.'),
  maximumSlipMillimetres: z
    .int()
    .min(150)
    .max(1000)
    .default(400)
    .describe('Longest slip, in millimetres; twice as long in large print.'),
});

const readerSchema = z.strictObject({
  target: z
    .string()
    .min(1)
    .max(200)
    .nullable()
    .default('virtual:')
    .describe('serial:/dev/ttyACM0[?baud=9600], virtual:[port]; null where there is no reader.'),
});

const timeoutsSchema = z.strictObject({
  idleSeconds: secondsBetween(15, 600, 60).describe('Idle time before the question "still there?", in seconds.'),
  readingIdleSeconds: secondsBetween(30, 1200, 120).describe('The same on reading pages, in seconds.'),
  countdownSeconds: secondsBetween(20, 120, 20).describe(
    'Countdown after the question, in seconds (WCAG 2.2.1: 20 at least).',
  ),
});

/** HH:MM, office time. */
const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, { message: 'must be a time as 07:30' });

const openHoursSchema = z
  .array(
    z
      .strictObject({
        /** 1 Monday … 7 Sunday. */
        days: z.array(z.int().min(1).max(7)).min(1),
        from: timeOfDay,
        to: timeOfDay,
      })
      .refine(({ from, to }) => from < to, { message: 'must end after it begins' }),
  )
  .min(1);

const queueServiceSchema = z.strictObject({
  id: serviceIdSchema,
  name: bilingualSchema,
  prefix: ticketPrefixSchema,
  counter: bilingualSchema.nullable().default(null),
  /** Fields (lĩnh vực) it serves, by their names in the catalogue, and single procedures, which win over fields. */
  fields: z.array(z.string().min(1)).default([]),
  procedures: z.array(procedureCodeSchema).default([]),
  /** Null: the hours of the queue. */
  hours: openHoursSchema.nullable().default(null),
});

const queueSchema = z
  .strictObject({
    services: z
      .array(queueServiceSchema)
      .max(20)
      .default([])
      .describe('Services numbers are given for, in the order of the screen; none: the kiosk gives no numbers.'),
    hours: openHoursSchema
      .default([
        { days: [1, 2, 3, 4, 5], from: '07:30', to: '11:30' },
        { days: [1, 2, 3, 4, 5], from: '13:00', to: '17:00' },
      ])
      .describe('When numbers are given; days from 1 Monday to 7 Sunday.'),
    closedDates: z
      .array(z.iso.date())
      .default([])
      .describe('Days without numbers: public holidays and what else the office is closed for.'),
    mostTicketsAVisit: z
      .int()
      .min(1)
      .max(5)
      .default(2)
      .describe('Numbers one citizen may take, of different services.'),
    priorityKinds: z
      .array(z.strictObject({ id: priorityIdSchema, title: bilingualSchema }))
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
  .superRefine(({ services }, context) => {
    for (const key of ['id', 'prefix'] as const) {
      const seen = new Set<string>();
      for (const [index, service] of services.entries()) {
        if (seen.has(service[key])) {
          context.addIssue({ code: 'custom', path: ['services', index, key], message: `is used twice` });
        }
        seen.add(service[key]);
      }
    }
  });
export type QueueConfiguration = z.infer<typeof queueSchema>;

export const siteConfigurationSchema = z.strictObject({
  office: officeSchema,
  languages: z
    .array(z.enum(languages))
    .min(1)
    .refine((list) => new Set(list).size === list.length, { message: 'names a language twice' })
    .default(['vi', 'en'])
    .describe('Languages of the screen, the default one first.'),
  catalogue: catalogueSchema.prefault({}),
  printer: printerSchema.prefault({}),
  reader: readerSchema.prefault({}),
  queue: queueSchema.prefault({}),
  timeouts: timeoutsSchema.prefault({}),
  places: z
    .partialRecord(z.enum(places), placeDetailsSchema)
    .default({})
    .describe('Name, address and hours of the places where papers are handed in, by servedAt.'),
});
export type SiteConfiguration = z.infer<typeof siteConfigurationSchema>;
