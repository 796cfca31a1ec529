/** Codes to scan on the paper: QR with the words beside it, and Code 128. */
import { barcodeModules, barcodeQuietModules } from './barcode-modules.ts';
import { placeText } from './place-text.ts';
import { bar, blank, type Placed, shift, sideBySide, stack } from './placed-parts.ts';
import type { PlacedRectangle } from './placed-slip.ts';
import { quietZoneModules } from './qr-modules.ts';
import type { Setting } from './set-text.ts';
import type { SlipElement, TextElement } from './slip-layout.ts';
import { slipMeasures } from './slip-typography.ts';

/** Words stand beside a code where their lines hold this many em at least, else below it. */
const leastBesideEm = 7;
/** Smaller squares are no longer read by every telephone; a code that was asked for smaller stays as it was asked for. */
const leastModuleDots = 2;
/** Thinner bars of 203 dpi are no longer read by every reader. */
const barModuleDots = [3, 2] as const;

/** Squares are `moduleDots` wide, or as wide as the paper allows. Throws a RangeError where they would be too small. */
export function placeQr(element: Extract<SlipElement, { kind: 'qr' }>, setting: Setting): Placed {
  const rows = setting.qrModulesOf(element.text);
  const moduleDots = Math.min(
    element.moduleDots,
    Math.floor(paperDots(setting) / (rows.length + 2 * quietZoneModules)),
  );
  if (moduleDots < Math.min(element.moduleDots, leastModuleDots)) {
    throw new RangeError(`A code of ${rows.length} squares is too large for paper of ${paperDots(setting)} dots.`);
  }
  const code = drawQr(rows, moduleDots);
  const caption: TextElement[] =
    element.caption === undefined
      ? []
      : [{ kind: 'text', size: 'small', align: 'centre', runs: [{ text: element.caption }] }];
  const below = caption.map((text) => placeText(text, setting));
  const beside = element.beside ?? [];
  // The quiet zone hangs into the white left of the slip, so that the code stands flush with the text.
  const columnX = code.widthDots - quietZoneModules * moduleDots;
  const columnDots = setting.widthDots - columnX;
  if (beside.length > 0 && columnDots >= leastBesideEm * setting.sizes.body.emDots) {
    const flush = shift(code, -quietZoneModules * moduleDots, 0);
    const column = stack(beside.map((text) => placeText(text, { ...setting, widthDots: columnDots })));
    const words = shift(column, columnX, Math.max(0, (code.heightDots - column.heightDots) / 2));
    return stack([sideBySide(flush, words), ...below]);
  }
  const centred = shift(code, (setting.widthDots - code.widthDots) / 2, 0);
  const more = beside.map((text) => placeText({ ...text, align: 'centre' }, setting));
  return stack([centred, ...below, ...more]);
}

/** Bars of 2 or 3 dots a module. Throws a RangeError where neither fits. */
export function placeBarcode(element: Extract<SlipElement, { kind: 'barcode' }>, setting: Setting): Placed {
  const modules = barcodeModules(element.text);
  const wholeWidth = modules.length + 2 * barcodeQuietModules;
  const moduleDots = barModuleDots.find(
    (dots) => wholeWidth * dots <= paperDots(setting) && modules.length * dots <= setting.widthDots,
  );
  if (moduleDots === undefined) {
    throw new RangeError(`${element.text} as Code 128 is too wide for paper of ${paperDots(setting)} dots.`);
  }
  const left = Math.floor((setting.widthDots - modules.length * moduleDots) / 2);
  const rectangles = modules.flatMap((dark, index) =>
    dark ? [{ ...bar(moduleDots, element.heightDots), xDots: left + index * moduleDots }] : [],
  );
  const letters = placeText({ kind: 'text', size: 'small', align: 'centre', runs: [{ text: element.text }] }, setting);
  return stack([{ ...blank(element.heightDots), rectangles }, letters]);
}

/** Printable width; the white a code needs around it may lie in the slip's margins. */
function paperDots(setting: Setting): number {
  return setting.widthDots + 2 * slipMeasures.sideMarginDots;
}

/** The code with its quiet zone. */
function drawQr(rows: readonly (readonly boolean[])[], moduleDots: number): Placed & { readonly widthDots: number } {
  const sideDots = (rows.length + 2 * quietZoneModules) * moduleDots;
  const rectangles = rows.flatMap((row, rowIndex) =>
    row.flatMap((dark, columnIndex): PlacedRectangle[] => {
      const xDots = (columnIndex + quietZoneModules) * moduleDots;
      const yDots = (rowIndex + quietZoneModules) * moduleDots;
      return dark ? [{ xDots, yDots, widthDots: moduleDots, heightDots: moduleDots }] : [];
    }),
  );
  return { ...blank(sideDots), widthDots: sideDots, rectangles };
}
