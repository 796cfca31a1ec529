/** What a catalogue update changed, for staff. */
import { z } from 'zod';
import { daySchema, momentSchema } from '../../../contract/moment.ts';
import { procedureCodeSchema } from '../../../contract/procedure.ts';
import { orNothing, wordsUpTo } from './fact-schemas.ts';

const catalogueSchema = z.strictObject({
  version: wordsUpTo(60),
  /** The day its facts were published. */
  dataDate: daySchema,
});

const count = z.int().min(0).max(99_999);

export const updateReportFactsSchema = z.strictObject({
  /** Name of the kiosk. */
  kiosk: wordsUpTo(120),
  updatedAt: momentSchema,
  /** Null for the first catalogue of a kiosk. */
  from: orNothing(catalogueSchema),
  to: catalogueSchema,
  /** Procedures. */
  added: count,
  changed: count,
  removed: count,
  /** Fees and times that read differently now. */
  changes: z
    .array(
      z.strictObject({
        code: procedureCodeSchema,
        title: wordsUpTo(300),
        what: z.enum(['fee', 'time']),
        before: wordsUpTo(200),
        after: wordsUpTo(200),
      }),
    )
    .max(1_000)
    .default([]),
});
export type UpdateReportFacts = z.infer<typeof updateReportFactsSchema>;
