/** Queue tickets ("Lấy số"): the services a kiosk gives numbers for, and the numbers. */
import { z } from 'zod';
import { bilingualSchema } from './life-event.ts';
import { procedureCodeSchema } from './procedure.ts';

/** Prefix and daily counter, at least three digits: e.g. A001. */
export const ticketNumberSchema = z.string().regex(/^[A-Z]{1,2}\d{3,5}$/u);
export const ticketPrefixSchema = z.string().regex(/^[A-Z]{1,2}$/u);
export const serviceIdSchema = z.string().regex(/^[a-z0-9-]{1,40}$/u);
export const priorityIdSchema = z.string().regex(/^[a-z0-9-]{1,40}$/u);

/**
 * Names one citizen's visit to the core: random, made anew by the page for each citizen, and forgotten by the core with
 * `session.end`. What a visit took can be shown and printed again by that visit only.
 */
export const visitSchema = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/u);

/** Whether numbers are given now. `opensAtMs`: UTC epoch, null where no opening is foreseen in the next 14 days. */
export const openingSchema = z.discriminatedUnion('isOpen', [
  z.strictObject({ isOpen: z.literal(true), closesAtMs: z.number().nonnegative() }),
  z.strictObject({ isOpen: z.literal(false), opensAtMs: z.number().nonnegative().nullable() }),
]);
export type Opening = z.infer<typeof openingSchema>;

export const queueServiceSchema = z.strictObject({
  id: serviceIdSchema,
  name: bilingualSchema,
  prefix: ticketPrefixSchema,
  /** Where it is called to, e.g. "Quầy 1"; null where the office names none. */
  counter: bilingualSchema.nullable(),
  /** The one procedure it is for, whose fee the list shows; null where it serves several. */
  procedureCode: procedureCodeSchema.nullable(),
  opening: openingSchema,
  /** Numbers given today. Without counters that call, nobody knows how many wait. */
  givenToday: z.int().nonnegative(),
});
export type QueueService = z.infer<typeof queueServiceSchema>;

export const priorityKindSchema = z.strictObject({ id: priorityIdSchema, title: bilingualSchema });
export type PriorityKind = z.infer<typeof priorityKindSchema>;

export const ticketSchema = z.strictObject({
  number: ticketNumberSchema,
  /** The office's date it is valid on. */
  day: z.iso.date(),
  serviceId: serviceIdSchema,
  serviceName: bilingualSchema,
  counter: bilingualSchema.nullable(),
  /** As the citizen said; nobody proves anything at the kiosk. */
  priority: priorityKindSchema.nullable(),
  /** UTC epoch. */
  takenAtMs: z.number().nonnegative(),
});
export type Ticket = z.infer<typeof ticketSchema>;

export const takeOutcomeSchema = z.discriminatedUnion('outcome', [
  /** Written down for good before this is answered. */
  z.strictObject({ outcome: z.literal('taken'), ticket: ticketSchema }),
  /** This visit has a number of this service already; also the answer to a call that was repeated. */
  z.strictObject({ outcome: z.literal('already-taken'), ticket: ticketSchema }),
  /** This visit has as many as one may take. */
  z.strictObject({ outcome: z.literal('too-many'), tickets: z.array(ticketSchema).min(1) }),
  z.strictObject({ outcome: z.literal('closed'), opensAtMs: z.number().nonnegative().nullable() }),
  /** The kiosk cannot write a number down for good (disk full or out of order), so it gives none. */
  z.strictObject({ outcome: z.literal('no-room') }),
]);
export type TakeOutcome = z.infer<typeof takeOutcomeSchema>;

/** Where a number stands among today's of its service. Without counters that call, nobody knows how many wait. */
export const ticketPlaceSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('today'),
    ticket: ticketSchema,
    /** Numbers of the same service given before it and after it today. */
    givenBefore: z.int().nonnegative(),
    givenAfter: z.int().nonnegative(),
  }),
  /** A number of another day. */
  z.strictObject({ outcome: z.literal('other-day'), day: z.iso.date() }),
  /** This kiosk gave no such number today. */
  z.strictObject({ outcome: z.literal('not-found') }),
]);
export type TicketPlace = z.infer<typeof ticketPlaceSchema>;

/** Today's numbers as staff see them. */
export const ticketsTodaySchema = z.strictObject({
  day: z.iso.date(),
  services: z.array(
    z.strictObject({
      id: serviceIdSchema,
      name: bilingualSchema,
      prefix: ticketPrefixSchema,
      given: z.int().nonnegative(),
      givenWithPriority: z.int().nonnegative(),
      lastNumber: ticketNumberSchema.nullable(),
    }),
  ),
  /** In the order they were given. */
  tickets: z.array(
    z.strictObject({
      number: ticketNumberSchema,
      serviceId: serviceIdSchema,
      /** UTC epoch. */
      takenAtMs: z.number().nonnegative(),
      priorityId: priorityIdSchema.nullable(),
      procedureCode: procedureCodeSchema.nullable(),
    }),
  ),
});
export type TicketsToday = z.infer<typeof ticketsTodaySchema>;
