/** The dark and light squares of a QR code. It is printed as raster, so that it is the same on every printer. */
import createCode from 'qrcode-generator';

/** White squares that must stand around the code (ISO/IEC 18004 §5.3.8). */
export const quietZoneModules = 4;

/**
 * Rows of squares, `true` is dark, without the quiet zone; error correction M. The text is encoded as UTF-8.
 * Throws where it does not fit into the largest code (2,331 bytes).
 */
export function qrModules(text: string): boolean[][] {
  const code = createCode(0, 'M');
  // The library takes one byte from each character, so it is handed one character for each byte.
  code.addData(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''), 'Byte');
  code.make();
  const size = code.getModuleCount();
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_unused, column) => code.isDark(row, column)),
  );
}
