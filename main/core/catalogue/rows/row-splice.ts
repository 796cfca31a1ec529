/** What two texts have in common at both ends, without ever cutting a letter of two code units in half. */

export interface CommonEnds {
  /** UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

export function commonEnds(from: string, to: string): CommonEnds {
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from.charCodeAt(start) === to.charCodeAt(start)) {
    start += 1;
  }
  if (start > 0 && isHighSurrogate(from.charCodeAt(start - 1))) {
    start -= 1;
  }
  let end = 0;
  while (end < most - start && from.charCodeAt(from.length - 1 - end) === to.charCodeAt(to.length - 1 - end)) {
    end += 1;
  }
  if (end > 0 && isLowSurrogate(from.charCodeAt(from.length - end))) {
    end -= 1;
  }
  return { start, end };
}

/** Null where the text is too short for both ends, or they are no numbers. */
export function spliced(from: string, start: number, end: number, middle: string): string | null {
  const fits = Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && end >= 0;
  return fits && start + end <= from.length ? from.slice(0, start) + middle + from.slice(from.length - end) : null;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd8_00 && unit <= 0xdb_ff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc_00 && unit <= 0xdf_ff;
}
