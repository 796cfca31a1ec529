/**
 * One office's sheet: what only the office knows of the procedures it serves (docs/catalogue.md §7). It changes the kiosk of that
 * office without a new catalogue, and every sentence of it is shown as the office's.
 */
import { z } from 'zod';
import { places, procedureCodeSchema } from '../../../contract/procedure.ts';

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

export const overlaySchema = z.strictObject({
  office: z.string().min(1).max(120),
  /** The office's province by its name since 1 July 2025, e.g. "Hồ Chí Minh"; its own rules replace national ones. Null: not told. */
  province: z.string().min(1).max(40).nullable(),
  /** The day the sheet was last checked. */
  updatedDate: z.iso.date(),
  procedures: z.record(procedureCodeSchema, overlayProcedureSchema),
});
export type Overlay = z.infer<typeof overlaySchema>;

/** What the sheet says of one procedure; null where it says nothing. */
export function overlayFor(overlay: Overlay | null, code: string): OverlayProcedure | null {
  return overlay && Object.hasOwn(overlay.procedures, code) ? (overlay.procedures[code] ?? null) : null;
}
