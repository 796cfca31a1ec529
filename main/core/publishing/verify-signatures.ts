/** Every signature of a repository, one by one: a threshold that is met says nothing of those beyond it. */
import { join } from 'node:path';
import type { Key, Root } from '@tufjs/models';
import { KioskError } from '../../contract/error.ts';
import { officeRole } from '../releases/release-manifest.ts';
import { readPart } from './repository-files.ts';
import { type MetadataKindName, parseSignedFile, type SignedFile } from './signed-file.ts';
import type { VerificationLog } from './verification-log.ts';

/** The newest state, as far as it could be read. */
export interface VerifiedMetadata {
  readonly roots: readonly SignedFile<'root'>[];
  readonly targets: SignedFile<'targets'> | null;
  /** By role. */
  readonly offices: ReadonlyMap<string, SignedFile<'targets'>>;
}

/** Where it is looked, when, and where it is told. */
export interface Looking {
  readonly folder: string;
  readonly nowMs: number;
  readonly log: VerificationLog;
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
    const file = role === '' ? null : readForVerification(kindOf(role), join(folder, path), looking);
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

/** Null where it is missing or no metadata. A signature in another spelling than ours was tampered with, even where it still holds. */
export function readForVerification<K extends MetadataKindName>(
  kind: K,
  path: string,
  { log }: Looking,
): SignedFile<K> | null {
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
