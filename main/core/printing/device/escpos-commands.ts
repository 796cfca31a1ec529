/** The few ESC/POS commands that are a conversation with the printer; what it prints is made by `encode-job.ts`. Epson's reference. */

/** DLE EOT n: how are you? Answered at once, also off-line. n: 1 printer, 2 cause of being off-line, 3 error, 4 paper. */
export function askStatus(kind: 1 | 2 | 3 | 4): Uint8Array {
  return Uint8Array.of(0x10, 0x04, kind);
}

/** GS a n: tell me by yourself whenever something changes (automatic status back): drawer no; on-line, error, paper yes. */
export const tellChanges: Uint8Array = Uint8Array.of(0x1d, 0x61, 0x0e);

/** Process ids of fences go round after this many jobs: four bytes of 0x20–0x7E. */
export const fenceNumbers = 95 ** 4;

/** GS ( H fn 48: answered with `37 22 d1 d2 d3 d4 00` once everything before it was carried out. `job`: the job's own number. */
export function fence(job: number): Uint8Array {
  return Uint8Array.of(0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...fenceId(job));
}

/** d1–d4 of a job's fence. */
export function fenceId(job: number): readonly [number, number, number, number] {
  const digit = (place: number): number => 0x20 + (Math.floor(job / 95 ** place) % 95);
  return [digit(3), digit(2), digit(1), digit(0)];
}

/** GS r 1: the paper sensor's byte, answered in its turn, so that it serves as a fence where GS ( H is not known. */
export const askPaperSensorInTurn: Uint8Array = Uint8Array.of(0x1d, 0x72, 0x01);

/** DLE DC4 fn 8: empties receive and print buffer, also off-line; answered with `37 25 00`. */
export const clearBuffers: Uint8Array = Uint8Array.of(0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08);
/** DLE ENQ 2: recovers from an error after emptying the buffers; answered with nothing. */
export const recoverAndClear: Uint8Array = Uint8Array.of(0x10, 0x05, 0x02);
