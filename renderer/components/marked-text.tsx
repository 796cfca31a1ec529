/** A text with what matched the search marked in it. */
import { highlightParts } from '../wording/highlight-parts.ts';

interface MarkedTextProps {
  readonly text: string;
  readonly ranges: readonly (readonly [start: number, end: number])[];
}

export function MarkedText({ text, ranges }: MarkedTextProps) {
  return highlightParts(text, ranges).map((part) =>
    part.isMarked ? <mark key={part.start}>{part.text}</mark> : <span key={part.start}>{part.text}</span>,
  );
}
