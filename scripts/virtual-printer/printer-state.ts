/** How the virtual printer is and what it can, and the status bytes that tell of it (Epson ESC/POS: DLE EOT, GS r, GS a). */

export interface PrinterState {
  readonly paper: 'ok' | 'near-end' | 'out';
  readonly coverOpen: boolean;
  /** Off-line without a cause of its own, as after the feed button or an error of the host. */
  readonly offline: boolean;
  /** `jams`: at the next cut. `jammed`: stands, off-line, until it is `ok` again. */
  readonly cutter: 'ok' | 'jams' | 'jammed';
  /** Something else that stops it: a broken part, or a print head too hot. */
  readonly error: 'none' | 'unrecoverable' | 'auto-recoverable';
  /** False: it prints and never says a word, as cheap units do. */
  readonly answers: boolean;
  /** How late every answer is; 0–60,000. */
  readonly answerDelayMs: number;
  /** True: says random bytes where it should answer. */
  readonly garbage: boolean;
  /** False: it takes the connection and then nothing, as a hung one does. */
  readonly reads: boolean;
  /** False: refuses connections; the pseudo-terminal or the pipe is not there. */
  readonly reachable: boolean;
}

export const readyState: PrinterState = {
  paper: 'ok',
  coverOpen: false,
  offline: false,
  cutter: 'ok',
  error: 'none',
  answers: true,
  answerDelayMs: 0,
  garbage: false,
  reads: true,
  reachable: true,
};

/** What this unit was built with. */
export interface PrinterAbilities {
  /** GS ( H fn 48. */
  readonly fence: boolean;
  /** GS a. */
  readonly changes: boolean;
  /** DLE DC4 fn 8. */
  readonly clear: boolean;
  /** DLE ENQ 1 and 2. */
  readonly recover: boolean;
  readonly cut: boolean;
  readonly nearEndSensor: boolean;
}

export const allAbilities: PrinterAbilities = {
  fence: true,
  changes: true,
  clear: true,
  recover: true,
  cut: true,
  nearEndSensor: true,
};

/** What is sent waits in the printer until this is over. */
export function isHalted(state: PrinterState): boolean {
  return isOffline(state) || !state.reads;
}

function isOffline(state: PrinterState): boolean {
  return (
    state.paper === 'out' || state.coverOpen || state.offline || state.cutter === 'jammed' || state.error !== 'none'
  );
}

const bits = (flags: readonly (readonly [isSet: boolean, bit: number])[]): number =>
  flags.reduce((byte, [isSet, bit]) => byte | (isSet ? bit : 0), 0);

function errorBits({ cutter, error }: PrinterState): number {
  return bits([
    [cutter === 'jammed', 0x08],
    [error === 'unrecoverable', 0x20],
    [error === 'auto-recoverable', 0x40],
  ]);
}

/** Bits 0 and 1 near the end, 2 and 3 at the end: the form of GS r 1 and of the third byte told by itself. */
export function paperBits({ paper }: PrinterState, { nearEndSensor }: PrinterAbilities): number {
  return bits([
    [nearEndSensor && paper !== 'ok', 0x03],
    [paper === 'out', 0x0c],
  ]);
}

/** DLE EOT n. Bits 1 and 4 are always set. Null for a kind that this printer does not know. */
export function statusReply(state: PrinterState, abilities: PrinterAbilities, kind: number): number | null {
  const paper = paperBits(state, abilities);
  switch (kind) {
    case 1:
      return 0x12 | bits([[isOffline(state), 0x08]]);
    case 2:
      return (
        0x12 |
        bits([
          [state.coverOpen, 0x04],
          [state.paper === 'out', 0x20],
          [errorBits(state) !== 0, 0x40],
        ])
      );
    case 3:
      return 0x12 | errorBits(state);
    case 4:
      // Bits 2 and 3 near the end, 5 and 6 at the end.
      return 0x12 | ((paper & 0x03) << 2) | ((paper & 0x0c) << 3);
    default:
      return null;
  }
}

/** The four bytes GS a makes it tell by itself. */
export function changesReply(state: PrinterState, abilities: PrinterAbilities): Uint8Array {
  const first = bits([
    [isOffline(state), 0x08],
    [state.coverOpen, 0x20],
  ]);
  return Uint8Array.of(0x10 | first, errorBits(state), paperBits(state, abilities), 0x0f);
}

/** Of those bytes what `n` of GS a asks for: 2 on-line, 4 errors, 8 paper. A change elsewhere is not told. */
export function watchedPart(reply: Uint8Array, n: number): string {
  const [printer = 0, errors = 0, paper = 0] = reply;
  return [(n & 2) === 0 ? 0 : printer, (n & 4) === 0 ? 0 : errors, (n & 8) === 0 ? 0 : paper].join(' ');
}
