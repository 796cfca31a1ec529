/** Packed black-and-white dots: most significant bit first, rows padded to whole bytes, 1 is black. */

export interface Dots {
  readonly bits: Uint8Array;
  readonly bytesARow: number;
  readonly rows: number;
}

export function blankDots(widthDots: number, rows: number): Dots {
  const bytesARow = Math.ceil(widthDots / 8);
  return { bits: new Uint8Array(bytesARow * rows), bytesARow, rows };
}

export function isDark(dots: Dots, x: number, y: number): boolean {
  return ((dots.bits[y * dots.bytesARow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** Outside of `dots` it does nothing. */
export function darken(dots: Dots, x: number, y: number): void {
  if (x >= 0 && x < dots.bytesARow * 8 && y >= 0 && y < dots.rows) {
    const at = y * dots.bytesARow + (x >> 3);
    dots.bits[at] = (dots.bits[at] ?? 0) | (0x80 >> (x & 7));
  }
}

/** Prints `from` over what is there; `across` and `down` make each dot that many dots wide and high. */
export function stamp(
  onto: Dots,
  from: Dots,
  at: { readonly x: number; readonly y: number },
  across = 1,
  down = 1,
): void {
  for (let y = 0; y < from.rows * down; y += 1) {
    for (let x = 0; x < from.bytesARow * 8 * across; x += 1) {
      if (isDark(from, Math.floor(x / across), Math.floor(y / down))) {
        darken(onto, at.x + x, at.y + y);
      }
    }
  }
}

/** Each dot made `across` wide and `down` high. */
export function magnify(dots: Dots, across: number, down: number): Dots {
  if (across === 1 && down === 1) {
    return dots;
  }
  const large = blankDots(dots.bytesARow * 8 * across, dots.rows * down);
  stamp(large, dots, { x: 0, y: 0 }, across, down);
  return large;
}

/** A bar pattern (`1` dark) or the rows of a symbol, each module `across` × `down` dots. */
export function drawModules(rows: readonly string[], across: number, down: number): Dots {
  const width = Math.max(0, ...rows.map((row) => row.length)) * across;
  const dots = blankDots(width, rows.length * down);
  for (let y = 0; y < dots.rows; y += 1) {
    const row = rows[Math.floor(y / down)] ?? '';
    for (let x = 0; x < width; x += 1) {
      if (row[Math.floor(x / across)] === '1') {
        darken(dots, x, y);
      }
    }
  }
  return dots;
}

/** Upside down: turned by half a circle. */
export function turnRound(dots: Dots, widthDots: number): Dots {
  const turned = blankDots(widthDots, dots.rows);
  for (let y = 0; y < dots.rows; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      if (isDark(dots, x, y)) {
        darken(turned, widthDots - 1 - x, dots.rows - 1 - y);
      }
    }
  }
  return turned;
}
