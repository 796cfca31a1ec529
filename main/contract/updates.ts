/** Catalogue updates as staff see them: what is shown, what is on its way, what was refused and why. */
import { z } from 'zod';
import { catalogueSummarySchema } from './kiosk.ts';

/** Whence a release came. */
export const updateSources = ['network', 'push', 'stick'] as const;
export type UpdateSource = (typeof updateSources)[number];

/**
 * Why an update was not taken; names of metrics' labels, never renamed. `bad-signature` is everything TUF's signatures and
 * versions refuse; `frozen`: the signed dates have run out; `wrong-content`: signed, and yet no catalogue.
 */
export const updateFailures = [
  'no-trust',
  'unreachable',
  'timeout',
  'too-slow',
  'too-large',
  'bad-answer',
  'bad-signature',
  'rollback',
  'frozen',
  'wrong-hash',
  'wrong-content',
  'software-too-old',
  'refused-before',
  'smoke-test',
  'disk-full',
  'internal',
] as const;
export type UpdateFailure = (typeof updateFailures)[number];

/** `waiting`: staged, taken as soon as no citizen stands before the kiosk. */
export const updatePhases = ['idle', 'checking', 'downloading', 'building', 'waiting', 'trial'] as const;

export const updateProgressSchema = z.strictObject({
  phase: z.enum(updatePhases),
  source: z.enum(updateSources).nullable(),
  /** Number of the release that is on its way; null before it is known. */
  number: z.int().positive().nullable(),
  /** 0 ≤ share ≤ 1 of the phase; null where it cannot be told. */
  share: z.number().min(0).max(1).nullable(),
});
export type UpdateProgress = z.infer<typeof updateProgressSchema>;

const failureSchema = z.strictObject({
  /** UTC epoch. */
  atMs: z.number().nonnegative(),
  source: z.enum(updateSources),
  reason: z.enum(updateFailures),
  /** For staff, in English; no address with a secret, no personal data. */
  detail: z.string().max(400),
});
export type UpdateFailureRecord = z.infer<typeof failureSchema>;

/** A release that lies on this kiosk. */
export const keptReleaseSchema = z.strictObject({
  number: z.int().nonnegative(),
  /** Null for the catalogue that came with the software. */
  publishedAtMs: z.number().nonnegative().nullable(),
  dataDate: z.iso.date(),
  state: z.enum(['shown', 'former', 'refused']),
});
export type KeptRelease = z.infer<typeof keptReleaseSchema>;

/** A stick whose release was verified and waits for a member of staff. */
export const offeredStickSchema = z.strictObject({
  /** Name of the folder it is mounted at. */
  name: z.string().max(120),
  number: z.int().positive(),
  publishedAtMs: z.number().nonnegative(),
  /** False where the kiosk shows the same or a newer one. */
  isNewer: z.boolean(),
});
export type OfferedStick = z.infer<typeof offeredStickSchema>;

export const updatesOverviewSchema = z.strictObject({
  /** Null: no root of trust is installed, no update is accepted. The fingerprint is the SHA-256 (hex) of the installed root's bytes. */
  trust: z.strictObject({ fingerprint: z.string(), rootVersion: z.int().positive() }).nullable(),
  shown: z.strictObject({
    number: z.int().nonnegative(),
    publishedAtMs: z.number().nonnegative().nullable(),
    /** When this kiosk took it; null for the bundled one. */
    committedAtMs: z.number().nonnegative().nullable(),
    origin: z.enum(['bundled', 'release']),
    /** The office whose sheet is in it; null where none is. */
    office: z.string().nullable(),
    catalogue: catalogueSummarySchema,
  }),
  progress: updateProgressSchema,
  /** Last time the repository was seen whole and fresh, whether it had something new or not. */
  lastSuccessAtMs: z.number().nonnegative().nullable(),
  lastCheck: z.strictObject({ atMs: z.number().nonnegative(), source: z.enum(updateSources) }).nullable(),
  /** Of the last check, null where it went well. */
  failure: failureSchema.nullable(),
  /** The newest first, since the kiosk remembers; at most 20. */
  recentFailures: z.array(failureSchema).max(20),
  /** Null where no repository is configured. */
  nextCheckAtMs: z.number().nonnegative().nullable(),
  /** False: the clock stands before a time that was certainly reached. */
  isClockSure: z.boolean(),
  kept: z.array(keptReleaseSchema),
  /** Whether there is a former release to go back to. */
  canRollBack: z.boolean(),
  stick: offeredStickSchema.nullable(),
});
export type UpdatesOverview = z.infer<typeof updatesOverviewSchema>;

/** What became of an order to check, to take a stick's release or to go back. */
export const updateOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('current'), number: z.int().nonnegative() }),
  z.strictObject({ kind: z.literal('committed'), number: z.int().nonnegative() }),
  /** Taken when nobody stands before the kiosk; 0 where that is the catalogue that came with the software. */
  z.strictObject({ kind: z.literal('waiting'), number: z.int().nonnegative() }),
  z.strictObject({ kind: z.literal('failed'), reason: z.enum(updateFailures), detail: z.string().max(400) }),
  /** Another update is on its way. */
  z.strictObject({ kind: z.literal('busy') }),
]);
export type UpdateOutcome = z.infer<typeof updateOutcomeSchema>;
