/** The QR symbol a printer draws by itself (GS ( k), for slips of other programs; the kiosk's own codes come as raster. */
import createCode from 'qrcode-generator';
import { type Dots, drawModules } from './dots.ts';

export interface QrSymbol {
  /** One character a byte. */
  readonly data: string;
  readonly moduleDots: number;
  readonly correction: 'L' | 'M' | 'Q' | 'H';
}

/** Null where there is nothing to draw or more than a symbol holds; a printer then prints nothing. */
export function drawQrSymbol(symbol: QrSymbol): Dots | null {
  if (symbol.data === '') {
    return null;
  }
  const code = createCode(0, symbol.correction);
  code.addData(symbol.data, 'Byte');
  try {
    code.make();
  } catch {
    // The library throws plain text where the data is too long for any version.
    return null;
  }
  const modules = Array.from({ length: code.getModuleCount() }, (_row, y) =>
    Array.from({ length: code.getModuleCount() }, (_column, x) => (code.isDark(y, x) ? '1' : '0')).join(''),
  );
  return drawModules(modules, symbol.moduleDots, symbol.moduleDots);
}
