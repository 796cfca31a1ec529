/** The last content of the one small file that is asked for at every check, so that a server may answer "not changed" (304). */

export interface Remembered {
  /** Strong. */
  readonly etag: string;
  readonly bytes: Uint8Array;
}

export interface RememberedFile {
  /** Null where there is none of such a length, or where it has been relied on for long enough. */
  recall(maximumBytes: number): Remembered | null;
  /** Hands the body on and keeps it once it has come whole. */
  learn(etag: string | null, body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
}

/** Longer ones are not kept. */
const mostBytes = 65_536;
/** Then it is fetched anew: what came broken once must not be believed for ever, as nobody here can tell. */
const mostRecalls = 12;

export function createRememberedFile(): RememberedFile {
  let kept: Remembered | null = null;
  let recalls = 0;

  async function* learn(etag: string | null, body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    kept = null;
    recalls = 0;
    const pieces: Uint8Array[] = [];
    let lengthBytes = 0;
    for await (const piece of body) {
      lengthBytes += piece.length;
      if (lengthBytes <= mostBytes) {
        pieces.push(piece);
      }
      yield piece;
    }
    kept = etag === null || lengthBytes > mostBytes ? null : { etag, bytes: Buffer.concat(pieces) };
  }

  return {
    learn,
    recall: (maximumBytes) => {
      if (kept === null || kept.bytes.length > maximumBytes || recalls >= mostRecalls) {
        return null;
      }
      recalls += 1;
      return kept;
    },
  };
}
