/** The bytes around a slip, from node-thermal-printer's command tables. It builds bytes here and nothing else: see decision 0005. */
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import type { JobFrame } from '../../core/ports.ts';

/** Initialise, usual line spacing, flush left; four lines of paper, full cut, initialise. For ESC/POS printers of Epson's kind. */
export function buildJobFrame(): JobFrame {
  // Without an interface it never opens a device; `execute` is not used.
  const builder = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' });
  // It offers no initialisation by itself, only at the end of a cut.
  builder.append(Buffer.of(0x1b, 0x40));
  builder.resetLineSpacing();
  builder.alignLeft();
  const head = Uint8Array.from(builder.getBuffer());
  builder.clear();
  builder.cut({ verticalTabAmount: 1 });
  return { head, tail: Uint8Array.from(builder.getBuffer()) };
}
