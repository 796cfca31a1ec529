/** Where a job may be interrupted by a question: a printer takes whatever stands inside a strip for dots as well. */

const rasterHead = [0x1d, 0x76, 0x30] as const;
const rasterHeadBytes = 8;

/**
 * The job's bytes in order: what stands before the first strip (it initialises), each strip (GS v 0) with what stands before
 * it, and the rest. A job without strips is one piece.
 */
export function jobPieces(job: Uint8Array): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (let strip = nextStrip(job, 0); strip !== -1; strip = nextStrip(job, from)) {
    const { [strip + 4]: xLow = 0, [strip + 5]: xHigh = 0, [strip + 6]: yLow = 0, [strip + 7]: yHigh = 0 } = job;
    const end = strip + rasterHeadBytes + (xLow + xHigh * 256) * (yLow + yHigh * 256);
    if (pieces.length === 0 && strip > 0) {
      pieces.push(job.subarray(0, strip));
      from = strip;
    }
    pieces.push(job.subarray(from, end));
    from = end;
  }
  if (from < job.length) {
    pieces.push(job.subarray(from));
  }
  return pieces;
}

function nextStrip(job: Uint8Array, from: number): number {
  for (let at = job.indexOf(rasterHead[0], from); at !== -1; at = job.indexOf(rasterHead[0], at + 1)) {
    if (job[at + 1] === rasterHead[1] && job[at + 2] === rasterHead[2]) {
      return at;
    }
  }
  return -1;
}
