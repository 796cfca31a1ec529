/**
 * The bytes around a slip, from node-thermal-printer's command tables. It builds bytes here and nothing else (decision
 * 0005): it never gets an interface, and its `execute` is not used.
 */
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import type { JobFrame, PrinterProfile } from '../../core/ports.ts';

/** ESC @. */
const initialise = Buffer.of(0x1b, 0x40);
/** Least height of a line with the usual spacing, in dots: 3.75 mm where it is not the sixth of an inch of Epson's. */
const lineDots = 30;

/**
 * For ESC/POS printers of Epson's kind. The paper is fed by lines, whose height does not hang on a model's motion units:
 * never too little, and less than two lines too much.
 */
export function buildJobFrame({ cutter, headToCutterDots }: PrinterProfile): JobFrame {
  const feed = Uint8Array.of(0x1b, 0x64, Math.ceil(headToCutterDots / lineDots));
  const cut = Buffer.concat([feed, cutBytes(cutter)]);
  return { head: headBytes(), cut, tail: cut };
}

/** Initialise, usual line spacing, flush left. */
function headBytes(): Uint8Array {
  const builder = newBuilder();
  // It offers no initialisation by itself, only at the end of a cut.
  builder.append(initialise);
  builder.resetLineSpacing();
  builder.alignLeft();
  return Uint8Array.from(builder.getBuffer());
}

function cutBytes(cutter: PrinterProfile['cutter']): Uint8Array {
  if (cutter === 'none') {
    return new Uint8Array(0);
  }
  const builder = newBuilder();
  if (cutter === 'full') {
    builder.cut({ verticalTabAmount: 0 });
  } else {
    builder.partialCut({ verticalTabAmount: 0 });
  }
  const bytes = builder.getBuffer();
  // It initialises after each cut, which would switch off automatic status in the middle of a job.
  const end = bytes.length - initialise.length;
  return Uint8Array.from(bytes.subarray(end).equals(initialise) ? bytes.subarray(0, end) : bytes);
}

function newBuilder(): ThermalPrinter {
  return new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' });
}
