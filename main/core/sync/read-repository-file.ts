/** Reads a small file of a repository into memory, never more of it than allowed. */
import { type ReleaseRepository, RepositoryFetchError } from '../ports.ts';

export interface SmallFileRequest {
  readonly path: string;
  readonly maximumBytes: number;
  readonly signal: AbortSignal;
}

/** Errors: `RepositoryFetchError`. */
export async function readRepositoryFile(repository: ReleaseRepository, request: SmallFileRequest): Promise<Buffer> {
  const response = await repository.fetch({ ...request, offsetBytes: 0, etag: null });
  if (response.offsetBytes !== 0) {
    throw new RepositoryFetchError('bad-answer', `${request.path} comes from its middle.`);
  }
  const pieces: Uint8Array[] = [];
  let lengthBytes = 0;
  for await (const piece of response.body) {
    lengthBytes += piece.length;
    if (lengthBytes > request.maximumBytes) {
      throw new RepositoryFetchError('too-large', `${request.path} is longer than ${request.maximumBytes} bytes.`);
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
