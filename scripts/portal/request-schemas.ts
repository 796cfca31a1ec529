/** Requests as the portal takes them: exactly the fields of docs/portal-api.yaml, nothing else beside. */
import { z } from 'zod';
import { idempotencyKeySchema } from '../../main/contract/appointments.ts';
import { dossierCodeSchema } from '../../main/contract/dossier-code.ts';
import { printerStates } from '../../main/contract/kiosk.ts';
import { daySchema, momentSchema, timeOfDaySchema } from '../../main/contract/moment.ts';
import { procedureCodeSchema } from '../../main/contract/procedure.ts';
import { readerStates } from '../../main/contract/reader-status.ts';

export const detailRequestSchema = z.strictObject({
  proof: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('card'),
      identityNumber: z.string().regex(/^[0-9]{12}$/u),
      birthDate: daySchema,
      issuedOn: daySchema.nullable(),
    }),
    z.strictObject({ kind: z.literal('one-time-code'), code: z.string().regex(/^[0-9]{6}$/u) }),
  ]),
});

export const slotsQuerySchema = z.strictObject({
  procedure: procedureCodeSchema,
  days: z
    .string()
    .regex(/^[0-9]{1,2}$/u)
    .transform(Number)
    .pipe(z.int().min(1).max(60)),
});

export const giveBackQuerySchema = z.strictObject({ key: idempotencyKeySchema });

export const bookingRequestSchema = z.strictObject({
  procedureCode: procedureCodeSchema,
  day: daySchema,
  from: timeOfDaySchema,
  name: z.string().min(2).max(80),
});
export type BookingRequest = z.infer<typeof bookingRequestSchema>;

export const changeRequestSchema = z.strictObject({ day: daySchema, from: timeOfDaySchema });
export type ChangeRequest = z.infer<typeof changeRequestSchema>;

export const ratingSchema = z.strictObject({
  level: z.enum(['very-satisfied', 'satisfied', 'not-satisfied']),
  ratedOn: daySchema,
  procedureCode: procedureCodeSchema.nullable(),
  dossierCode: dossierCodeSchema.nullable(),
  indicators: z
    .array(z.strictObject({ number: z.int().min(1).max(9), points: z.int().min(0).max(2) }))
    .max(9)
    .refine((list) => new Set(list.map(({ number }) => number)).size === list.length),
});
export type Rating = z.infer<typeof ratingSchema>;

export const heartbeatSchema = z.strictObject({
  software: z.string().min(1).max(40),
  catalogueVersion: z.string().min(1).max(100),
  catalogueDate: daySchema.nullable(),
  startedAt: momentSchema,
  clock: momentSchema,
  printer: z.strictObject({
    state: z.enum(printerStates),
    paper: z.enum(['enough', 'near-end', 'out', 'unknown']),
  }),
  reader: z.enum(readerStates),
});
export type Heartbeat = z.infer<typeof heartbeatSchema>;
