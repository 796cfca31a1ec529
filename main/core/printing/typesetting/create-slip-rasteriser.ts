/** Turns a slip as data into dots: sets it, blackens boxes, rules and codes itself, and has the letters painted by an adapter. */
import type { SlipRasteriser, TextPainter } from '../../ports.ts';
import { encodePng } from './encode-png.ts';
import type { PlacedRectangle } from './placed-slip.ts';
import { qrModules } from './qr-modules.ts';
import type { SlipImage } from './slip-layout.ts';
import { heightOfElements, typesetSlip } from './typeset-slip.ts';

/** The same layout always gives the same dots. Throws a RangeError where the width is no multiple of 8. */
export function createSlipRasteriser(painter: TextPainter): SlipRasteriser {
  const means = { widthOf: painter.widthOf.bind(painter), qrModulesOf: rememberCodes() };
  return {
    measure: (layout, widthDots) => heightOfElements(layout, widthDots, means),
    rasterise(layout, widthDots) {
      if (widthDots <= 0 || widthDots % 8 !== 0) {
        throw new RangeError(`A slip's width must be a multiple of 8 dots, not ${widthDots}.`);
      }
      const placed = typesetSlip(layout, widthDots, means);
      const image: SlipImage = {
        widthDots,
        heightDots: placed.heightDots,
        bits: painter.paint(placed.texts, widthDots, placed.heightDots),
        cutsAtDots: placed.cutsAtDots,
      };
      for (const rectangle of placed.rectangles) {
        blacken(image, rectangle);
      }
      return image;
    },
    toPng: encodePng,
  };
}

/** A slip's codes are measured several times before they are drawn, and take milliseconds each. */
function rememberCodes(): (text: string) => boolean[][] {
  const kept = 16;
  const codes = new Map<string, boolean[][]>();
  return (text) => {
    const known = codes.get(text);
    if (known !== undefined) {
      return known;
    }
    if (codes.size >= kept) {
      codes.clear();
    }
    const modules = qrModules(text);
    codes.set(text, modules);
    return modules;
  };
}

/** Sets every dot of the rectangle; what lies outside the image is left away. */
function blacken(image: SlipImage, rectangle: PlacedRectangle): void {
  const bytesARow = image.widthDots / 8;
  const right = Math.min(image.widthDots, rectangle.xDots + rectangle.widthDots);
  const bottom = Math.min(image.heightDots, rectangle.yDots + rectangle.heightDots);
  for (let y = Math.max(0, rectangle.yDots); y < bottom; y += 1) {
    for (let x = Math.max(0, rectangle.xDots); x < right; x += 1) {
      const index = y * bytesARow + (x >> 3);
      image.bits[index] = (image.bits[index] ?? 0) | (0x80 >> (x & 7));
    }
  }
}
