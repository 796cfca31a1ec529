/** The root of trust: installed by `kioskctl trust`, or brought along by the software. Without one no update is believed. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Metadata, MetadataKind } from '@tufjs/models';

export interface InstalledRoot {
  readonly bytes: Buffer;
  /** SHA-256 (hex) of the bytes, as `kioskctl trust` shows it. */
  readonly fingerprint: string;
  readonly version: number;
}

/** The first of the files that is there. Null where none is, and where it is no root that signs itself. */
export function readInstalledRoot(paths: readonly string[]): InstalledRoot | null {
  for (const path of paths) {
    const bytes = readIfThere(path);
    if (bytes !== null) {
      const version = rootVersion(bytes);
      return version === null
        ? null
        : { bytes, fingerprint: createHash('sha256').update(bytes).digest('hex'), version };
    }
  }
  return null;
}

/** Version of a root that enough of its own keys signed (TUF 1.0.33 §5.3.5); null for anything else. */
export function rootVersion(bytes: Buffer): number | null {
  try {
    const root = Metadata.fromJSON(MetadataKind.Root, JSON.parse(bytes.toString('utf8')));
    root.verifyDelegate(MetadataKind.Root, root);
    return root.signed.version;
  } catch {
    // Whatever is wrong with it, it is no root.
    return null;
  }
}

/** Null where it is not there or cannot be read. */
export function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
