/** What passes between the kiosk and the worker that makes a catalogue. */
import { z } from 'zod';
import type { CatalogueMakingReason, CatalogueOrder, MadeCatalogue } from '../../core/ports.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

/** The worker's only order, handed over as it starts. */
export const makerOrderSchema: z.ZodType<CatalogueOrder> = z.strictObject({
  snapshotPath: z.string(),
  snapshotRowsSha256: sha256,
  deltaPath: z.string().nullable(),
  rowsSha256: sha256,
  maximumUnpackedBytes: z.int().positive(),
  sheetPath: z.string().nullable(),
  outputFolder: z.string(),
});

const reasons = [
  'wrong-hash',
  'wrong-content',
  'software-too-old',
  'disk-full',
  'too-large',
  'internal',
] as const satisfies readonly CatalogueMakingReason[];

/** The worker's words. The last one is `made` or `failed`. */
export const makerReportSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('share'), share: z.number().min(0).max(1) }),
  z.strictObject({
    kind: z.literal('made'),
    made: z.strictObject({
      version: z.string(),
      procedureCount: z.int().positive(),
      durationMs: z.number().nonnegative(),
    }) satisfies z.ZodType<MadeCatalogue>,
  }),
  z.strictObject({ kind: z.literal('failed'), reason: z.enum(reasons), message: z.string() }),
]);
export type MakerReport = z.infer<typeof makerReportSchema>;
