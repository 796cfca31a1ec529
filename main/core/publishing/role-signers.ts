/** Who may sign for a role, and whether enough of them are at hand. */
import type { Metadata, Root, Targets } from '@tufjs/models';
import { KioskError } from '../../contract/error.ts';
import type { SigningKey } from './signing-key.ts';
import { publicKeySchema } from './signing-key.ts';

export type TopRole = 'root' | 'targets' | 'snapshot' | 'timestamp';
export const topRoles: readonly TopRole[] = ['root', 'targets', 'snapshot', 'timestamp'];

/** The private keys at hand, by key id. */
export type KeyRing = ReadonlyMap<string, SigningKey>;

export interface RoleKeys {
  readonly role: string;
  readonly keyIds: readonly string[];
  readonly threshold: number;
}

export function keyRingOf(keys: Iterable<SigningKey>): KeyRing {
  return new Map(Array.from(keys, (key) => [key.keyId, key]));
}

/** As root says. */
export function roleKeysOf(root: Root, role: TopRole): RoleKeys {
  const found = root.roles[role];
  return { role, keyIds: found?.keyIDs ?? [], threshold: found?.threshold ?? 1 };
}

/** Enough to tell keys apart by eye. */
export function shortKeyId(keyId: string): string {
  return keyId.slice(0, 8);
}

/** All that are at hand. Error: `key-refused` as of `requireEnough`. */
export function signersFor(roleKeys: RoleKeys, ring: KeyRing): SigningKey[] {
  requireEnough(roleKeys, ring);
  return roleKeys.keyIds.flatMap((keyId) => ring.get(keyId) ?? []);
}

/** Error: `key-refused` where fewer are at hand than the threshold says; it names those that are missing. */
export function requireEnough(
  { role, keyIds, threshold }: RoleKeys,
  atHand: { readonly has: (keyId: string) => boolean },
): void {
  const missing = keyIds.filter((keyId) => !atHand.has(keyId));
  const found = keyIds.length - missing.length;
  if (found < threshold) {
    throw new KioskError(
      'key-refused',
      `The role ${role} needs ${threshold} of its ${keyIds.length} keys to sign, and ${found} ${found === 1 ? 'is' : 'are'} at hand. Missing: ${missing.map(shortKeyId).join(', ')}. Nothing was changed.`,
    );
  }
}

/** Whether enough keys of `delegator` signed; the reason where they did not. */
export function signatureFault(
  delegator: Metadata<Root> | Metadata<Targets>,
  role: string,
  file: Parameters<Metadata<Root>['verifyDelegate']>[1],
): string | null {
  try {
    delegator.verifyDelegate(role, file);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The public half of a key that root or a delegation names; null where it is of another kind than ours. */
export function publicHexOf(keys: Root['keys'], keyId: string): string | null {
  return publicKeySchema.safeParse(keys[keyId]?.keyVal['public']).data ?? null;
}
