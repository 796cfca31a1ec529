/** Appointments (đặt lịch hẹn): free times as the portal tells them, and bookings. The portal alone promises. */
import { z } from 'zod';
import { cardKeySchema } from './card-key.ts';
import { bilingualSchema } from './life-event.ts';
import { timeOfDaySchema } from './moment.ts';
import { unreachableSchema } from './portal.ts';
import { procedureCodeSchema } from './procedure.ts';
import { ticketSchema } from './queue.ts';

/** Random enough that nobody guesses another's; the slip's QR says `APPOINTMENT:<code>`. */
export const appointmentCodeSchema = z.string().regex(/^[A-Z0-9]{8,16}$/u);

/** Makes a request that is repeated count once; random, made by the page for each wish of a citizen. */
export const idempotencyKeySchema = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/u);

const slotSchema = z.strictObject({
  from: timeOfDaySchema,
  until: timeOfDaySchema,
  /** Places left. */
  free: z.int().nonnegative(),
});

export const appointmentServiceSchema = z.strictObject({
  id: z.string().min(1).max(40),
  name: bilingualSchema,
  place: z.strictObject({
    name: z.string().min(1).max(160),
    address: z.string().max(200).nullable(),
    counter: z.string().max(80).nullable(),
  }),
  /** Telephone or address for whoever cannot come. */
  contact: z.string().max(160).nullable(),
});

export const slotsAnswerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('slots'),
    service: appointmentServiceSchema,
    /** Days the office is open, in order; a day whose slots are all taken stands among them. */
    days: z.array(z.strictObject({ day: z.iso.date(), slots: z.array(slotSchema).max(100) })).max(60),
  }),
  /** No appointments are given for this procedure. */
  z.strictObject({ outcome: z.literal('not-offered') }),
  unreachableSchema,
]);
export type SlotsAnswer = z.infer<typeof slotsAnswerSchema>;

export const appointmentStates = ['booked', 'checked-in', 'given-back', 'missed'] as const;

/** Without the name of who comes. */
export const appointmentSchema = z.strictObject({
  appointmentCode: appointmentCodeSchema,
  procedureCode: procedureCodeSchema,
  service: appointmentServiceSchema,
  day: z.iso.date(),
  from: timeOfDaySchema,
  until: timeOfDaySchema,
  state: z.enum(appointmentStates),
  /** UTC epochs between which the slip checks in. */
  checkInFromMs: z.number().nonnegative(),
  checkInUntilMs: z.number().nonnegative(),
});
export type Appointment = z.infer<typeof appointmentSchema>;

/** Who comes: as typed, or as it stands on the card the reader read (which the page does not know). */
export const appointmentHolderSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('name'), name: z.string().min(2).max(80) }),
  z.strictObject({ by: z.literal('card'), card: cardKeySchema }),
]);

/** `unsure`: the answer was lost on the way. Asked again with the same key nothing is booked twice. */
const unsure = z.strictObject({ outcome: z.literal('unsure') });
const full = z.strictObject({ outcome: z.literal('full') });
const notFound = z.strictObject({ outcome: z.literal('not-found') });

export const bookAnswerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('booked'), appointment: appointmentSchema }),
  /** Somebody else was quicker, or the office is closed then after all. */
  full,
  /** No name a person can have: letters are missing, or there are digits. */
  z.strictObject({ outcome: z.literal('name-unusable') }),
  z.strictObject({ outcome: z.literal('card-needed') }),
  unsure,
  unreachableSchema,
]);
export type BookAnswer = z.infer<typeof bookAnswerSchema>;

export const appointmentAnswerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('found'), appointment: appointmentSchema }),
  notFound,
  unreachableSchema,
]);
export type AppointmentAnswer = z.infer<typeof appointmentAnswerSchema>;

/** The answer to a change of time and to giving back. `settled`: it was checked in, given back or missed already. */
export const amendAnswerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('done'), appointment: appointmentSchema }),
  full,
  z.strictObject({ outcome: z.literal('settled'), appointment: appointmentSchema }),
  notFound,
  unsure,
  unreachableSchema,
]);
export type AmendAnswer = z.infer<typeof amendAnswerSchema>;

export const checkInAnswerSchema = z.discriminatedUnion('outcome', [
  /** The number is written down for good; the same one is told again where the slip is scanned again. */
  z.strictObject({
    outcome: z.literal('checked-in'),
    appointment: appointmentSchema,
    ticket: ticketSchema,
    /** Numbers of the same service given before it today. */
    givenBefore: z.int().nonnegative(),
  }),
  /** `too-early`, `too-late`, `other-day`: not within the window; `settled`: given back or missed. */
  z.strictObject({
    outcome: z.enum(['too-early', 'too-late', 'other-day', 'settled']),
    appointment: appointmentSchema,
  }),
  /** The kiosk gives no numbers for it, gives none now, or cannot write one down: the desk helps. */
  z.strictObject({ outcome: z.literal('no-number'), reason: z.enum(['no-queue', 'closed', 'no-room']) }),
  notFound,
  unsure,
  unreachableSchema,
]);
export type CheckInAnswer = z.infer<typeof checkInAnswerSchema>;
