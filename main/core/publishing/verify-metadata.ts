/** Every metadata file of a repository: the chain of roots, the newest state with its dates, and what is kept of former states. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Key, MetaFile, type Root } from '@tufjs/models';
import { KioskError } from '../../contract/error.ts';
import { officeRole } from '../releases/release-manifest.ts';
import { sha256Of } from './change-repository.ts';
import { officeFault } from './office-hand-in.ts';
import { rootFault } from './read-repository.ts';
import { metadataPath, readPart, storedVersions, timestampPath } from './repository-files.ts';
import { signatureFault } from './role-signers.ts';
import { type MetadataKindName, parseSignedFile, type SignedFile } from './signed-file.ts';
import type { VerificationLog } from './verification-log.ts';

export interface VerifiedMetadata {
  readonly roots: readonly SignedFile<'root'>[];
  readonly targets: SignedFile<'targets'> | null;
  /** By role. */
  readonly offices: ReadonlyMap<string, SignedFile<'targets'>>;
}

interface Looking {
  readonly folder: string;
  readonly nowMs: number;
  readonly log: VerificationLog;
}

/** `trustedRoot`: bytes of the root that a kiosk has; null takes the repository at its word. */
export function verifyMetadata(looking: Looking, trustedRoot: Uint8Array | null): VerifiedMetadata {
  const roots = verifyRoots(looking, trustedRoot);
  const root = roots.at(-1);
  if (root === undefined) {
    return { roots, targets: null, offices: new Map() };
  }
  verifyExpiry(looking, `${root.signed.version}.root.json`, root);
  const timestamp = read('timestamp', timestampPath(looking.folder), looking);
  const snapshot = timestamp === null ? null : verifySnapshot(looking, root, timestamp);
  const targets = snapshot === null ? null : verifyNamed(looking, root, snapshot, 'targets');
  const offices = new Map<string, SignedFile<'targets'>>();
  if (snapshot !== null && targets !== null) {
    for (const role of verifiedDelegations(looking, targets)) {
      const office = verifyNamed(looking, targets, snapshot, role);
      if (office === null) continue;
      const fault = officeFault(office, role.slice(officeRole('').length));
      if (fault !== null) looking.log.fault(`${office.signed.version}.${role}.json`, fault);
      offices.set(role, office);
    }
  }
  return { roots, targets, offices };
}

function verifyRoots(looking: Looking, trustedRoot: Uint8Array | null): SignedFile<'root'>[] {
  const { folder, log } = looking;
  const roots: SignedFile<'root'>[] = [];
  const versions = storedVersions(folder, 'root');
  for (let version = 1; version <= (versions.at(-1) ?? 1); version += 1) {
    const name = `${version}.root.json`;
    const root = read('root', metadataPath(folder, 'root', version), looking);
    if (root === null) {
      continue;
    }
    const fault = rootFault(roots.at(-1) ?? root, root, version);
    if (fault !== null) log.fault(name, fault);
    roots.push(root);
  }
  if (trustedRoot !== null) {
    verifyOrigin(looking, trustedRoot, roots);
  }
  return roots;
}

/** The chain holds from the trusted root on, once its own version is that very file. */
function verifyOrigin({ log }: Looking, trustedRoot: Uint8Array, roots: readonly SignedFile<'root'>[]): void {
  const trusted = parseSignedFile('root', trustedRoot, 'The trusted root');
  const { version } = trusted.signed;
  const fault = rootFault(trusted, trusted, version);
  const own = roots.find(({ signed }) => signed.version === version);
  if (fault !== null) {
    log.fault('the trusted root', fault);
  } else if (own === undefined || sha256Of(own.bytes) !== sha256Of(trustedRoot)) {
    log.fault(
      `${version}.root.json`,
      'is not the trusted root; the repository is of somebody else, or older than that root',
    );
  }
}

function verifySnapshot(
  looking: Looking,
  root: SignedFile<'root'>,
  timestamp: SignedFile<'timestamp'>,
): SignedFile<'snapshot'> | null {
  const { folder, log } = looking;
  const fault = signatureFault(root.metadata, 'timestamp', timestamp.metadata);
  if (fault !== null) log.fault('timestamp.json', fault);
  verifyExpiry(looking, 'timestamp.json', timestamp);
  const { snapshotMeta } = timestamp.signed;
  const name = `${snapshotMeta.version}.snapshot.json`;
  const snapshot = read('snapshot', metadataPath(folder, 'snapshot', snapshotMeta.version), looking);
  if (snapshot === null) {
    return null;
  }
  verifyAs(looking, name, snapshot, snapshotMeta);
  const snapshotFault = signatureFault(root.metadata, 'snapshot', snapshot.metadata);
  if (snapshotFault !== null) log.fault(name, snapshotFault);
  verifyExpiry(looking, name, snapshot);
  // Kiosks insist that a name once in a snapshot stays there (TUF 1.0.33 §5.5.5), also of an office whose right was taken back.
  for (const [entryName, entry] of Object.entries(snapshot.signed.meta)) {
    if (!existsSync(metadataPath(folder, entryName.slice(0, -'.json'.length), entry.version))) {
      log.fault(`${entry.version}.${entryName}`, 'is missing');
    }
  }
  return snapshot;
}

