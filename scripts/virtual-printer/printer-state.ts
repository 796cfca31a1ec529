/** How the virtual printer is, and what it says of that in reply to DLE EOT n and GS r n (Epson ESC/POS). */

export interface PrinterState {
  readonly paper: 'ok' | 'near-end' | 'out';
  readonly coverOpen: boolean;
  /** Off-line without a cause of its own, as after the feed button or an error of the host. */
  readonly offline: boolean;
  /** False: it prints and never says a word, as cheap units do. */
  readonly answers: boolean;
  /** False: it takes the connection and then nothing, as a hung one does. */
  readonly reads: boolean;
}

export const readyState: PrinterState = { paper: 'ok', coverOpen: false, offline: false, answers: true, reads: true };

/** What is sent waits in the printer until this is over. */
export function isHalted(state: PrinterState): boolean {
  return state.paper === 'out' || state.coverOpen || state.offline;
}

/** Bits 1 and 4 are always set. Null for a kind that this printer does not know. */
export function statusReply(state: PrinterState, kind: number): number | null {
  const out = state.paper === 'out';
  const near = out || state.paper === 'near-end';
  switch (kind) {
    case 1:
      return 0x12 | (isHalted(state) ? 0x08 : 0);
    case 2:
      return 0x12 | (state.coverOpen ? 0x04 : 0) | (out ? 0x20 : 0);
    case 3:
      return 0x12;
    case 4:
      return 0x12 | (near ? 0x0c : 0) | (out ? 0x60 : 0);
    default:
      return null;
  }
}

/** GS r 1: bits 0 and 1 near the end, 2 and 3 at the end. */
export function paperSensorReply(state: PrinterState): number {
  return (state.paper === 'ok' ? 0 : 0x03) | (state.paper === 'out' ? 0x0c : 0);
}
