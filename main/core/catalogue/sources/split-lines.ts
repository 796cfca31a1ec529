/** Cuts a stream of bytes into lines without decoding it, so that one line of bad UTF-8 spoils no other. */

const newline = 0x0a;

/** `bytes` is null where the line was longer than allowed; it was skipped without being kept. `ended` is false only for a last line without a line break. */
export interface ByteLine {
  readonly line: number;
  readonly bytes: Uint8Array | null;
  readonly ended: boolean;
}

/** Yields every line without its line break, numbered from 1. Holds at most one line and one chunk in memory. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  maximumBytes: number,
): AsyncGenerator<ByteLine, void, undefined> {
  let line = 1;
  let held = emptyLine();
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(newline, start); end !== -1; end = chunk.indexOf(newline, start)) {
      hold(held, chunk.subarray(start, end), maximumBytes);
      yield { line, bytes: joined(held), ended: true };
      line += 1;
      held = emptyLine();
      start = end + 1;
    }
    hold(held, chunk.subarray(start), maximumBytes);
  }
  if (held.lengthBytes > 0) {
    yield { line, bytes: joined(held), ended: false };
  }
}

interface HeldLine {
  pieces: Uint8Array[];
  lengthBytes: number;
  tooLong: boolean;
}

function emptyLine(): HeldLine {
  return { pieces: [], lengthBytes: 0, tooLong: false };
}

function hold(held: HeldLine, piece: Uint8Array, maximumBytes: number): void {
  held.lengthBytes += piece.length;
  if (held.lengthBytes > maximumBytes) {
    held.tooLong = true;
    held.pieces = [];
  } else if (piece.length > 0) {
    held.pieces.push(piece);
  }
}

function joined(held: HeldLine): Uint8Array | null {
  if (held.tooLong) {
    return null;
  }
  const [first] = held.pieces;
  return held.pieces.length === 1 && first !== undefined ? first : Buffer.concat(held.pieces);
}
