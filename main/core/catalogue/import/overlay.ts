/**
 * One office's sheet: what only the office knows of the procedures it serves, its notices and its hours (docs/catalogue.md §7,
 * §11). It changes the kiosk of that office without a new catalogue, and every sentence of it is shown as the office's.
 */
import { z } from 'zod';
import { daySchema } from '../../../contract/moment.ts';
import { noticeSchema } from '../../../contract/notices.ts';
import { places, procedureCodeSchema } from '../../../contract/procedure.ts';
import { openHoursSchema } from '../../office-calendar/open-hours-schema.ts';

export const overlayProcedureSchema = z.strictObject({
  /** Where this office's citizens hand in; overrules rules and hand-written entries. */
  servedAt: z.enum(places).optional(),
  /** E.g. "Quầy số 3 – Tư pháp". */
  counter: z.string().min(1).max(120).optional(),
  /** The fee set by the province's council, which no national text holds. */
  localFee: z
    .strictObject({
      /** In words for citizens, e.g. "8.000 đồng một việc". "Miễn" must stand here where it is free. */
      text: z.string().min(1).max(400),
      /** Whole đồng; null where one number does not tell it. */
      amountVnd: z.int().nonnegative().nullable(),
      /** The paper that sets it, e.g. "NQ 08/2025/NQ-HĐND". */
      decision: z.string().min(1).max(120),
    })
    .optional(),
  note: z.string().min(1).max(400).optional(),
  /** Not shown in lists or search of this kiosk. */
  hidden: z.boolean().optional(),
  /** First in its lists. */
  pinned: z.boolean().optional(),
  /** Local words for it, added to the others. */
  aliases: z.array(z.string().min(1).max(120)).optional(),
  /** Full (toàn trình) or partial (một phần) online service, which the export does not tell. */
  onlineService: z.enum(['full', 'part']).optional(),
});
export type OverlayProcedure = z.infer<typeof overlayProcedureSchema>;

const days = z.array(daySchema).max(200);

/** Whose a sheet is: a city's stands under those of its offices, and what it says is shown as the city's. */
export const sheetScopes = ['office', 'city'] as const;

export const overlaySchema = z
  .strictObject({
    /** Name of the office, or of the city. */
    office: z.string().min(1).max(120),
    /** Left out: an office's where it lies alone, a city's where an office's own sheet lies over it. */
    scope: z.enum(sheetScopes).optional(),
    /** The office's province by its name since 1 July 2025, e.g. "Hồ Chí Minh"; its own rules replace national ones. Null: not told. */
    province: z.string().min(1).max(40).nullable(),
    /** The day the sheet was last checked. */
    updatedDate: z.iso.date(),
    procedures: z.record(procedureCodeSchema, overlayProcedureSchema),
    /** Short words to citizens, for a time (contract/notices.ts). */
    notices: z.array(noticeSchema).max(50).optional(),
    /** Hours and days as the site's configuration writes them (`calendar.hours`, `closedDates`, `workedDates`), in its place. */
    openingHours: openHoursSchema.optional(),
    closedDates: days.optional(),
    workedDates: days.optional(),
    /** Hours in words, in the place of the configuration's `office.hours`. */
    hours: z.string().min(1).max(200).optional(),
    /** Where help is found, in the place of the configuration's `office.helpDesk`. */
    helpDesk: z.string().min(1).max(200).optional(),
  })
  .superRefine(({ notices = [], closedDates = [], workedDates = [] }, context) => {
    for (const [index, { id }] of notices.entries()) {
      if (notices.findIndex((notice) => notice.id === id) !== index) {
        context.addIssue({ code: 'custom', path: ['notices', index, 'id'], message: 'stands twice' });
      }
    }
    for (const [index, day] of workedDates.entries()) {
      if (closedDates.includes(day)) {
        context.addIssue({ code: 'custom', path: ['workedDates', index], message: 'is among the closed dates too' });
      }
    }
  });
export type Overlay = z.infer<typeof overlaySchema>;

/** What the sheet says of one procedure; null where it says nothing. */
export function overlayFor<Said extends OverlayProcedure>(
  overlay: { readonly procedures: Readonly<Record<string, Said>> } | null,
  code: string,
): Said | null {
  return overlay && Object.hasOwn(overlay.procedures, code) ? (overlay.procedures[code] ?? null) : null;
}
