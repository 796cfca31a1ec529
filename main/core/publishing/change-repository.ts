/**
 * Puts a new state into a repository: targets first, then metadata in the order in which it names one another, the timestamp
 * by a rename, a new root last. Whoever reads meanwhile, and whatever stands there after a cut, is the former state or the new.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { storedTargetPath } from '../releases/repository-paths.ts';
import { expiryAfter, type MetadataLifetimes } from './metadata-lifetimes.ts';
import type { RepositoryState } from './read-repository.ts';
import { metadataPath, storedVersions, timestampPath } from './repository-files.ts';
import { type KeyRing, roleKeysOf, signatureFault, signersFor, type TopRole } from './role-signers.ts';
import { type JsonObject, type SignedFile, signFile } from './signed-file.ts';
import type { SigningKey } from './signing-key.ts';
import { writeDraft, writeDurably } from './write-durably.ts';

export interface Signing {
  readonly ring: KeyRing;
  readonly lifetimes: MetadataLifetimes;
  /** UTC epoch. */
  readonly nowMs: number;
}

export interface RepositoryChange {
  /** The next root, signed. */
  readonly root?: SignedFile<'root'>;
  /** New files by their target path. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
  /** Content of the next targets metadata; none leaves it as it is. */
  readonly targets?: TargetsContent;
  /** Signed by the offices, by role. */
  readonly offices?: ReadonlyMap<string, SignedFile<'targets'>>;
}

export interface TargetsContent {
  /** Length and hash by target path. */
  readonly targets: JsonObject;
  readonly delegations: JsonObject | null;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** As it stands in targets metadata. */
export function targetJson(bytes: Uint8Array): JsonObject {
  return { length: bytes.length, hashes: { sha256: sha256Of(bytes) } };
}

/** What targets metadata say now, to go on from. */
export function targetsContentOf({ signed }: SignedFile<'targets'>): TargetsContent {
  const targets = Object.fromEntries(Object.entries(signed.targets).map(([path, file]) => [path, file.toJSON()]));
  return { targets, delegations: signed.delegations?.toJSON() ?? null };
}

/** Errors: `key-refused` (before anything is written), those of the file system. */
export function changeRepository(state: RepositoryState, change: RepositoryChange, signing: Signing): void {
  const { folder } = state;
  const { lifetimes, nowMs } = signing;
  const signersOf = (role: TopRole) => signersThroughChange(state, change.root ?? state.root, role, signing.ring);
  const snapshotSigners = signersOf('snapshot');
  const timestampSigners = signersOf('timestamp');
  const targets =
    change.targets === undefined
      ? state.targets
      : signFile('targets', targetsJson(change.targets, nextVersion(state, 'targets'), signing), signersOf('targets'));
  const meta: Record<string, JsonObject> = {};
  for (const [name, entry] of Object.entries(state.snapshot.signed.meta)) {
    meta[name] = entry.toJSON();
  }
  const changed = new Map(change.offices);
  if (targets !== state.targets) changed.set('targets', targets);
  for (const [role, file] of changed) {
    meta[`${role}.json`] = metaJson(file);
  }
  const snapshot = signFile(
    'snapshot',
    { version: nextVersion(state, 'snapshot'), expires: expiryAfter(nowMs, lifetimes.snapshot), meta },
    snapshotSigners,
  );
  const timestamp = nextTimestamp(state, snapshot, timestampSigners, signing);

  for (const [target, bytes] of change.files ?? []) {
    writeDurably(join(folder, storedTargetPath(target, sha256Of(bytes))), bytes);
  }
  for (const [role, file] of changed) {
    writeDurably(metadataPath(folder, role, file.signed.version), file.bytes);
  }
  writeDurably(metadataPath(folder, 'snapshot', snapshot.signed.version), snapshot.bytes);
  const holds = [
    ['targets', targets] as const,
    ['snapshot', snapshot] as const,
    ['timestamp', timestamp] as const,
  ].every(([role, file]) => signatureFault(state.root.metadata, role, file.metadata) === null);
  finishChange(state, { timestamp, root: change.root ?? null, holdsUnderFormerRoot: holds });
}

/** A new timestamp alone; the snapshot stays. Errors: as above. */
export function renewTimestamp(state: RepositoryState, signing: Signing): void {
  writeDurably(timestampPath(state.folder), signTimestamp(state, signing).bytes);
}

/** The next timestamp over the present snapshot, written nowhere yet. Error: `key-refused`. */
export function signTimestamp(state: RepositoryState, signing: Signing): SignedFile<'timestamp'> {
  const signers = signersFor(roleKeysOf(state.root.signed, 'timestamp'), signing.ring);
  return nextTimestamp(state, state.snapshot, signers, signing);
}

interface LastFiles {
  readonly timestamp: SignedFile<'timestamp'>;
  readonly root: SignedFile<'root'> | null;
  readonly holdsUnderFormerRoot: boolean;
}

/**
 * All is signed by former and new keys while a root changes, so the timestamp goes first and holds under both roots. Where former
 * keys are gone it holds under the new root alone and goes last; the reader of a repository finds its way out of a cut between them.
 */
function finishChange({ folder }: RepositoryState, { timestamp, root, holdsUnderFormerRoot }: LastFiles): void {
  const timestampDraft = writeDraft(timestampPath(folder), timestamp.bytes);
  if (root === null) {
    timestampDraft.publish();
    return;
  }
  const rootDraft = writeDraft(metadataPath(folder, 'root', root.signed.version), root.bytes);
  for (const draft of holdsUnderFormerRoot ? [timestampDraft, rootDraft] : [rootDraft, timestampDraft]) {
    draft.publish();
  }
}

/** Those of the new root, and besides, as far as they are at hand, those of the former one. */
function signersThroughChange(state: RepositoryState, root: SignedFile<'root'>, role: TopRole, ring: KeyRing) {
  const signers = signersFor(roleKeysOf(root.signed, role), ring);
  const former = roleKeysOf(state.root.signed, role).keyIds.flatMap((keyId) => ring.get(keyId) ?? []);
  return [...new Map([...former, ...signers].map((key) => [key.keyId, key])).values()];
}

function nextTimestamp(
  state: RepositoryState,
  snapshot: SignedFile<'snapshot'>,
  signers: readonly SigningKey[],
  { lifetimes, nowMs }: Signing,
): SignedFile<'timestamp'> {
  const expires = expiryAfter(nowMs, lifetimes.timestamp);
  const meta = { 'snapshot.json': metaJson(snapshot) };
  return signFile('timestamp', { version: state.timestampVersion + 1, expires, meta }, signers);
}

function targetsJson(
  { targets, delegations }: TargetsContent,
  version: number,
  { lifetimes, nowMs }: Signing,
): JsonObject {
  const expires = expiryAfter(nowMs, lifetimes.targets);
  return { version, expires, targets, ...(delegations === null ? {} : { delegations }) };
}

export function metaJson({ signed, bytes }: SignedFile<'snapshot' | 'targets'>): JsonObject {
  return { version: signed.version, ...targetJson(bytes) };
}

/** Above what a cut may have left behind unnamed, so that no name ever stands for two contents. */
function nextVersion(state: RepositoryState, role: 'snapshot' | 'targets'): number {
  return Math.max(state[role].signed.version, ...storedVersions(state.folder, role)) + 1;
}
