/** A painter without fonts: every letter is half an em wide and leaves no ink. For tests of what stands where. */
import type { TextPainter } from '../../main/core/ports.ts';

export function createPlainTextPainter(): TextPainter {
  return {
    widthOf: (text, font) => Array.from(text).length * font.emDots * (font.bold ? 0.55 : 0.5),
    paint: (_texts, widthDots, heightDots) => new Uint8Array((widthDots / 8) * heightDots),
  };
}
