/** Gives a kiosk the root it is to trust: without one it takes no update. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { KioskError } from '../../contract/error.ts';
import { rootFault } from './read-repository.ts';
import { readIfThere } from './repository-files.ts';
import { rootFingerprint } from './root-fingerprint.ts';
import { parseSignedFile, type SignedFile } from './signed-file.ts';
import { writeDurably } from './write-durably.ts';

/** A root is some kilobytes long. */
const maximumRootBytes = 512_000;

export interface TrustCandidate {
  readonly root: SignedFile<'root'>;
  readonly bytes: Buffer;
  readonly fingerprint: string;
}

/** Errors: `not-found` where there is no such file, `repository-refused` where it is no root, or not signed by enough of its own keys. */
export function readTrustCandidate(path: string): TrustCandidate {
  const bytes = readIfThere(path);
  if (bytes === null) {
    throw new KioskError(
      'not-found',
      `There is no file ${path}. kioskctl keys init writes trusted-root.json into the folder of the keys.`,
    );
  }
  if (bytes.length > maximumRootBytes) {
    throw new KioskError('repository-refused', `${path} is no root: it is longer than ${maximumRootBytes} bytes.`);
  }
  let root: SignedFile<'root'>;
  try {
    root = parseSignedFile('root', bytes, path);
  } catch (error) {
    throw new KioskError('repository-refused', `${path} is no trusted root; nothing was installed.`, { cause: error });
  }
  const fault = rootFault(root, root, root.signed.version);
  if (fault !== null || root.signed.version < 1) {
    throw new KioskError(
      'repository-refused',
      `${path} is not signed by enough of its own keys (${fault ?? 'version 0'}); nothing was installed.`,
    );
  }
  return { root, bytes, fingerprint: rootFingerprint(bytes) };
}

/** Where a kiosk looks for it. */
export function trustPath(dataFolder: string): string {
  return join(dataFolder, 'trust', 'root.json');
}

/** On the disk when it returns; a running kiosk reads it at its next check. Returns whether it stood there already. Errors of the file system. */
export function installTrust(
  dataFolder: string,
  { bytes }: TrustCandidate,
): { readonly path: string; readonly wasThere: boolean } {
  const path = trustPath(dataFolder);
  if (readIfThere(path)?.equals(bytes) === true) {
    return { path, wasThere: true };
  }
  // As the kiosk makes it; what it will hold is for its user alone.
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  writeDurably(path, bytes);
  return { path, wasThere: false };
}
