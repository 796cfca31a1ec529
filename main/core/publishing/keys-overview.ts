/** Who may sign what, until when, and where the private halves are, for `kioskctl keys list`. */
import type { StoredKey } from './key-folder.ts';
import { placeOf } from './key-folder.ts';
import type { RepositoryState } from './read-repository.ts';
import { roleKeysOf, topRoles } from './role-signers.ts';

export interface RoleOverview {
  readonly role: string;
  readonly version: number;
  readonly threshold: number;
  /** ISO 8601. */
  readonly expires: string;
  /** `place` null: not in the folders that were named. */
  readonly keys: readonly { readonly keyId: string; readonly place: string | null }[];
}

export interface KeysOverview {
  readonly roles: readonly RoleOverview[];
  /** Key files that sign nothing in this repository. */
  readonly unused: readonly { readonly keyId: string; readonly role: string; readonly place: string }[];
}

export function keysOverview(state: RepositoryState, stored: readonly StoredKey[], keysFolder: string): KeysOverview {
  const places = new Map(stored.map((key) => [key.keyId, placeOf(key, keysFolder)]));
  const withPlaces = (keyIds: readonly string[]) =>
    keyIds.map((keyId) => ({ keyId, place: places.get(keyId) ?? null }));
  const { root, targets, snapshot, timestamp } = state;
  const files = { root, targets, snapshot, timestamp };
  const top = topRoles.map((role): RoleOverview => {
    const { keyIds, threshold } = roleKeysOf(root.signed, role);
    const version = files[role]?.signed.version ?? state.timestampVersion;
    return { role, version, threshold, expires: files[role]?.signed.expires ?? '', keys: withPlaces(keyIds) };
  });
  const offices = Object.values(targets.signed.delegations?.roles ?? {}).map(
    ({ name, keyIDs, threshold }): RoleOverview => {
      const signed = state.offices.get(name)?.signed;
      return {
        role: name,
        version: signed?.version ?? 0,
        threshold,
        expires: signed?.expires ?? '',
        keys: withPlaces(keyIDs),
      };
    },
  );
  const roles = [...top, ...offices];
  const used = new Set(roles.flatMap(({ keys }) => keys.map(({ keyId }) => keyId)));
  const unused = stored
    .filter(({ keyId }) => !used.has(keyId))
    .map((key) => ({ keyId: key.keyId, role: key.file.role, place: placeOf(key, keysFolder) }));
  return { roles, unused };
}