function verifyNamed(
  looking: Looking,
  delegator: SignedFile<'root'> | SignedFile<'targets'>,
  snapshot: SignedFile<'snapshot'>,
  role: string,
): SignedFile<'targets'> | null {
  const { folder, log } = looking;
  const entry = snapshot.signed.meta[`${role}.json`];
  if (entry === undefined) {
    log.fault(`${snapshot.signed.version}.snapshot.json`, `does not name ${role}.json`);
    return null;
  }
  const name = `${entry.version}.${role}.json`;
  const file = read('targets', metadataPath(folder, role, entry.version), looking);
  if (file === null) {
    return null;
  }
  verifyAs(looking, name, file, entry);
  const fault = signatureFault(delegator.metadata, role, file.metadata);
  if (fault !== null) log.fault(name, fault);
  verifyExpiry(looking, name, file);
  return file;
}

/** Names of the roles; a delegation of anything else than an office's own folder is a fault. */
function verifiedDelegations({ log }: Looking, { signed }: SignedFile<'targets'>): string[] {
  return Object.values(signed.delegations?.roles ?? {}).flatMap(({ name, paths, terminating }) => {
    const office = /^office-([a-z0-9][a-z0-9-]{0,39})$/u.exec(name)?.[1];
    if (office === undefined || !terminating || paths?.length !== 1 || paths[0] !== `offices/${office}/*`) {
      log.fault(
        `${signed.version}.targets.json`,
        `delegates more to ${JSON.stringify(name.slice(0, 60))} than an office's own folder`,
      );
      return [];
    }
    return [name];
  });
}

/**
 * Every signature of every file, those beyond a threshold and those of former states too. One of a key that nothing names is no
 * fault of its own: a rotation that was cut short leaves such behind, as the root that would have named it never came.
 */
export function verifySignatures(
  looking: Looking,
  paths: readonly string[],
  { roots, targets }: VerifiedMetadata,
): void {
  const { folder, log } = looking;
  const keys = new Map<string, Key>();
  const learn = (found: Root['keys'] | undefined) => {
    for (const key of Object.values(found ?? {})) keys.set(key.keyID, key);
  };
  for (const root of roots) learn(root.signed.keys);
  learn(targets?.signed.delegations?.keys);
  const files = paths.flatMap((path) => {
    const [, , role = ''] = /^metadata\/(\d+\.)?([a-z][a-z0-9-]*)\.json$/u.exec(path) ?? [];
    const file = role === '' ? null : read(kindOf(role), join(folder, path), looking);
    if (file !== null && 'delegations' in file.signed) learn(file.signed.delegations?.keys);
    if (role !== '') log.count('metadata');
    return file === null ? [] : [{ name: path.slice('metadata/'.length), role, file }];
  });
  for (const { name, role, file } of files) {
    const signers = Object.keys(file.metadata.signatures);
    const known = signers.filter((keyId) => keys.has(keyId));
    if (known.some((keyId) => !holds(keys.get(keyId), file))) {
      log.fault(name, 'carries a signature that does not hold');
    } else if (known.length === 0 && !role.startsWith(officeRole(''))) {
      log.fault(name, 'is signed by nobody that a root names');
    } else if (known.length < signers.length) {
      const what = `${name} carries a signature of a key that nothing kept here names.`;
      if (role === 'root') log.fault(name, what);
      else log.note(what);
    }
  }
}

function kindOf(role: string): MetadataKindName {
  return role === 'root' || role === 'snapshot' || role === 'timestamp' ? role : 'targets';
}

function holds(key: Key | undefined, { metadata }: SignedFile<MetadataKindName>): boolean {
  try {
    key?.verifySignature(metadata);
    return key !== undefined;
  } catch {
    return false;
  }
}

function verifyAs({ log }: Looking, name: string, file: SignedFile<'targets' | 'snapshot'>, entry: MetaFile): void {
  try {
    new MetaFile({ version: entry.version, length: entry.length ?? -1, hashes: entry.hashes ?? {} }).verify(file.bytes);
  } catch (error) {
    log.fault(name, error instanceof Error ? error.message : String(error));
  }
  if (file.signed.version !== entry.version) log.fault(name, `says it is version ${file.signed.version}`);
}

function verifyExpiry({ nowMs, log }: Looking, name: string, { signed }: SignedFile<MetadataKindName>): void {
  if (signed.isExpired(new Date(nowMs))) log.fault(name, `has expired (${signed.expires})`);
}

/** Null where it is missing or no metadata. A signature in another spelling than ours was tampered with, even where it still holds. */
function read<K extends MetadataKindName>(kind: K, path: string, { log }: Looking): SignedFile<K> | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  try {
    const file = parseSignedFile(kind, readPart(path), name);
    const isOurs = Object.values(file.metadata.signatures).every(({ sig }) => /^[0-9a-f]{128}$/u.test(sig));
    if (!isOurs || file.bytes.toString('utf8') !== JSON.stringify(file.metadata.toJSON())) {
      log.fault(name, 'was changed after it was written');
    }
    return file;
  } catch (error) {
    if (!(error instanceof KioskError)) throw error;
    log.fault(name, error.message);
    return null;
  }
}
