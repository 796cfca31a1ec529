/** What a shell and its core process tell each other, besides the contract's own messages. */
import { z } from 'zod';
import { errorCodes } from '../contract/error.ts';

const kioskOptionsSchema = z.strictObject({
  configurationPath: z.string().nullable(),
  catalogueFolder: z.string(),
  dataFolder: z.string(),
});

const failureSchema = z.strictObject({ code: z.enum(errorCodes), message: z.string() });

/** From the shell. `connect` comes with a message port, in Electron only. */
export const coreOrderSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('start'),
    options: kioskOptionsSchema,
    /** The loopback server of the browser shell; null in Electron. It travels here because others can read arguments. */
    server: z
      .strictObject({ port: z.int().min(0).max(65_535), token: z.string().min(20), pageFolder: z.string() })
      .nullable(),
  }),
  z.strictObject({ kind: z.literal('connect') }),
  z.strictObject({ kind: z.literal('stop') }),
]);
export type CoreOrder = z.infer<typeof coreOrderSchema>;

/** From the core. With `startFailure` it runs, but answers every call with that failure, for the screen to show. */
export const coreReportSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ready'),
    /** Of the loopback server; null in Electron. */
    port: z.int().min(1).max(65_535).nullable(),
    entryAddress: z.string().nullable(),
    startFailure: failureSchema.nullable(),
  }),
  /** It cannot run at all, and ends. */
  z.strictObject({ kind: z.literal('refused'), failure: failureSchema }),
]);
export type CoreReport = z.infer<typeof coreReportSchema>;
export type CoreReady = Extract<CoreReport, { kind: 'ready' }>;
export type CoreFailure = z.infer<typeof failureSchema>;
