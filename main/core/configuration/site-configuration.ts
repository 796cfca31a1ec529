/**
 * The site's configuration: one JSON file an office writes. Every key has a default but `office.name`;
 * `docs/configuration.md` lists them with unit, range and default (a test compares).
 */
import { z } from 'zod';
import { catalogueProfiles, languages, placeDetailsSchema } from '../../contract/kiosk.ts';
import { places } from '../../contract/procedure.ts';
import { printerProfileNames, printerProfileSchema } from '../printer-profile.ts';
import { appointmentsSchema } from './appointments-schema.ts';
import { calendarSchema } from './calendar-schema.ts';
import { metricsSchema } from './metrics-schema.ts';
import { portalSchema } from './portal-schema.ts';
import { queueSchema } from './queue-schema.ts';
import { readerSchema } from './reader-schema.ts';
import { updatesSchema } from './updates-schema.ts';

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
  jobSeconds: secondsBetween(30, 600, 120).describe(
    'How long a slip may wait to be printed, in seconds; staff’s have longer the more of theirs wait.',
  ),
  handSeconds: secondsBetween(30, 1800, 180).describe(
    'How long a slip on its way waits for a hand (paper, cover) before it is given up, in seconds.',
  ),
  rollMetres: z.number().min(1).max(300).default(60).describe('Length of a new paper roll, in metres.'),
  maximumSlipMillimetres: z
    .int()
    .min(150)
    .max(1000)
    .default(600)
    .describe('Longest slip, in millimetres; twice as long in large print.'),
});

const timeoutsSchema = z.strictObject({
  idleSeconds: secondsBetween(15, 600, 60).describe('Idle time before the question "still there?", in seconds.'),
  readingIdleSeconds: secondsBetween(30, 1200, 120).describe('The same on reading pages, in seconds.'),
  countdownSeconds: secondsBetween(20, 120, 20).describe(
    'Countdown after the question, in seconds (WCAG 2.2.1: 20 at least).',
  ),
});

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
  calendar: calendarSchema.prefault({}),
  queue: queueSchema.prefault({}),
  portal: portalSchema.prefault({}),
  appointments: appointmentsSchema.prefault({}),
  updates: updatesSchema.prefault({}),
  metrics: metricsSchema.prefault({}),
  timeouts: timeoutsSchema.prefault({}),
  places: z
    .partialRecord(z.enum(places), placeDetailsSchema)
    .default({})
    .describe('Name, address and hours of the places where papers are handed in, by servedAt.'),
});
export type SiteConfiguration = z.infer<typeof siteConfigurationSchema>;
