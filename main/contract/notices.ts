/** Short notices for citizens ("hệ thống hộ tịch tạm dừng"): the city's travel in the catalogue, the office's in its own sheet. */
import { z } from 'zod';
import { procedureCodeSchema } from './procedure.ts';

export const noticeSchema = z.strictObject({
  /** Names the notice among those of its author. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/u),
  /** `warning`: something does not work as usual. */
  kind: z.enum(['information', 'warning']),
  /** Vietnamese first; English null where nobody wrote it. */
  text: z.strictObject({ vi: z.string().min(1).max(300), en: z.string().min(1).max(300).nullable() }),
  /** UTC epoch; shown from then on. */
  fromMs: z.number().nonnegative(),
  /** UTC epoch; not shown from then on. Null: until the next release leaves it out. */
  untilMs: z.number().positive().nullable(),
  /** Shown beside these procedures besides; none: on the first screens alone. */
  procedureCodes: z.array(procedureCodeSchema).max(50).default([]),
});
export type Notice = z.infer<typeof noticeSchema>;

/** A notice as the page shows it now. */
export const shownNoticeSchema = noticeSchema.extend({ origin: z.enum(['city', 'office']) });
export type ShownNotice = z.infer<typeof shownNoticeSchema>;
