/** What the benches ask of a child process, and what it answers: one engine at one size, alone in its process. */
import { z } from 'zod';
import { textKinds } from '../bench-search/procedure-text.ts';

export const searchMeasurementSchema = z.discriminatedUnion('phase', [
  z.strictObject({
    phase: z.literal('build'),
    engine: z.string(),
    text: z.enum(textKinds),
    indexPath: z.string(),
    catalogueFolder: z.string(),
    /** Procedures in all; more than the catalogue holds are made (`widen-catalogue.ts`). */
    procedures: z.int().positive(),
    provinces: z.array(z.string()).min(1),
  }),
  z.strictObject({
    phase: z.literal('open'),
    engine: z.string(),
    text: z.enum(textKinds),
    indexPath: z.string(),
    questions: z.array(z.string()).min(1),
    /** Keystrokes are as many as fit into this time, but never fewer than `leastKeystrokes`. */
    budgetMs: z.number().positive(),
    leastKeystrokes: z.int().positive(),
  }),
]);
export type SearchMeasurement = z.infer<typeof searchMeasurementSchema>;

export const builtSchema = z.strictObject({ procedures: z.int(), seconds: z.number(), indexBytes: z.int() });
export type BuiltIndex = z.infer<typeof builtSchema>;

export const openedSchema = z.strictObject({
  loadMs: z.number(),
  /** What the loaded index keeps of the JavaScript heap and of buffers outside it, after a collection. */
  heapBytes: z.number(),
  /** By how much the process grew until its last keystroke. */
  residentBytes: z.number(),
  keystroke: z.strictObject({ p50: z.number(), p95: z.number(), p99: z.number(), count: z.int() }),
  /** Of how many. */
  keystrokes: z.int(),
});
export type OpenedIndex = z.infer<typeof openedSchema>;
