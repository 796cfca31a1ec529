/** Brings a signed file to the disk, going on where an earlier try broke off; what stands there in the end is what was signed. */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '../durable-file.ts';
import { type ReleaseRepository, RepositoryFetchError } from '../ports.ts';
import { storedTargetPath } from '../releases/repository-paths.ts';
import type { SignedTarget } from './metadata/refresh-metadata.ts';
import { UpdateFailedError } from './update-failed-error.ts';

export interface DownloadOptions {
  readonly repository: ReleaseRepository;
  readonly target: SignedTarget;
  readonly incomingFolder: string;
  readonly signal: AbortSignal;
  readonly onBytes: (receivedBytes: number) => void;
}

/** The file's path. Errors: `UpdateFailedError` (`wrong-hash`), `RepositoryFetchError`, those of the file system. */
export async function downloadTarget(options: DownloadOptions): Promise<string> {
  const { target, incomingFolder } = options;
  await mkdir(incomingFolder, { recursive: true, mode: 0o700 });
  const whole = join(incomingFolder, target.sha256);
  const part = `${whole}.part`;
  if ((await sizeOf(whole)) === target.lengthBytes) {
    return whole;
  }
  const { hadBytes, sha256 } = await receive(part, options);
  if (sha256 === target.sha256) {
    await rename(part, whole);
    await forget(part);
    return whole;
  }
  await forget(part);
  if (hadBytes > 0) {
    // The part from before may be what is wrong; without it the answer is certain.
    return downloadTarget(options);
  }
  throw new UpdateFailedError('wrong-hash', `${target.target} is not the file that was signed for.`);
}

/** Bytes of a target that are on the disk already. */
export async function receivedBytes(target: SignedTarget, incomingFolder: string): Promise<number> {
  const whole = join(incomingFolder, target.sha256);
  return Math.max(await sizeOf(whole), await sizeOf(`${whole}.part`));
}

async function receive(
  part: string,
  { repository, target, signal, onBytes }: DownloadOptions,
): Promise<{ readonly hadBytes: number; readonly sha256: string }> {
  const begun = await partOf(part, target.lengthBytes);
  const response =
    begun.bytes === target.lengthBytes
      ? null
      : await repository.fetch({
          path: storedTargetPath(target.target, target.sha256),
          offsetBytes: begun.bytes,
          etag: begun.etag,
          maximumBytes: target.lengthBytes,
          signal,
        });
  if (response !== null && response.offsetBytes !== 0 && response.offsetBytes !== begun.bytes) {
    throw new RepositoryFetchError('bad-answer', `${target.target} goes on at another place than was asked for.`);
  }
  const hadBytes = response === null ? begun.bytes : response.offsetBytes;
  const hash = createHash('sha256');
  await hashBeginning(part, hadBytes, hash);
  const lengthBytes = response === null ? hadBytes : await write(part, hadBytes, hash, { response, target, onBytes });
  if (lengthBytes < target.lengthBytes) {
    throw new RepositoryFetchError('unreachable', `${target.target} broke off after ${lengthBytes} bytes.`);
  }
  return { hadBytes, sha256: hash.digest('hex') };
}

interface Writing {
  readonly response: Awaited<ReturnType<ReleaseRepository['fetch']>>;
  readonly target: SignedTarget;
  readonly onBytes: (receivedBytes: number) => void;
}

/** Appends what comes; answers how long the file is. The part stays for the next try, but where the disk is full. */
async function write(
  part: string,
  fromBytes: number,
  hash: Hash,
  { response, target, onBytes }: Writing,
): Promise<number> {
  const file = await open(part, fromBytes === 0 ? 'w' : 'r+', 0o600);
  let lengthBytes = fromBytes;
  try {
    await file.truncate(fromBytes);
    if (response.etag !== null) {
      replaceFile(`${part}.etag`, response.etag);
    }
    for await (const piece of response.body) {
      if (lengthBytes + piece.length > target.lengthBytes) {
        throw new RepositoryFetchError('too-large', `${target.target} is longer than was signed for.`);
      }
      await file.write(piece, 0, piece.length, lengthBytes);
      hash.update(piece);
      lengthBytes += piece.length;
      onBytes(lengthBytes);
    }
    await file.sync();
    return lengthBytes;
  } catch (error) {
    if (!(error instanceof RepositoryFetchError) || error.reason === 'too-large') {
      await forget(part);
    }
    throw error;
  } finally {
    await file.close();
  }
}

/** A part goes on only under the strong ETag it was given, and only where there is more to come. */
async function partOf(
  part: string,
  lengthBytes: number,
): Promise<{ readonly bytes: number; readonly etag: string | null }> {
  const bytes = await sizeOf(part);
  const etag = bytes === 0 ? null : await readFile(`${part}.etag`, 'utf8').catch(() => null);
  if (bytes === lengthBytes || (etag !== null && bytes < lengthBytes)) {
    return { bytes, etag };
  }
  await forget(part);
  return { bytes: 0, etag: null };
}

async function hashBeginning(path: string, bytes: number, hash: Hash): Promise<void> {
  if (bytes > 0) {
    for await (const piece of createReadStream(path, { end: bytes - 1 })) {
      hash.update(piece);
    }
  }
}

async function sizeOf(path: string): Promise<number> {
  return await stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

async function forget(part: string): Promise<void> {
  await rm(part, { force: true });
  await rm(`${part}.etag`, { force: true });
}
