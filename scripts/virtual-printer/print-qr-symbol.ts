/** The QR symbol a printer draws by itself (GS ( k), for slips of other programs; the kiosk's own codes come as raster. */
import createCode from 'qrcode-generator';
import type { PaperRoll } from './paper-roll.ts';
import type { Alignment } from './print-text-line.ts';

export interface QrSymbol {
  /** One character a byte. */
  readonly data: string;
  readonly moduleDots: number;
  readonly correction: 'L' | 'M' | 'Q' | 'H';
}

export function printQrSymbol(paper: PaperRoll, symbol: QrSymbol, align: Alignment): void {
  const code = createCode(0, symbol.correction);
  code.addData(symbol.data, 'Byte');
  code.make();
  const side = code.getModuleCount() * symbol.moduleDots;
  const bytesARow = Math.ceil(side / 8);
  const x = { left: 0, centre: 0.5, right: 1 }[align] * Math.max(0, paper.widthDots - side);
  for (let row = 0; row < side; row += 1) {
    const dots = new Uint8Array(bytesARow);
    for (let column = 0; column < side; column += 1) {
      if (code.isDark(Math.floor(row / symbol.moduleDots), Math.floor(column / symbol.moduleDots))) {
        dots[column >> 3] = (dots[column >> 3] ?? 0) | (0x80 >> (column & 7));
      }
    }
    paper.print(dots, bytesARow, 1, Math.floor(x));
  }
}
