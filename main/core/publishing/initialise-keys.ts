/** The ceremony: all keys, the first root and an empty repository, or nothing at all. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { KioskError } from '../../contract/error.ts';
import { syncFolder } from '../durable-file.ts';
import { officeDate } from '../office-date.ts';
import { createRepository, type RoleKeyPlan } from './create-repository.ts';
import { plainKeyFile, sealKeyFile } from './key-file.ts';
import { storeKey, trustedRootFileName } from './key-folder.ts';
import type { MetadataLifetimes } from './metadata-lifetimes.ts';
import { type TopRole, topRoles } from './role-signers.ts';
import type { SignedFile } from './signed-file.ts';
import { createSigningKey } from './signing-key.ts';
import { makeFolder, writeDurably } from './write-durably.ts';

export interface RolePlan {
  readonly keyCount: number;
  readonly threshold: number;
}

export interface Ceremony {
  readonly keysFolder: string;
  readonly repositoryFolder: string;
  readonly plan: Readonly<Record<TopRole, RolePlan>>;
  readonly lifetimes: MetadataLifetimes;
  /** Seals the keys of root and targets. */
  readonly passphrase: string;
  /** UTC epoch. */
  readonly nowMs: number;
  /** scrypt's N; default as `sealKeyFile`. */
  readonly scryptCost?: number;
}

/** Errors: `output-refused` (see `refuseUsedFolders`), `invalid-request`; those of the file system. Nothing is left of a failure. */
export async function initialiseKeys(ceremony: Ceremony): Promise<SignedFile<'root'>> {
  const keysFolder = resolve(ceremony.keysFolder);
  const repositoryFolder = resolve(ceremony.repositoryFolder);
  refuseUsedFolders(keysFolder, repositoryFolder);
  for (const role of topRoles) {
    const { keyCount, threshold } = ceremony.plan[role];
    if (threshold > keyCount || threshold < 1) {
      throw new KioskError(
        'invalid-request',
        `${role}: ${threshold} of ${keyCount} keys cannot sign; the threshold is 1 to ${keyCount}.`,
      );
    }
  }
  const keysDraft = draftOf(keysFolder);
  const repositoryDraft = draftOf(repositoryFolder);
  try {
    for (const folder of [keysDraft, repositoryDraft]) {
      makeFolder(dirname(folder));
      rmSync(folder, { recursive: true, force: true });
    }
    mkdirSync(keysDraft, { mode: 0o700 });
    mkdirSync(repositoryDraft);
    const roles = await makeKeys(ceremony, keysDraft);
    const root = createRepository({ ...ceremony, folder: repositoryDraft, roles });
    writeDurably(join(keysDraft, trustedRootFileName), root.bytes);
    moveBothIn([keysDraft, keysFolder], [repositoryDraft, repositoryFolder]);
    return root;
  } catch (error) {
    rmSync(keysDraft, { recursive: true, force: true });
    rmSync(repositoryDraft, { recursive: true, force: true });
    throw error;
  }
}

/** Both must be empty or not there, and neither within the other. Error: `output-refused`. */
export function refuseUsedFolders(keysFolder: string, repositoryFolder: string): void {
  const keys = resolve(keysFolder);
  const repository = resolve(repositoryFolder);
  if (`${keys}${sep}`.startsWith(`${repository}${sep}`) || `${repository}${sep}`.startsWith(`${keys}${sep}`)) {
    throw new KioskError(
      'output-refused',
      'The keys must not lie within the repository, which everybody reads, nor the repository within the keys. Name two folders apart.',
    );
  }
  for (const folder of [keys, repository]) {
    if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0)) {
      throw new KioskError(
        'output-refused',
        `${folder} holds something already; nothing was changed. Name a folder that is empty or not there.`,
      );
    }
  }
}

async function makeKeys(ceremony: Ceremony, folder: string): Promise<Record<TopRole, RoleKeyPlan>> {
  const make = async (role: TopRole): Promise<RoleKeyPlan> => {
    const { keyCount, threshold } = ceremony.plan[role];
    const keys = Array.from({ length: keyCount }, () => createSigningKey());
    const facts = { role, createdDate: officeDate(ceremony.nowMs) };
    for (const key of keys) {
      const isOnline = role === 'snapshot' || role === 'timestamp';
      storeKey(
        folder,
        isOnline ? plainKeyFile(key, facts) : await sealKeyFile(key, facts, ceremony.passphrase, ceremony.scryptCost),
      );
    }
    return { keys, threshold };
  };
  return {
    root: await make('root'),
    targets: await make('targets'),
    snapshot: await make('snapshot'),
    timestamp: await make('timestamp'),
  };
}

function draftOf(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}.making`);
}

/** Were the second not to succeed, the first is taken back. */
function moveBothIn(...moves: readonly (readonly [draft: string, folder: string])[]): void {
  const done: string[] = [];
  try {
    for (const [draft, folder] of moves) {
      if (existsSync(folder)) rmdirSync(folder);
      renameSync(draft, folder);
      done.push(folder);
      syncFolder(dirname(folder));
    }
  } catch (error) {
    for (const folder of done) {
      rmSync(folder, { recursive: true, force: true });
    }
    throw error;
  }
}
