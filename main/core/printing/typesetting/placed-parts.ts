/** The few ways in which parts of a slip are put together. */
import type { PlacedRectangle, PlacedText } from './placed-slip.ts';

/** What one element puts on the paper, with its own top left corner as origin. */
export interface Placed {
  readonly heightDots: number;
  readonly texts: readonly PlacedText[];
  readonly rectangles: readonly PlacedRectangle[];
}

/** One below the other. */
export function stack(parts: readonly Placed[]): Placed {
  let top = 0;
  const moved = parts.map((part) => {
    const at = shift(part, 0, top);
    top += part.heightDots;
    return at;
  });
  return {
    heightDots: top,
    texts: moved.flatMap((part) => part.texts),
    rectangles: moved.flatMap((part) => part.rectangles),
  };
}

/** Both where they are; as high as the higher one. */
export function sideBySide(left: Placed, right: Placed): Placed {
  return {
    heightDots: Math.max(left.heightDots, right.heightDots),
    texts: [...left.texts, ...right.texts],
    rectangles: [...left.rectangles, ...right.rectangles],
  };
}

/** Moved by whole dots; the height stays. */
export function shift(part: Placed, byX: number, byY: number): Placed {
  const x = Math.round(byX);
  const y = Math.round(byY);
  return {
    heightDots: part.heightDots,
    texts: part.texts.map((text) => ({ ...text, xDots: text.xDots + x, baselineDots: text.baselineDots + y })),
    rectangles: part.rectangles.map((each) => ({ ...each, xDots: each.xDots + x, yDots: each.yDots + y })),
  };
}

/** White. */
export function blank(heightDots: number): Placed {
  return { heightDots, texts: [], rectangles: [] };
}

/** A black bar at the origin. */
export function bar(widthDots: number, heightDots: number): PlacedRectangle {
  return { xDots: 0, yDots: 0, widthDots, heightDots };
}

/** An empty square at the left edge, `stroke` dots thick. */
export function frame(top: number, side: number, stroke: number): PlacedRectangle[] {
  return [
    { xDots: 0, yDots: top, widthDots: side, heightDots: stroke },
    { xDots: 0, yDots: top + side - stroke, widthDots: side, heightDots: stroke },
    { xDots: 0, yDots: top, widthDots: stroke, heightDots: side },
    { xDots: side - stroke, yDots: top, widthDots: stroke, heightDots: side },
  ];
}
