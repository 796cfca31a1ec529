/** A rotation with all that belongs to it: new keys on the disk first, then the new root, then the former keys out of the way. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { KioskError } from '../../contract/error.ts';
import { officeDate } from '../office-date.ts';
import type { Signing } from './change-repository.ts';
import { plainKeyFile, sealKeyFile } from './key-file.ts';
import { retireKeys, type StoredKey, storeKey, trustedRootFileName } from './key-folder.ts';
import { readRepository } from './read-repository.ts';
import { keyRingOf, roleKeysOf, shortKeyId, type TopRole } from './role-signers.ts';
import { rotateKeys } from './rotate-keys.ts';
import type { SignedFile } from './signed-file.ts';
import { createSigningKey } from './signing-key.ts';
import { writeDurably } from './write-durably.ts';

export interface RoleRotation {
  readonly repository: string;
  /** Where the new keys go. */
  readonly keysFolder: string;
  readonly role: TopRole;
  /** The one key (or the beginning of its id) to replace; null: all of the role. */
  readonly keyId: string | null;
  /** How many keys take the place of those replaced; null: as many. */
  readonly keyCount: number | null;
  readonly threshold: number | null;
  /** Key files at hand, to be retired where they were replaced. */
  readonly stored: readonly StoredKey[];
  /** Seals new keys of root and targets. */
  readonly passphrase: string;
  /** scrypt's N; default as `sealKeyFile`. */
  readonly scryptCost?: number;
}

/** Returns the new root. Errors: those of `rotateKeys`; nothing is left of a failure. */
export async function rotateRole(rotation: RoleRotation, signing: Signing): Promise<SignedFile<'root'>> {
  const { repository, keysFolder, role, stored, passphrase, scryptCost } = rotation;
  const replaced = keysToReplace(rotation);
  const added = Array.from({ length: rotation.keyCount ?? replaced.length }, () => createSigningKey());
  const facts = { role, createdDate: officeDate(signing.nowMs) };
  const isOnline = role === 'snapshot' || role === 'timestamp';
  const written: string[] = [];
  try {
    for (const key of added) {
      const file = isOnline ? plainKeyFile(key, facts) : await sealKeyFile(key, facts, passphrase, scryptCost);
      written.push(storeKey(keysFolder, file));
    }
    const ring = new Map([...signing.ring, ...keyRingOf(added)]);
    const threshold = rotation.threshold;
    const root = await rotateKeys(repository, { role, replaced, added, threshold }, { ...signing, ring });
    writeDurably(join(keysFolder, trustedRootFileName), root.bytes);
    retireKeys(stored.filter(({ keyId }) => replaced.includes(keyId)));
    return root;
  } catch (error) {
    // A root that names the new keys came into force, if at all, before the error: then they are needed.
    const inForce = roleKeysOf(readRepository(repository).root.signed, role).keyIds;
    for (const [place, path] of written.entries()) {
      if (!inForce.includes(added[place]?.keyId ?? '')) rmSync(path, { force: true });
    }
    throw error;
  }
}

/** Error: `invalid-request` where the role has no such key. */
function keysToReplace({ repository, role, keyId }: RoleRotation): readonly string[] {
  const { keyIds } = roleKeysOf(readRepository(repository).root.signed, role);
  if (keyId === null) {
    return keyIds;
  }
  const found = keyIds.filter((each) => each.startsWith(keyId));
  if (found.length !== 1 || keyId.length < 4) {
    throw new KioskError(
      'invalid-request',
      `The role ${role} has no key ${keyId}; its keys are ${keyIds.map(shortKeyId).join(', ')}. Nothing was changed.`,
    );
  }
  return found;
}
