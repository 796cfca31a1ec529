/**
 * The bodies of the portal's API (docs/portal-api.yaml), as the kiosk takes them: what else stands in them is dropped, but
 * in `next`, `lateness` and `service`, which are closed there (`additionalProperties: false`).
 */
import { z } from 'zod';
import { appointmentCodeSchema, appointmentServiceSchema, appointmentStates } from '../../contract/appointments.ts';
import { dossierCodeSchema } from '../../contract/dossier-code.ts';
import { dossierStages, dossierStates, latenessSchema, nextStepSchema } from '../../contract/dossiers.ts';
import { dayOrMomentSchema, daySchema, momentSchema, timeOfDaySchema } from '../../contract/moment.ts';
import { procedureCodeSchema } from '../../contract/procedure.ts';

const words = (most: number) => z.string().min(1).max(most);

/** `GET /v1/dossiers/{code}/progress`: the public part. */
export const wireProgressSchema = z.object({
  dossierCode: dossierCodeSchema,
  stage: z.enum(dossierStages),
  percent: z.int().min(0).max(100),
  asOf: momentSchema,
});

/** A fee that is due. BIN of the payee's bank and account number; the kiosk makes the VietQR of them itself. */
const wirePaymentSchema = z.object({
  amountVnd: z.int().min(1).max(99_999_999_999),
  purpose: words(300),
  payee: z.object({
    name: words(160),
    bank: z.string().max(120).nullable(),
    bankBin: z.string().regex(/^\d{6}$/u),
    account: z.string().regex(/^[A-Za-z0-9]{1,19}$/u),
  }),
  payBy: dayOrMomentSchema.nullable(),
  receiptAt: words(250),
});
export type WirePayment = z.infer<typeof wirePaymentSchema>;

/** The fields of Mẫu 01 that name no person. */
const wireReceiptSchema = z.object({
  parentAgency: z.string().max(160).nullable(),
  number: z.string().max(60).nullable(),
  request: words(600),
  papers: z
    .array(z.object({ name: words(600), count: z.string().max(40).nullable() }))
    .min(1)
    .max(100),
  sets: z.int().min(1).max(99).nullable(),
  processingTime: z.string().max(160).nullable(),
  receivedAt: momentSchema,
  collectAt: z.string().max(250).nullable(),
  book: z.object({ volume: z.string().max(20).nullable(), entry: words(20) }).nullable(),
});
export type WireReceipt = z.infer<typeof wireReceiptSchema>;

/** `POST /v1/dossiers/{code}/detail`: what proof opens. */
export const wireDossierSchema = z.object({
  dossierCode: dossierCodeSchema,
  procedureCode: procedureCodeSchema.nullable(),
  procedureName: words(600).nullable(),
  state: z.enum(dossierStates),
  history: z
    .array(
      z.object({ state: z.enum(dossierStates), at: dayOrMomentSchema, department: z.string().max(200).nullable() }),
    )
    .min(1)
    .max(100),
  department: z.string().max(200).nullable(),
  receivedAt: dayOrMomentSchema.nullable(),
  dueAt: dayOrMomentSchema.nullable(),
  next: nextStepSchema,
  lateness: latenessSchema.nullable(),
  payment: wirePaymentSchema.nullable(),
  receipt: wireReceiptSchema.nullable(),
  agency: words(160),
  contact: z.string().max(160).nullable(),
  asOf: momentSchema,
});
export type WireDossier = z.infer<typeof wireDossierSchema>;

/** The body of `POST /v1/dossiers/{code}/detail`. Number, birth and issue date together: a receipt carries the number alone. */
export type WireProof =
  | {
      readonly kind: 'card';
      readonly identityNumber: string;
      readonly birthDate: string;
      readonly issuedOn: string | null;
    }
  | { readonly kind: 'one-time-code'; readonly code: string };

/** `GET /v1/appointment-slots?procedure=&days=`. */
export const wireSlotsSchema = z.object({
  service: appointmentServiceSchema,
  days: z
    .array(
      z.object({
        day: daySchema,
        slots: z
          .array(z.object({ from: timeOfDaySchema, until: timeOfDaySchema, free: z.int().nonnegative() }))
          .max(100),
      }),
    )
    .max(60),
});
export type WireSlots = z.infer<typeof wireSlotsSchema>;

/** An appointment, in every answer that has one. */
export const wireAppointmentSchema = z.object({
  appointmentCode: appointmentCodeSchema,
  procedureCode: procedureCodeSchema,
  service: appointmentServiceSchema,
  day: daySchema,
  from: timeOfDaySchema,
  until: timeOfDaySchema,
  state: z.enum(appointmentStates),
  checkInFrom: momentSchema,
  checkInUntil: momentSchema,
});
export type WireAppointment = z.infer<typeof wireAppointmentSchema>;

/** What `problem+json` bodies (RFC 9457) carry besides `title` and `status`. */
export const problemCodes = [
  'not-found',
  'unauthorised',
  'invalid-request',
  /** Code and proof do not belong together. */
  'proof-refused',
  /** Too many wrong proofs of this dossier, or too many one-time codes. */
  'paused',
  /** Too many requests of this kiosk. */
  'rate-limited',
  'not-offered',
  'slot-full',
  'too-early',
  'too-late',
  'other-day',
  /** Checked in, given back or missed already. */
  'settled',
  'key-reused',
] as const;

export const problemSchema = z.object({
  code: z.enum(problemCodes),
  title: z.string().max(200),
  /** Of the appointment that cannot be changed or checked in. */
  appointment: wireAppointmentSchema.optional(),
});
