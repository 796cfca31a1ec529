/** A release repository in a folder: on a stick, as it was pushed, or where IT staff publish. Only read, and trusted for nothing. */
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ReleaseRepository,
  RepositoryFetchError,
  type RepositoryFetchReason,
  type RepositoryRequest,
} from '../../core/ports.ts';
import { isRepositoryPath } from '../../core/releases/repository-paths.ts';
import { openPlainFile, type PlainFile } from './open-plain-file.ts';

export interface FolderRepositoryOptions {
  /** May lie behind links: staff, not a stick, say where it is. */
  readonly base: string;
  /** Folders from there to the repository, none of which may be a link; none: `base` is the repository. */
  readonly below?: readonly string[];
  /** What the folder lies on, as it stands in messages, e.g. `the stick`; default `the folder`. */
  readonly medium?: string;
}

export interface FolderRepository extends ReleaseRepository {
  /** Ends what is under way and all that is asked later as `unreachable`: the stick was pulled. */
  leave(): void;
}

const pieceBytes = 65_536;

/** By Node's `code`. */
const failures: Readonly<Record<string, readonly [RepositoryFetchReason, string]>> = {
  ENOENT: ['not-found', 'there is no such file'],
  ENOTDIR: ['not-found', 'there is no such file'],
  ELOOP: ['bad-answer', 'a symbolic link lies there; links are not followed'],
  EACCES: ['unreachable', 'this user may not read it'],
  EPERM: ['unreachable', 'this user may not read it'],
};

/** Has no ETag, because what lies in a folder is read again as quickly: every body begins with the file. */
export function createFolderRepository({
  base,
  below = [],
  medium = 'the folder',
}: FolderRepositoryOptions): FolderRepository {
  const ended = new AbortController();

  /** Rejects as soon as the caller, the stick or the kiosk is gone, also while the disk does not answer. */
  async function during<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
    const { promise, reject } = Promise.withResolvers<never>();
    const all = AbortSignal.any([signal, ended.signal]);
    const breakOff = (): void =>
      reject(
        ended.signal.aborted ? ended.signal.reason : new RepositoryFetchError('aborted', 'reading was called off'),
      );
    all.addEventListener('abort', breakOff, { once: true });
    if (all.aborted) {
      breakOff();
    }
    try {
      return await Promise.race([work, promise]);
    } catch (error) {
      throw error instanceof RepositoryFetchError ? error : await failureOf(error);
    } finally {
      all.removeEventListener('abort', breakOff);
    }
  }

  async function failureOf(error: unknown): Promise<RepositoryFetchError> {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
    const [reason, words] = failures[code] ?? ['unreachable', `${medium} cannot be read (${code || 'unknown reason'})`];
    // A file may be missing because all of it is gone; that is no answer about the file.
    return reason === 'not-found' && !(await isThere(join(base, ...below)))
      ? new RepositoryFetchError('unreachable', `${medium} is not there any more`, { cause: error })
      : new RepositoryFetchError(reason, words, { cause: error });
  }

  async function openFile(path: string, maximumBytes: number, signal: AbortSignal): Promise<PlainFile> {
    const opening = openPlainFile(base, [...below, ...path.split('/')]);
    let file: PlainFile;
    try {
      file = await during(signal, opening);
    } catch (error) {
      opening.then(letGo, () => undefined);
      throw error;
    }
    if (file.lengthBytes > maximumBytes) {
      letGo(file);
      throw new RepositoryFetchError('too-large', `the file is longer than ${maximumBytes} bytes`);
    }
    return file;
  }

  async function* readAll({ path, maximumBytes, signal }: RepositoryRequest, toldBytes: number) {
    const file = await openFile(path, maximumBytes, signal);
    try {
      let readBytes = 0;
      while (readBytes < file.lengthBytes) {
        const piece = new Uint8Array(Math.min(pieceBytes, file.lengthBytes - readBytes));
        const { bytesRead } = await during(signal, file.handle.read(piece, 0, piece.length, readBytes));
        if (bytesRead === 0) {
          break;
        }
        readBytes += bytesRead;
        yield piece.subarray(0, bytesRead);
      }
      if (readBytes !== toldBytes) {
        throw new RepositoryFetchError('bad-answer', 'the file was changed while it was read');
      }
    } finally {
      letGo(file);
    }
  }

  return {
    fetch: async (request) => {
      const { path, maximumBytes, signal } = request;
      if (!isRepositoryPath(path)) {
        throw new RepositoryFetchError('not-found', 'a repository holds no file of such a name');
      }
      // Opened again where it is read, so that nothing stays open of a body that nobody reads.
      const file = await openFile(path, maximumBytes, signal);
      letGo(file);
      const { lengthBytes: totalBytes } = file;
      return { offsetBytes: 0, etag: null, totalBytes, body: readAll(request, totalBytes) };
    },
    leave: () => ended.abort(new RepositoryFetchError('unreachable', `${medium} was pulled out`)),
    close: async () => ended.abort(new RepositoryFetchError('aborted', 'reading was called off')),
  };
}

/** Not waited for: a disk that is gone may take its time. */
function letGo({ handle }: PlainFile): void {
  handle.close().catch(() => undefined);
}

async function isThere(folder: string): Promise<boolean> {
  try {
    return (await lstat(folder)).isDirectory();
  } catch {
    return false;
  }
}
