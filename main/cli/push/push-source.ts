/** The repository that is pushed from: a published one or an exported folder. */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { createFolderRepository } from '../../adapters/releases/create-folder-repository.ts';
import { KioskError } from '../../contract/error.ts';
import { RepositoryFetchError } from '../../core/ports.ts';
import { type BundleFile, bundleLine, pushLimits } from '../../core/releases/bundle-stream.ts';
import type { ReadRepositoryFile } from '../../core/releases/files-for-kiosk.ts';

export interface PushSource {
  readonly read: ReadRepositoryFile;
  /** With their lengths. */
  measure(paths: readonly string[]): Promise<BundleFile[]>;
  /** The stream a kiosk is sent; `onSent` hears how many bytes went since the last call. */
  stream(files: readonly BundleFile[], onSent: (bytes: number) => void): AsyncIterable<Uint8Array>;
}

const exportFolder = 'kiosk-release';
const timestampPath = 'metadata/timestamp.json';

/** Metadata and the manifest; a target is not read whole. */
const maximumReadBytes = 20_000_000;

/** Error: `source-unreadable` where neither the folder nor an export in it is a repository. */
export function openPushSource(folder: string, signal: AbortSignal): PushSource {
  const base = [folder, join(folder, exportFolder)].find(
    (place) => lstatSync(join(place, timestampPath), { throwIfNoEntry: false }) !== undefined,
  );
  if (base === undefined) {
    throw new KioskError(
      'source-unreadable',
      `${folder} is no release repository: there is no ${timestampPath} in it, nor in ${exportFolder}/. Name the folder given to "kioskctl release publish --repo" or "kioskctl release export --to".`,
    );
  }
  const repository = createFolderRepository({ base, medium: 'the repository' });
  const known = new Map<string, Promise<Uint8Array | null>>();
  const fetch = (path: string, maximumBytes: number) =>
    repository.fetch({ path, offsetBytes: 0, etag: null, maximumBytes, signal });

  const readNow = async (path: string): Promise<Uint8Array | null> => {
    try {
      const pieces: Uint8Array[] = [];
      for await (const piece of (await fetch(path, maximumReadBytes)).body) {
        pieces.push(piece);
      }
      return Buffer.concat(pieces);
    } catch (error) {
      if (error instanceof RepositoryFetchError && error.reason === 'not-found') {
        return null;
      }
      throw error;
    }
  };

  async function* stream(files: readonly BundleFile[], onSent: (bytes: number) => void): AsyncGenerator<Uint8Array> {
    for (const file of files) {
      yield bundleLine(file);
      for await (const piece of (await fetch(file.path, file.bytes)).body) {
        yield piece;
        onSent(piece.length);
      }
    }
  }

  return {
    stream,
    // Kept, as a hundred kiosks are sent the same few files.
    read: (path) => {
      const found = known.get(path) ?? readNow(path);
      known.set(path, found);
      return found;
    },
    measure: (paths) =>
      Promise.all(
        paths.map(async (path) => ({ path, bytes: (await fetch(path, pushLimits.mostFileBytes)).totalBytes ?? 0 })),
      ),
  };
}
