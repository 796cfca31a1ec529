/** Opens the key files that a command signs with, and turns what the disk says into words. */
import { resolve } from 'node:path';
import { KioskError } from '../../contract/error.ts';
import { outputFailure } from '../../core/catalogue/build/output-failure.ts';
import type { Signing } from '../../core/publishing/change-repository.ts';
import { openKeys, readKeyFolders, type StoredKey } from '../../core/publishing/key-folder.ts';
import { readRepository } from '../../core/publishing/read-repository.ts';
import { requireEnough, roleKeysOf, type TopRole } from '../../core/publishing/role-signers.ts';
import { CatalogueMakingError } from '../../core/releases/catalogue-making-error.ts';
import type { PassphraseSource } from './ask-passphrase.ts';
import { type LifetimeOptions, lifetimesOf, type SigningOptions } from './publishing-options.ts';

export interface OpenedKeys {
  readonly signing: Signing;
  /** Every key file that was found, opened or not. */
  readonly stored: readonly StoredKey[];
}

/** Opens the keys of these roles. Errors: `key-refused` where too few of a role are there; nobody is asked for a passphrase then. */
export async function openSigningKeys(
  options: SigningOptions & LifetimeOptions,
  roles: readonly TopRole[],
  { ask, known }: PassphraseSource,
): Promise<OpenedKeys> {
  const { root } = readRepository(resolve(options.repo));
  const stored = readKeyFolders([options.keys, ...(options.also ?? [])].map((folder) => resolve(folder)));
  const roleKeys = roles.map((role) => roleKeysOf(root.signed, role));
  const found = new Set(stored.map(({ keyId }) => keyId));
  for (const each of roleKeys) {
    requireEnough(each, found);
  }
  const wanted = new Set(roleKeys.flatMap(({ keyIds }) => keyIds));
  const ring = await openKeys(
    stored.filter(({ keyId }) => wanted.has(keyId)),
    ask,
    known,
  );
  return { signing: { ring, lifetimes: lifetimesOf(options), nowMs: Date.now() }, stored };
}

/** Errors of the file system and of rows become such as staff can act on; others stay. */
export async function explained<T>(place: string, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CatalogueMakingError) {
      throw new KioskError(
        'source-unreadable',
        `The rows of the catalogue are not as they should be: ${error.message}`,
        { cause: error },
      );
    }
    const words = { what: 'Files', outcome: 'What was published before still holds; kioskctl release verify tells.' };
    throw outputFailure(error, place, words) ?? error;
  }
}
