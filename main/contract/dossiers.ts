/** Dossiers (hồ sơ): what everybody may see who knows the code, and what only proof opens (TT 01/2018 Đ16 k2 d). */
import { z } from 'zod';
import { cardKeySchema } from './card-key.ts';
import { dossierCodeSchema } from './dossier-code.ts';
import { dayOrMomentSchema } from './moment.ts';
import { unreachableSchema } from './portal.ts';
import { procedureCodeSchema } from './procedure.ts';

/** The portal's ten states, in the order of its codes 1 to 10. */
export const dossierStates = [
  'registered',
  'accepted',
  'not-accepted',
  'processing',
  'papers-needed',
  'payment-needed',
  'withdrawal-asked',
  'stopped',
  'settled',
  'returned',
] as const;
export type DossierState = (typeof dossierStates)[number];

/** The degree of completion; all that a code alone opens. `ended`: it goes no further (not accepted, withdrawn, stopped). */
export const dossierStages = ['registered', 'in-progress', 'done', 'ended'] as const;

export const dossierProgressSchema = z.strictObject({
  dossierCode: dossierCodeSchema,
  stage: z.enum(dossierStages),
  /** Per cent; 100 once the result was handed over. */
  percent: z.int().min(0).max(100),
  /** UTC epoch: when the portal said so. */
  asOfMs: z.number().nonnegative(),
});
export type DossierProgress = z.infer<typeof dossierProgressSchema>;

export const progressAnswerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('found'), progress: dossierProgressSchema }),
  z.strictObject({ outcome: z.literal('not-found') }),
  unreachableSchema,
]);
export type ProgressAnswer = z.infer<typeof progressAnswerSchema>;

/** What the citizen does next. Words of the agency are the portal's, in Vietnamese. */
export const nextStepSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wait') }),
  /** Mẫu 02: the papers asked for, why, and by when. */
  z.strictObject({
    kind: z.literal('supplement'),
    papers: z.array(z.string().min(1).max(600)).min(1).max(40),
    reason: z.string().max(800).nullable(),
    by: dayOrMomentSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('pay') }),
  z.strictObject({
    kind: z.literal('collect'),
    place: z.string().min(1).max(250),
    hours: z.string().max(200).nullable(),
    /** Besides the receipt and the identity card. */
    bring: z.array(z.string().min(1).max(400)).max(20),
  }),
  /** Nothing more to come: refused, withdrawn, stopped or handed over. */
  z.strictObject({ kind: z.literal('none'), reason: z.string().max(800).nullable() }),
]);
export type NextStep = z.infer<typeof nextStepSchema>;

/** Mẫu 04: the apology for a dossier that is late. Its new promise may be missing: then only the office can tell. */
export const latenessSchema = z.strictObject({
  promisedAt: dayOrMomentSchema,
  reason: z.string().min(1).max(800).nullable(),
  newDueAt: dayOrMomentSchema.nullable(),
});

/** A fee that is due: amount and payee come from the portal alone; the core made `qrText` of them (VietQR, EMVCo). */
export const duePaymentSchema = z.strictObject({
  amountVnd: z.int().min(1).max(99_999_999_999),
  purpose: z.string().min(1).max(300),
  payee: z.strictObject({
    name: z.string().min(1).max(160),
    bank: z.string().max(120).nullable(),
    account: z.string().max(19),
  }),
  qrText: z.string().max(287),
  payBy: dayOrMomentSchema.nullable(),
  /** Where the receipt (biên lai) is fetched. */
  receiptAt: z.string().min(1).max(250),
});
export type DuePayment = z.infer<typeof duePaymentSchema>;

/** What proof opens: the next step, the fee and the dates; never a name, an address, a telephone number. */
export const dossierSchema = z.strictObject({
  dossierCode: dossierCodeSchema,
  procedureCode: procedureCodeSchema.nullable(),
  procedureName: z.string().min(1).max(600).nullable(),
  state: z.enum(dossierStates),
  /** Oldest first; the last one is `state`. */
  history: z
    .array(
      z.strictObject({
        state: z.enum(dossierStates),
        at: dayOrMomentSchema,
        department: z.string().max(200).nullable(),
      }),
    )
    .min(1)
    .max(100),
  /** That has it now. */
  department: z.string().max(200).nullable(),
  receivedAt: dayOrMomentSchema.nullable(),
  dueAt: dayOrMomentSchema.nullable(),
  next: nextStepSchema,
  lateness: latenessSchema.nullable(),
  payment: duePaymentSchema.nullable(),
  /** A courtesy copy of Mẫu 01 can be printed. */
  hasReceipt: z.boolean(),
  /** An agency and whom to ask there. */
  agency: z.string().min(1).max(160),
  contact: z.string().max(160).nullable(),
  /** UTC epoch: when the portal said so. */
  asOfMs: z.number().nonnegative(),
});
export type Dossier = z.infer<typeof dossierSchema>;

/** Names a dossier that proof opened in this session: random; reading on and printing need it. */
export const dossierViewSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/u);

/** A number typed in is never proof: only the card the reader read just now, or a code the portal sent to the applicant. */
export const dossierProofSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('card'), card: cardKeySchema }),
  z.strictObject({ by: z.literal('one-time-code'), code: z.string().regex(/^\d{6}$/u) }),
]);
export type DossierProof = z.infer<typeof dossierProofSchema>;

/** Wrong proofs before a pause, for all dossiers of this kiosk together. */
export const mostWrongProofs = 5;

export const proveAnswerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('shown'), view: dossierViewSchema, dossier: dossierSchema }),
  /** Code and proof do not belong together; nobody is told which of them is wrong. */
  z.strictObject({ outcome: z.literal('refused'), triesLeft: z.int().min(0).max(mostWrongProofs) }),
  z.strictObject({ outcome: z.literal('paused'), untilMs: z.number().nonnegative() }),
  /** The card was read too long ago, or was used already: it is held before the reader again. */
  z.strictObject({ outcome: z.literal('card-needed') }),
  unreachableSchema,
]);
export type ProveAnswer = z.infer<typeof proveAnswerSchema>;

/** `sent` is also the answer where the portal knows no dossier or no telephone: nothing is given away. */
export const codeAnswerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('sent') }),
  z.strictObject({ outcome: z.literal('paused'), untilMs: z.number().nonnegative() }),
  unreachableSchema,
]);
export type CodeAnswer = z.infer<typeof codeAnswerSchema>;

/** The slips of an opened dossier. `receipt`: courtesy copy of Mẫu 01; `apology`: Mẫu 04. */
export const dossierSlips = ['status', 'receipt', 'apology', 'payment'] as const;
export type DossierSlip = (typeof dossierSlips)[number];
