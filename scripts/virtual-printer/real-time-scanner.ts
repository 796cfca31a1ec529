/** Finds DLE EOT n in what arrives, wherever it stands: a printer answers it at once, before what was sent earlier is printed. */

export interface RealTimeScanner {
  /** The kinds n asked for in this piece, in order; a request may begin in an earlier piece. */
  scan(bytes: Uint8Array): number[];
}

export function createRealTimeScanner(): RealTimeScanner {
  let before = [0, 0];
  return {
    scan(bytes) {
      const kinds: number[] = [];
      for (const byte of bytes) {
        if (before[0] === 0x10 && before[1] === 0x04 && byte >= 1 && byte <= 4) {
          kinds.push(byte);
        }
        before = [before[1] ?? 0, byte];
      }
      return kinds;
    },
  };
}
