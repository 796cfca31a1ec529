/** Another root: with new keys for a role, or with the same ones for longer. What the role signed is signed anew. */
import { KioskError } from '../../contract/error.ts';
import { changeRepository, type Signing, targetsContentOf } from './change-repository.ts';
import { rootContent } from './create-repository.ts';
import { withRepositoryLock } from './lock-repository.ts';
import { expiryAfter } from './metadata-lifetimes.ts';
import { type RepositoryState, readRepository } from './read-repository.ts';
import { metadataPath } from './repository-files.ts';
import { publicHexOf, roleKeysOf, signersFor, type TopRole } from './role-signers.ts';
import { type SignedFile, signFile } from './signed-file.ts';
import { type PublicKey, publicKeyOf } from './signing-key.ts';
import { writeDurably } from './write-durably.ts';

export interface Rotation {
  readonly role: TopRole;
  /** Key ids that sign no more; all others of the role stay. */
  readonly replaced: readonly string[];
  /** Their successors, whose private halves are in the ring. */
  readonly added: readonly PublicKey[];
  /** Null leaves it. */
  readonly threshold: number | null;
}

/**
 * Root N+1 is signed by the keys of root N and by its own (TUF 1.0.33 §6.1). Returns it. Errors: `key-refused` where keys are
 * missing (nothing is changed then), `invalid-request`, `repository-damaged`.
 */
export function rotateKeys(repository: string, rotation: Rotation, signing: Signing): Promise<SignedFile<'root'>> {
  return withRepositoryLock(repository, () => {
    const state = readRepository(repository);
    const root = nextRoot(state, rotation, signing);
    if (rotation.role === 'root') {
      writeDurably(metadataPath(repository, 'root', root.signed.version), root.bytes);
      return root;
    }
    const targets = rotation.role === 'targets' ? { targets: targetsContentOf(state.targets) } : {};
    changeRepository(state, { root, ...targets }, signing);
    return root;
  });
}

/** The same keys of targets for longer; a release does the same by the way. Errors: as above. */
export function extendTargets(repository: string, signing: Signing): Promise<void> {
  return withRepositoryLock(repository, () => {
    const state = readRepository(repository);
    changeRepository(state, { targets: targetsContentOf(state.targets) }, signing);
  });
}

function nextRoot(
  { root }: RepositoryState,
  rotation: Rotation,
  { ring, lifetimes, nowMs }: Signing,
): SignedFile<'root'> {
  const roles = rolesOf(root, rotation);
  const { keys, threshold } = roles[rotation.role];
  if (threshold > keys.length) {
    throw new KioskError(
      'invalid-request',
      `${rotation.role}: ${threshold} of ${keys.length} keys cannot sign; nothing was changed.`,
    );
  }
  const former = signersFor(roleKeysOf(root.signed, 'root'), ring);
  const content = {
    version: root.signed.version + 1,
    expires: expiryAfter(nowMs, lifetimes.root),
    ...rootContent(roles),
  };
  const own = signersFor(roleKeysOf(signFile('root', content, []).signed, 'root'), ring);
  const signers = [...new Map([...former, ...own].map((key) => [key.keyId, key])).values()];
  return signFile('root', content, signers);
}

type RoleKeySets = Record<TopRole, { readonly keys: readonly PublicKey[]; readonly threshold: number }>;

function rolesOf({ signed }: SignedFile<'root'>, { role: rotated, replaced, added, threshold }: Rotation): RoleKeySets {
  const roleOf = (role: TopRole) => {
    const present = roleKeysOf(signed, role);
    const keys = present.keyIds.map((keyId) => {
      const publicHex = publicHexOf(signed.keys, keyId);
      if (publicHex === null) {
        throw new KioskError(
          'repository-damaged',
          `Root ${signed.version} names a key ${keyId.slice(0, 8)} that is not ed25519.`,
        );
      }
      return publicKeyOf(publicHex);
    });
    if (role !== rotated) {
      return { keys, threshold: present.threshold };
    }
    const kept = keys.filter(({ keyId }) => !replaced.includes(keyId));
    return { keys: [...kept, ...added], threshold: threshold ?? present.threshold };
  };
  return {
    root: roleOf('root'),
    targets: roleOf('targets'),
    snapshot: roleOf('snapshot'),
    timestamp: roleOf('timestamp'),
  };
}
