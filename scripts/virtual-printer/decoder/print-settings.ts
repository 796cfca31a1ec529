/** What commands set and ESC @ puts back: style, measures and symbols to come. */
import type { Alignment, PrintArea } from './print-line.ts';
import type { LetterStyle } from './printer-letters.ts';
import type { QrSymbol } from './qr-symbol.ts';

export interface PrintSettings {
  style: LetterStyle;
  align: Alignment;
  page: number;
  /** Dots from one line's top to the next one's. */
  lineDots: number;
  /** Dots after each letter. */
  spacingDots: number;
  /** In dots; `width` is cut to the paper. */
  area: PrintArea;
  /** Dots from the area's left. */
  tabStops: readonly number[];
  turned: boolean;
  /** Motion units an inch: what measures are counted in. */
  acrossUnits: number;
  downUnits: number;
  barcode: {
    readonly moduleDots: number;
    readonly heightDots: number;
    readonly text: 'none' | 'above' | 'below' | 'both';
  };
  qr: QrSymbol;
}

const dotsAnInch = 203;
/** A sixth of an inch. */
const usualLineDots = 34;

export function initialSettings(widthDots: number): PrintSettings {
  return {
    style: { font: 'A', bold: false, underlined: false, inverted: false, across: 1, down: 1 },
    align: 'left',
    page: 0,
    lineDots: usualLineDots,
    spacingDots: 0,
    area: { left: 0, width: widthDots },
    tabStops: Array.from({ length: 32 }, (_stop, index) => (index + 1) * 8 * 12),
    turned: false,
    acrossUnits: dotsAnInch,
    downUnits: dotsAnInch,
    barcode: { moduleDots: 3, heightDots: 162, text: 'none' },
    qr: { data: '', moduleDots: 3, correction: 'L' },
  };
}

/** Carries out a command that only sets something; false where it is none of these. */
export function changeSettings(
  settings: PrintSettings,
  name: string,
  parameters: Uint8Array,
  paperDots: number,
): boolean {
  const [first = 0, second = 0] = parameters;
  const word = first + 256 * second;
  const across = (units: number): number => Math.round((units * dotsAnInch) / settings.acrossUnits);
  const down = (units: number): number => Math.round((units * dotsAnInch) / settings.downUnits);
  const restyle = (changes: Partial<LetterStyle>): void => {
    settings.style = { ...settings.style, ...changes };
  };
  switch (name) {
    case '1b61':
      settings.align = (['left', 'centre', 'right'] as const)[first % 48] ?? settings.align;
      return true;
    case '1b45':
    case '1b47':
      restyle({ bold: (first & 1) === 1 });
      return true;
    case '1b2d':
      restyle({ underlined: first % 48 !== 0 });
      return true;
    case '1d42':
      restyle({ inverted: (first & 1) === 1 });
      return true;
    case '1b4d':
      restyle({ font: first % 48 === 1 ? 'B' : 'A' });
      return true;
    case '1b21':
      restyle({
        font: (first & 1) === 0 ? 'A' : 'B',
        bold: (first & 8) !== 0,
        down: (first & 16) === 0 ? 1 : 2,
        across: (first & 32) === 0 ? 1 : 2,
        underlined: (first & 128) !== 0,
      });
      return true;
    case '1d21':
      restyle({ across: ((first >> 4) & 7) + 1, down: (first & 7) + 1 });
      return true;
    case '1b74':
      settings.page = first;
      return true;
    case '1b7b':
      settings.turned = (first & 1) === 1;
      return true;
    case '1b20':
      settings.spacingDots = across(first);
      return true;
    case '1b32':
      settings.lineDots = usualLineDots;
      return true;
    case '1b33':
      settings.lineDots = down(first);
      return true;
    case '1b44':
      settings.tabStops = Array.from(parameters.subarray(0, -1), (column) => column * 12);
      return true;
    case '1d50':
      Object.assign(settings, { acrossUnits: first || dotsAnInch, downUnits: second || dotsAnInch });
      return true;
    case '1d4c':
      settings.area = withinPaper({ left: across(word), width: paperDots }, paperDots);
      return true;
    case '1d57':
      settings.area = withinPaper({ ...settings.area, width: across(word) }, paperDots);
      return true;
    case '1d68':
      settings.barcode = { ...settings.barcode, heightDots: Math.max(1, first) };
      return true;
    case '1d77':
      settings.barcode = { ...settings.barcode, moduleDots: Math.max(1, first) };
      return true;
    case '1d48':
      settings.barcode = {
        ...settings.barcode,
        text: (['none', 'above', 'below', 'both'] as const)[first % 48] ?? 'none',
      };
      return true;
    default:
      return false;
  }
}

/** ESC $ and ESC \: where the next letter stands, in dots from the area's left; null where the command moves nothing. */
export function movedPosition(
  settings: PrintSettings,
  name: string,
  parameters: Uint8Array,
  position: number,
): number | null {
  const [first = 0, second = 0] = parameters;
  const word = first + 256 * second;
  const across = (units: number): number => Math.round((units * dotsAnInch) / settings.acrossUnits);
  if (name === '1b24') {
    return across(word);
  }
  return name === '1b5c' ? Math.max(0, position + across(word > 0x7fff ? word - 0x1_0000 : word)) : null;
}

function withinPaper(area: PrintArea, paperDots: number): PrintArea {
  const left = Math.min(area.left, paperDots - 1);
  return { left, width: Math.max(1, Math.min(area.width, paperDots - left)) };
}
