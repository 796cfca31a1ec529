/** Files of a release repository in memory, behind the port; it writes down what was asked for, and a test may break any answer. */
import { createHash } from 'node:crypto';
import {
  type ReleaseRepository,
  RepositoryFetchError,
  type RepositoryRequest,
  type RepositoryResponse,
} from '../../main/core/ports.ts';
import { isRepositoryPath } from '../../main/core/releases/repository-paths.ts';

export interface MemoryRequest {
  readonly path: string;
  readonly offsetBytes: number;
  readonly etag: string | null;
  readonly maximumBytes: number;
}

export interface MemoryRepository extends ReleaseRepository {
  /** By path in the repository. */
  readonly files: Map<string, Buffer>;
  /** Everything that was asked for, in order. */
  readonly requests: MemoryRequest[];
  /** Bytes of bodies that were handed out. */
  readonly sent: { bytes: number };
  /** Asked first; null goes on as usual. May throw a `RepositoryFetchError`. */
  answer: { by: (request: RepositoryRequest) => RepositoryResponse | null };
  /** A copy of all files as they stand now, to be served again later. */
  copyFiles(): Map<string, Buffer>;
  serve(files: ReadonlyMap<string, Buffer>): void;
}

const pieceBytes = 16_384;

export function createMemoryRepository(): MemoryRepository {
  const files = new Map<string, Buffer>();
  const requests: MemoryRequest[] = [];
  const sent = { bytes: 0 };
  const answer: MemoryRepository['answer'] = { by: () => null };
  return {
    files,
    requests,
    sent,
    answer,
    async fetch(request) {
      const { path, offsetBytes, etag, maximumBytes } = request;
      requests.push({ path, offsetBytes, etag, maximumBytes });
      const special = answer.by(request);
      if (special !== null) {
        return special;
      }
      // As every adapter does.
      const file = isRepositoryPath(path) ? files.get(path) : undefined;
      if (file === undefined) {
        throw new RepositoryFetchError('not-found', `${path} is not there`);
      }
      if (file.length > maximumBytes) {
        throw new RepositoryFetchError('too-large', `${path} has ${file.length} bytes, ${maximumBytes} are allowed`);
      }
      const ownEtag = etagOf(file);
      const start = etag === ownEtag && offsetBytes <= file.length ? offsetBytes : 0;
      return { offsetBytes: start, etag: ownEtag, totalBytes: file.length, body: pieces(file.subarray(start), sent) };
    },
    close: () => Promise.resolve(),
    copyFiles: () => new Map(files),
    serve(other) {
      const copy = [...other];
      files.clear();
      for (const [path, bytes] of copy) {
        files.set(path, bytes);
      }
    },
  };
}

export function etagOf(bytes: Uint8Array): string {
  return `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
}

async function* pieces(bytes: Buffer, sent: { bytes: number }): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    const piece = bytes.subarray(start, start + pieceBytes);
    sent.bytes += piece.length;
    yield piece;
  }
}
