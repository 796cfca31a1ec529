/** Finds real-time commands in what arrives, wherever they stand: a printer carries them out at once, in the middle of a picture too. */

export type RealTimeCommand =
  /** DLE EOT n. */
  | { readonly kind: 'status'; readonly n: number }
  /** DLE ENQ n. */
  | { readonly kind: 'recover'; readonly n: 1 | 2 }
  /** DLE DC4 fn 8. */
  | { readonly kind: 'clear' };

export interface RealTimeScanner {
  /** The command this byte ends, or null. */
  step(byte: number): RealTimeCommand | null;
  /** How many of `bytes`, from the first, end the command that is under way or make up a whole one; 0 where they do not. */
  completes(bytes: Uint8Array): number;
  reset(): void;
}

const clearCommand: readonly number[] = [0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08];
const commands: readonly (readonly [bytes: readonly number[], command: RealTimeCommand])[] = [
  ...[1, 2, 3, 4].map((n) => [[0x10, 0x04, n], { kind: 'status', n }] as const),
  ...([1, 2] as const).map((n) => [[0x10, 0x05, n], { kind: 'recover', n }] as const),
  [clearCommand, { kind: 'clear' }],
];

export function createRealTimeScanner(): RealTimeScanner {
  let matched: readonly number[] = [];
  return {
    step(byte) {
      // Of all but a few bytes this is all there is to do.
      if (matched.length === 0 && byte !== 0x10) {
        return null;
      }
      const { command, rest } = follow(matched, byte);
      matched = rest;
      return command;
    },
    completes(bytes) {
      let rest = matched;
      for (const [index, byte] of bytes.subarray(0, clearCommand.length).entries()) {
        const next = follow(rest, byte);
        if (next.command !== null || next.rest.length === 0) {
          return next.command === null ? 0 : index + 1;
        }
        rest = next.rest;
      }
      return 0;
    },
    reset() {
      matched = [];
    },
  };
}

/** What is matched after one byte more; a byte that does not go on may begin anew. */
function follow(
  matched: readonly number[],
  byte: number,
): { command: RealTimeCommand | null; rest: readonly number[] } {
  for (let from = 0; from <= matched.length; from += 1) {
    const rest = [...matched.slice(from), byte];
    const found = commands.find(([bytes]) => rest.every((value, index) => bytes[index] === value));
    if (found !== undefined) {
      const [bytes, command] = found;
      return bytes.length === rest.length ? { command, rest: [] } : { command: null, rest };
    }
  }
  return { command: null, rest: [] };
}
