/** The first state of a repository: root 1, and nothing published yet. */

import { metaJson } from './change-repository.ts';
import type { MetadataLifetimes } from './metadata-lifetimes.ts';
import { expiryAfter } from './metadata-lifetimes.ts';
import { metadataPath, timestampPath } from './repository-files.ts';
import type { TopRole } from './role-signers.ts';
import { topRoles } from './role-signers.ts';
import { type JsonObject, type SignedFile, signFile } from './signed-file.ts';
import { keyJson, type PublicKey, type SigningKey } from './signing-key.ts';
import { writeDurably } from './write-durably.ts';

export interface RoleKeyPlan {
  readonly keys: readonly SigningKey[];
  readonly threshold: number;
}

export interface NewRepository {
  /** A folder that is empty or not there. */
  readonly folder: string;
  readonly roles: Readonly<Record<TopRole, RoleKeyPlan>>;
  readonly lifetimes: MetadataLifetimes;
  /** UTC epoch. */
  readonly nowMs: number;
}

/** Returns root 1, which kiosks are to trust. Errors of the file system. */
export function createRepository({ folder, roles, lifetimes, nowMs }: NewRepository): SignedFile<'root'> {
  const expires = (role: TopRole) => expiryAfter(nowMs, lifetimes[role]);
  const root = signFile('root', { version: 1, expires: expires('root'), ...rootContent(roles) }, roles.root.keys);
  const targets = signFile('targets', { version: 1, expires: expires('targets'), targets: {} }, roles.targets.keys);
  const snapshot = signFile(
    'snapshot',
    { version: 1, expires: expires('snapshot'), meta: { 'targets.json': metaJson(targets) } },
    roles.snapshot.keys,
  );
  const timestamp = signFile(
    'timestamp',
    { version: 1, expires: expires('timestamp'), meta: { 'snapshot.json': metaJson(snapshot) } },
    roles.timestamp.keys,
  );
  writeDurably(metadataPath(folder, 'targets', 1), targets.bytes);
  writeDurably(metadataPath(folder, 'snapshot', 1), snapshot.bytes);
  writeDurably(timestampPath(folder), timestamp.bytes);
  writeDurably(metadataPath(folder, 'root', 1), root.bytes);
  return root;
}

/** Keys, roles and the form of names, as they stand in a root. */
export function rootContent(
  roles: Readonly<Record<TopRole, { readonly keys: readonly PublicKey[]; readonly threshold: number }>>,
): JsonObject {
  const keys: Record<string, JsonObject> = {};
  const roleJson: Record<string, JsonObject> = {};
  for (const role of topRoles) {
    const { keys: roleKeys, threshold } = roles[role];
    for (const { keyId, publicHex } of roleKeys) {
      keys[keyId] = keyJson(publicHex);
    }
    roleJson[role] = { keyids: roleKeys.map(({ keyId }) => keyId), threshold };
  }
  return { consistent_snapshot: true, keys, roles: roleJson };
}
