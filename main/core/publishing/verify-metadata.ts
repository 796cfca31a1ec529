/** Every metadata file of a repository: the chain of roots, and the newest state with its dates. */
import { existsSync } from 'node:fs';
import { MetaFile } from '@tufjs/models';
import { officeRole } from '../releases/release-manifest.ts';
import { sha256Of } from './change-repository.ts';
import { officeFault } from './office-hand-in.ts';
import { rootFault } from './read-repository.ts';
import { metadataPath, storedVersions, timestampPath } from './repository-files.ts';
import { signatureFault } from './role-signers.ts';
import { type MetadataKindName, parseSignedFile, type SignedFile } from './signed-file.ts';
import { type Looking, readForVerification, type VerifiedMetadata } from './verify-signatures.ts';

/** `trustedRoot`: bytes of the root that a kiosk has; null takes the repository at its word. */
export function verifyMetadata(looking: Looking, trustedRoot: Uint8Array | null): VerifiedMetadata {
  const roots = verifyRoots(looking, trustedRoot);
  const root = roots.at(-1);
  if (root === undefined) {
    return { roots, targets: null, offices: new Map() };
  }
  verifyExpiry(looking, `${root.signed.version}.root.json`, root);
  const timestamp = readForVerification('timestamp', timestampPath(looking.folder), looking);
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
    const root = readForVerification('root', metadataPath(folder, 'root', version), looking);
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
  const snapshot = readForVerification('snapshot', metadataPath(folder, 'snapshot', snapshotMeta.version), looking);
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
  const file = readForVerification('targets', metadataPath(folder, role, entry.version), looking);
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
