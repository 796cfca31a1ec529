/** Where the files of a repository lie, and which there are. */
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KioskError } from '../../contract/error.ts';

const metadataFolder = 'metadata';

/** `<repository>/metadata/<version>.<role>.json`. */
export function metadataPath(repository: string, role: string, version: number): string {
  return join(repository, metadataFolder, `${version}.${role}.json`);
}

export function timestampPath(repository: string): string {
  return join(repository, metadataFolder, 'timestamp.json');
}

/** Which versions of a role's metadata there are, the lowest first; also ones that nothing names any more, or never did. */
export function storedVersions(repository: string, role: string): number[] {
  return namesIn(join(repository, metadataFolder))
    .flatMap((name) => {
      const [version = '', ...rest] = name.split('.');
      return rest.join('.') === `${role}.json` && /^[1-9][0-9]{0,8}$/u.test(version) ? [Number(version)] : [];
    })
    .sort((a, b) => a - b);
}

/** Names in a folder in a fixed order; none where it is missing. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return [];
    }
    throw error;
  }
}

/** Null where it is missing. Other errors of the file system. */
export function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
      return null;
    }
    throw error;
  }
}

/** Error: `repository-damaged` where it is missing. */
export function readPart(path: string): Buffer {
  const bytes = readIfThere(path);
  if (bytes === null) {
    throw new KioskError('repository-damaged', `${path} is missing.`);
  }
  return bytes;
}

/** Relative paths with `/` of all plain files below these folders of a repository, in a fixed order. */
export function filesUnder(repository: string, folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    entriesIn(join(repository, folder)).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesUnder(repository, [path]) : [path];
    }),
  );
}

function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return [];
    }
    throw error;
  }
}
