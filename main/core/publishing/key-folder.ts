/**
 * The folder of private keys: `root/` and `targets/` sealed, to be kept off-line; `online/` in the open, on the machine that
 * publishes; `retired/` what a rotation replaced.
 */
import { renameSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { KioskError } from '../../contract/error.ts';
import { syncFolder } from '../durable-file.ts';
import { type KeyFile, keyFileSchema, openKeyFile } from './key-file.ts';
import { namesIn, readIfThere } from './repository-files.ts';
import { type KeyRing, keyRingOf, shortKeyId } from './role-signers.ts';
import { publicKeyOf, type SigningKey } from './signing-key.ts';
import { makeFolder, writeDurably } from './write-durably.ts';

/** Root 1 when it was made, the newest root since: what `kioskctl trust` installs on a kiosk. */
export const trustedRootFileName = 'trusted-root.json';

const retiredFolder = 'retired';
const keyFolders = ['root', 'targets', 'online'] as const;

export interface StoredKey {
  readonly keyId: string;
  readonly file: KeyFile;
  readonly path: string;
  /** Whether a passphrase is needed. */
  readonly isSealed: boolean;
}

/** Where a role's keys lie in the folder. */
function folderOf(role: string): string {
  return role === 'root' || role === 'targets' ? role : 'online';
}

/** On the disk, for the owner alone (0600), when it returns. Errors of the file system. */
export function storeKey(keysFolder: string, file: KeyFile): string {
  const { keyId } = publicKeyOf(file.public);
  const path = join(keysFolder, folderOf(file.role), `${file.role}-${shortKeyId(keyId)}.json`);
  writeDurably(path, Buffer.from(`${JSON.stringify(file, null, 2)}\n`), 0o600);
  return path;
}

/** Of one folder or several: the holders of root keys each bring their own. Errors: `key-refused`. */
export function readKeyFolders(folders: readonly string[]): StoredKey[] {
  const found = new Map<string, StoredKey>();
  for (const folder of folders) {
    for (const place of ['.', ...keyFolders]) {
      for (const name of namesIn(join(folder, place)).filter((each) => /^[a-z].*-[0-9a-f]{8}\.json$/u.test(each))) {
        const path = join(folder, place, name);
        const file = readKeyFile(path);
        const { keyId } = publicKeyOf(file.public);
        found.set(keyId, { keyId, file, path, isSealed: file.secret.kind !== 'plain' });
      }
    }
  }
  return [...found.values()];
}

/** Errors: `key-refused`. */
export function readKeyFile(path: string): KeyFile {
  const bytes = readIfThere(path);
  if (bytes === null) {
    throw new KioskError('key-refused', `There is no key file ${path}.`);
  }
  const parsed = keyFileSchema.safeParse(parsedJson(bytes));
  if (!parsed.success) {
    throw new KioskError('key-refused', `${path} is no key file of kioskctl, or it is damaged.`);
  }
  return parsed.data;
}

/** Asks for the passphrase of a sealed key; `attempt` counts from 1. Null: this key is left out. */
export type AskPassphrase = (key: StoredKey, attempt: number) => Promise<string | null>;

/**
 * A passphrase that opened one key is tried on the others before anybody is asked again; `known` keeps them from one call to the
 * next. Errors: `key-refused`.
 */
export async function openKeys(keys: readonly StoredKey[], ask: AskPassphrase, known: string[] = []): Promise<KeyRing> {
  const opened: SigningKey[] = [];
  for (const stored of keys) {
    const key = await openOne(stored, known, ask);
    if (key !== null) {
      opened.push(key);
    }
  }
  return keyRingOf(opened);
}

async function openOne(stored: StoredKey, known: string[], ask: AskPassphrase): Promise<SigningKey | null> {
  if (!stored.isSealed) {
    return openKeyFile(stored.file, '');
  }
  for (const passphrase of known) {
    const key = await openKeyFile(stored.file, passphrase);
    if (key !== null) {
      return key;
    }
  }
  for (let attempt = 1; ; attempt += 1) {
    const passphrase = await ask(stored, attempt);
    if (passphrase === null) {
      return null;
    }
    const key = await openKeyFile(stored.file, passphrase);
    if (key !== null) {
      known.push(passphrase);
      return key;
    }
  }
}

/** Moves the files of keys that sign nothing any more out of the way; they are not deleted, in case a step has to be taken back. */
export function retireKeys(keys: readonly StoredKey[]): void {
  for (const { path } of keys) {
    const folder = dirname(path);
    const isInPlace = keyFolders.some((place) => place === basename(folder));
    const retired = join(isInPlace ? dirname(folder) : folder, retiredFolder);
    makeFolder(retired);
    renameSync(path, join(retired, basename(path)));
    syncFolder(retired);
    syncFolder(folder);
  }
}

/** Where a key lies, as one says it: relative to its folder. */
export function placeOf({ path, isSealed }: StoredKey, keysFolder: string): string {
  const inside = relative(keysFolder, path);
  return `${inside.startsWith('..') ? path : inside}${isSealed ? ' (encrypted)' : ''}`;
}

function parsedJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
