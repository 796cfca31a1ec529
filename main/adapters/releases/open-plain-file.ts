/** Opens a file beneath a folder that may be anybody's: no link on the way, no device, no pipe that would let one wait. */
import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { join } from 'node:path';
import { RepositoryFetchError } from '../../core/ports.ts';

/** Windows knows neither flag. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

export interface PlainFile {
  readonly handle: FileHandle;
  readonly lengthBytes: number;
}

/**
 * `base` may lie behind links, none of `parts` below it may. The file opened is the one that was looked at. Errors:
 * `bad-answer` for what is no plain file in plain folders; those of the file system.
 */
export async function openPlainFile(base: string, parts: readonly string[]): Promise<PlainFile> {
  let path = base;
  for (const part of parts.slice(0, -1)) {
    path = join(path, part);
    requireKind(await lstat(path), 'folder');
  }
  path = join(path, parts.at(-1) ?? '');
  const looked = await lstat(path, { bigint: true });
  requireKind(looked, 'file');
  const handle = await open(path, flags);
  try {
    const opened = await handle.stat({ bigint: true });
    requireKind(opened, 'file');
    if (opened.ino !== looked.ino || opened.dev !== looked.dev) {
      throw new RepositoryFetchError('bad-answer', 'the file was exchanged while it was opened');
    }
    return { handle, lengthBytes: Number(opened.size) };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function requireKind(found: Pick<BigIntStats, 'isFile' | 'isDirectory' | 'isSymbolicLink'>, kind: 'file' | 'folder') {
  if (found.isSymbolicLink()) {
    throw new RepositoryFetchError('bad-answer', 'a symbolic link lies there; links are not followed');
  }
  if (kind === 'file' ? !found.isFile() : !found.isDirectory()) {
    throw new RepositoryFetchError('bad-answer', `what lies there is no ordinary ${kind}`);
  }
}
