/** Cuts a stream of ESC/POS bytes into commands, whatever pieces it comes in. Knows lengths only, not meanings (Epson's reference). */

export type EscPosCommand =
  | { readonly kind: 'text'; readonly bytes: Uint8Array }
  /** `name` is the command's first bytes in hex, e.g. `1b40`; `parameters` what follows. */
  | { readonly kind: 'command'; readonly name: string; readonly parameters: Uint8Array }
  | { readonly kind: 'control'; readonly byte: number };

/**
 * Commands whose length is fixed: how many parameter bytes follow, and the two bytes in hex they begin with (ESC 1b, FS 1c,
 * GS 1d, DLE 10). Of GS v 0 these are the measures only: the rows behind them are printed as they come.
 */
const namesByLength: readonly (readonly [parameterBytes: number, names: string])[] = [
  [0, '1b0c 1b32 1b40 1b4c 1b53 1b69 1b6d 1b76 1c26 1c2e 1d3a'],
  [1, '1005 1b20 1b21 1b25 1b2d 1b33 1b34 1b3d 1b3f 1b45 1b47 1b4a 1b4b 1b4d 1b52 1b54 1b56 1b61 1b64 1b65'],
  [1, '1b72 1b74 1b75 1b7b 1c21 1c2d 1c43 1c57 1d21 1d2f 1d42 1d45 1d48 1d49 1d54 1d61 1d62 1d66 1d68 1d72'],
  [1, '1d77'],
  [2, '1b24 1b42 1b5c 1b63 1c53 1c70 1d24 1d4c 1d50 1d57 1d5c'],
  [3, '1b70'],
  [6, '1d76'],
  [8, '1b57'],
];
const fixedLengths: ReadonlyMap<string, number> = new Map(
  namesByLength.flatMap(([length, names]) => names.split(' ').map((name) => [name, length] as const)),
);

/**
 * The first command of `bytes` and its whole length; null where more bytes are needed. An unknown introducer is taken as
 * two bytes long, as printers ignore what they do not know.
 */
export function nextCommand(bytes: Uint8Array): { readonly command: EscPosCommand; readonly length: number } | null {
  const [first, second] = bytes;
  if (first === undefined) {
    return null;
  }
  if (first !== 0x10 && first !== 0x1b && first !== 0x1c && first !== 0x1d) {
    return first < 0x20 ? { command: { kind: 'control', byte: first }, length: 1 } : textRun(bytes);
  }
  if (second === undefined) {
    return null;
  }
  const name = first.toString(16).padStart(2, '0') + second.toString(16).padStart(2, '0');
  const parameters = parameterLength(name, bytes.subarray(2));
  if (parameters === null || bytes.length < 2 + parameters) {
    return null;
  }
  return { command: { kind: 'command', name, parameters: bytes.slice(2, 2 + parameters) }, length: 2 + parameters };
}

function textRun(bytes: Uint8Array): { readonly command: EscPosCommand; readonly length: number } {
  const end = bytes.findIndex((byte) => byte < 0x20);
  const length = end === -1 ? bytes.length : end;
  return { command: { kind: 'text', bytes: bytes.slice(0, length) }, length };
}

/** Null where the length itself has not arrived yet. */
function parameterLength(name: string, rest: Uint8Array): number | null {
  const fixed = fixedLengths.get(name);
  if (fixed !== undefined) {
    return fixed;
  }
  const word = (at: number): number => (rest[at] ?? 0) + 256 * (rest[at + 1] ?? 0);
  const [first, second] = rest;
  switch (name) {
    // DLE EOT: 7 and 8 have a second number.
    case '1004':
      return first === undefined ? null : first === 7 || first === 8 ? 2 : 1;
    // DLE DC4: pulse and power off three, buzzer five, status two, clear eight.
    case '1014':
      return first === undefined
        ? null
        : (new Map([
            [3, 5],
            [7, 2],
            [8, 8],
          ]).get(first) ?? 3);
    // ESC *: m nL nH, then columns of one or three bytes.
    case '1b2a':
      return rest.length < 3 ? null : 3 + word(1) * ((first ?? 0) >= 32 ? 3 : 1);
    // GS (, FS (, ESC ( : a letter, pL pH, then the parameters.
    case '1d28':
    case '1c28':
    case '1b28':
      return rest.length < 3 ? null : 3 + word(1);
    // GS 8 L: four length bytes.
    case '1d38':
      return rest.length < 5 ? null : 5 + word(1) + 65_536 * word(3);
    // GS V: some forms carry a feed.
    case '1d56':
      return first === undefined ? null : first >= 65 ? 2 : 1;
    // GS k: ended by NUL, or with a length.
    case '1d6b': {
      if (first === undefined || second === undefined) {
        return null;
      }
      const nul = rest.indexOf(0, 1);
      return first >= 65 ? 2 + second : nul === -1 ? null : nul + 1;
    }
    // ESC D: tab stops up to NUL.
    case '1b44': {
      const nul = rest.indexOf(0);
      return nul === -1 ? null : nul + 1;
    }
    default:
      return 0;
  }
}
