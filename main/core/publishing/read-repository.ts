/** Reads the newest state of a repository, every signature checked from its first root on; dates are not looked at. */
import { existsSync } from 'node:fs';
import { KioskError } from '../../contract/error.ts';
import { metadataPath, readIfThere, readPart, storedVersions, timestampPath } from './repository-files.ts';
import { signatureFault } from './role-signers.ts';
import { parseSignedFile, type SignedFile } from './signed-file.ts';

/** What a snapshot holds together. */
export interface SnapshotState {
  readonly snapshot: SignedFile<'snapshot'>;
  readonly targets: SignedFile<'targets'>;
  /** The delegated roles `office-<id>` that signed something. */
  readonly offices: ReadonlyMap<string, SignedFile<'targets'>>;
}

export interface RepositoryState extends SnapshotState {
  readonly folder: string;
  /** From version 1 on. */
  readonly roots: readonly SignedFile<'root'>[];
  readonly root: SignedFile<'root'>;
  /** Null where it is damaged, or not signed by the keys of the newest root: a crash between two files of a rotation. */
  readonly timestamp: SignedFile<'timestamp'> | null;
  /** The version the next timestamp has at least. */
  readonly timestampVersion: number;
}

/** Errors: `repository-damaged`, `repository-refused` where there is no repository. */
export function readRepository(folder: string): RepositoryState {
  const roots = readRoots(folder);
  const root = roots.at(-1);
  if (root === undefined) {
    throw new KioskError(
      'repository-refused',
      `${folder} holds no release repository (no metadata/1.root.json). Name another folder, or make one with kioskctl keys init.`,
    );
  }
  const bytes = readIfThere(timestampPath(folder));
  const timestamp = bytes === null ? null : validTimestamp(bytes, root);
  if (timestamp !== null) {
    const { snapshotMeta, version } = timestamp.signed;
    try {
      const state = readSnapshotState(folder, root, snapshotMeta.version, (found) => snapshotMeta.verify(found));
      return { folder, roots, root, timestamp, timestampVersion: version, ...state };
    } catch (error) {
      return recovered(folder, roots, root, version, error);
    }
  }
  return recovered(folder, roots, root, versionIn(bytes), null);
}

/** Each next root is signed by the keys of the one before and by its own (TUF 1.0.33 §5.3.4). Error: `repository-damaged`. */
export function readRoots(folder: string): SignedFile<'root'>[] {
  const roots: SignedFile<'root'>[] = [];
  for (let version = 1; ; version += 1) {
    const path = metadataPath(folder, 'root', version);
    if (!existsSync(path)) {
      return roots;
    }
    const root = parseSignedFile('root', readPart(path), path);
    const fault = rootFault(roots.at(-1) ?? root, root, version);
    if (fault !== null) {
      throw new KioskError('repository-damaged', `${path} is not to be trusted: ${fault}.`);
    }
    roots.push(root);
  }
}

/** What is wrong with `root` as the successor of `former` (itself for a first one); null for nothing. */
export function rootFault(former: SignedFile<'root'>, root: SignedFile<'root'>, version: number): string | null {
  if (root.signed.version !== version) {
    return `it says it is version ${root.signed.version}, not ${version}`;
  }
  return signatureFault(former.metadata, 'root', root.metadata) ?? signatureFault(root.metadata, 'root', root.metadata);
}

/** Error: `repository-damaged`. */
export function readSnapshotState(
  folder: string,
  root: SignedFile<'root'>,
  version: number,
  verifyBytes: (bytes: Buffer) => void = () => undefined,
): SnapshotState {
  const snapshot = readSigned('snapshot', metadataPath(folder, 'snapshot', version), version, verifyBytes);
  const { meta } = snapshot.signed;
  requireSigned(root.metadata, 'snapshot', snapshot.metadata, metadataPath(folder, 'snapshot', version));
  const read = (role: string): SignedFile<'targets'> => {
    const entry = meta[`${role}.json`];
    if (entry === undefined) {
      throw new KioskError('repository-damaged', `The snapshot ${version} of ${folder} does not name ${role}.json.`);
    }
    const path = metadataPath(folder, role, entry.version);
    return readSigned('targets', path, entry.version, (bytes) => entry.verify(bytes));
  };
  const targets = read('targets');
  const targetsPath = metadataPath(folder, 'targets', targets.signed.version);
  requireSigned(root.metadata, 'targets', targets.metadata, targetsPath);
  const offices = new Map<string, SignedFile<'targets'>>();
  for (const role of Object.keys(targets.signed.delegations?.roles ?? {})) {
    const office = read(role);
    requireSigned(targets.metadata, role, office.metadata, metadataPath(folder, role, office.signed.version));
    offices.set(role, office);
  }
  return { snapshot, targets, offices };
}

function readSigned<K extends 'targets' | 'snapshot'>(
  kind: K,
  path: string,
  version: number,
  verifyBytes: (bytes: Buffer) => void,
): SignedFile<K> {
  const bytes = readPart(path);
  try {
    verifyBytes(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new KioskError('repository-damaged', `${path} is not what was signed: ${reason}.`, { cause: error });
  }
  const file = parseSignedFile(kind, bytes, path);
  if (file.signed.version !== version) {
    throw new KioskError('repository-damaged', `${path} says it is version ${file.signed.version}.`);
  }
  return file;
}

function requireSigned(
  delegator: Parameters<typeof signatureFault>[0],
  role: string,
  file: Parameters<typeof signatureFault>[2],
  path: string,
): void {
  const fault = signatureFault(delegator, role, file);
  if (fault !== null) {
    throw new KioskError('repository-damaged', `${path} is not to be trusted: ${fault}.`);
  }
}

function validTimestamp(bytes: Buffer, root: SignedFile<'root'>): SignedFile<'timestamp'> | null {
  try {
    const file = parseSignedFile('timestamp', bytes, 'timestamp.json');
    return signatureFault(root.metadata, 'timestamp', file.metadata) === null ? file : null;
  } catch {
    return null;
  }
}

/** Of a timestamp that is worth nothing else. */
function versionIn(bytes: Buffer | null): number {
  try {
    return bytes === null ? 0 : parseSignedFile('timestamp', bytes, 'timestamp.json').signed.version;
  } catch {
    return 0;
  }
}

/**
 * The newest snapshot that holds under the newest root, where the timestamp leads nowhere: it was lost, or the power was cut
 * between the files of a rotation whose former key is gone. The next timestamp mends it.
 */
function recovered(
  folder: string,
  roots: readonly SignedFile<'root'>[],
  root: SignedFile<'root'>,
  timestampVersion: number,
  cause: unknown,
): RepositoryState {
  let reason = cause;
  for (const version of storedVersions(folder, 'snapshot').toReversed()) {
    try {
      const state = readSnapshotState(folder, root, version);
      return { folder, roots, root, timestamp: null, timestampVersion, ...state };
    } catch (error) {
      reason ??= error;
    }
  }
  throw reason instanceof KioskError
    ? reason
    : new KioskError(
        'repository-damaged',
        `${folder} holds no snapshot that is signed by the keys of its newest root.`,
      );
}
