/** Splits a text into marked and unmarked parts, whatever the ranges are like. */

export interface HighlightPart {
  readonly text: string;
  readonly isMarked: boolean;
  /** Where the part begins in the text; unique, so it serves as a key. */
  readonly start: number;
}

type Range = readonly [start: number, end: number];

/** Ranges may overlap, be unordered or reach past the end; the parts put together always give the text again. */
export function highlightParts(text: string, ranges: readonly Range[]): HighlightPart[] {
  const parts: HighlightPart[] = [];
  let position = 0;
  const add = (end: number, isMarked: boolean) => {
    if (end > position) parts.push({ text: text.slice(position, end), isMarked, start: position });
    position = Math.max(position, end);
  };
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    add(Math.min(start, text.length), false);
    add(Math.min(end, text.length), true);
  }
  add(text.length, false);
  return parts;
}
