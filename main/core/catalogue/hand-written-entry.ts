/**
 * The project's own source format: one procedure a JSON file, named `<code>.json`, written by hand in plain words.
 * An entry is whole by itself, so that a kiosk without the national export can show it.
 */
import { z } from 'zod';
import {
  audiences,
  channels,
  citizenDeadlineSchema,
  documentGroupKinds,
  documentNeedSchema,
  englishSchema,
  feeKinds,
  legalBasisSchema,
  levels,
  onlineServices,
  places,
  procedureCodeSchema,
  processingTimeSchema,
  stepSchema,
} from '../../contract/procedure.ts';

const entryFeeSchema = z.strictObject({
  kind: z.enum(feeKinds),
  amountVnd: z.int().positive().nullable().default(null),
  text: z.string(),
  exemption: z.boolean().default(false),
  validUntil: z.iso.date().nullable().default(null),
  legalBasis: z.string().nullable().default(null),
});

const entryDocumentSchema = z.strictObject({
  /** At most 120 characters, so that a line of the slip never has to be cut. */
  name: z.string().min(1).max(120),
  originals: z.int().nonnegative(),
  copies: z.int().nonnegative(),
  need: documentNeedSchema,
  formNumber: z.string().nullable().default(null),
  hint: z.string().max(240).nullable().default(null),
});

export const handWrittenEntrySchema = z.strictObject({
  code: procedureCodeSchema,
  decisionNumber: z.string().nullable(),
  /** The official name, word by word. */
  name: z.string().min(1),
  shortTitle: z.string().min(1).max(60),
  summary: z.string().min(1),
  english: englishSchema,
  aliases: z.array(z.string().min(1)),
  level: z.enum(levels),
  field: z.string().min(1),
  servedAt: z.enum(places),
  audience: z.array(z.enum(audiences)).min(1),
  applicants: z.array(z.string()),
  steps: z.array(stepSchema).min(1),
  submissionMethods: z
    .array(
      z.strictObject({
        channel: z.enum(channels),
        processingTime: processingTimeSchema,
        fees: z.array(entryFeeSchema),
        note: z.string().nullable().default(null),
      }),
    )
    .min(1),
  documentGroups: z.array(
    z.strictObject({
      kind: z.enum(documentGroupKinds),
      title: z.string().nullable(),
      documents: z.array(entryDocumentSchema),
      notes: z.array(z.string()).default([]),
    }),
  ),
  results: z.array(z.string()).min(1),
  legalBases: z.array(legalBasisSchema).min(1),
  conditions: z.string().nullable(),
  onlineService: z.enum(onlineServices),
  citizenDeadline: citizenDeadlineSchema.nullable().default(null),
  /** Left out: as the importer reads the national record. Null: no such rule for all of it, whatever was read there. */
  sameDayUntil: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .nullable()
    .optional(),
  commonMistakes: z.array(z.string()),
  source: z.strictObject({
    /** SHA-256 of the national facts this was written against (`kioskctl catalogue facts <code>` prints it). */
    factsSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
    /** The day those facts were published, or the first day of the month where only that is known. */
    factsDate: z.iso.date(),
    reviewedDate: z.iso.date(),
    reviewedByRole: z.string().min(1),
  }),
});
export type HandWrittenEntry = z.infer<typeof handWrittenEntrySchema>;
