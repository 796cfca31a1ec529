/** What the core tells the page unasked. */
import { z } from 'zod';
import { printerStatusSchema } from './kiosk.ts';
import { printJobSchema } from './printing.ts';
import { procedureCodeSchema } from './procedure.ts';

export const events = {
  'printer.changed': printerStatusSchema,
  /** Each change of a print job, staff's jobs among them. */
  'printJob.changed': printJobSchema,
  /** Something was held before the reader. `unknown` tells only that it was read, never what stood there. */
  'scan.received': z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('procedure'), code: procedureCodeSchema }),
    z.strictObject({ kind: z.literal('unknown') }),
  ]),
} as const;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<E extends EventName> = z.infer<Events[E]>;
