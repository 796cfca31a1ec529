/** What the core tells the page unasked. */
import { z } from 'zod';
import { printerStatusSchema } from './kiosk.ts';
import { printJobSchema } from './printing.ts';
import { readerStatusSchema } from './reader-status.ts';
import { scanNoticeSchema } from './scanning.ts';
import { updateProgressSchema } from './updates.ts';

export const events = {
  'printer.changed': printerStatusSchema,
  /** Each change of a print job, staff's jobs among them. */
  'printJob.changed': printJobSchema,
  'reader.changed': readerStatusSchema,
  /** Something was held before the reader, or typed by it. */
  'scan.received': scanNoticeSchema,
  /** Another catalogue is shown from now on: whatever was asked of the former one is asked anew. */
  'catalogue.changed': z.strictObject({}),
  /** For staff's screen. */
  'update.progress': updateProgressSchema,
} as const;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<E extends EventName> = z.infer<Events[E]>;
