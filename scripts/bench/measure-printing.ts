/** From the press to the paper, and memory over two thousand slips: the kiosk's printing against the virtual printer over TCP. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startVirtualPrinter } from '../virtual-printer/start-virtual-printer.ts';
import type { ManySlips } from './print-many.ts';
import { type Spread, spreadOf } from './sample.ts';

export interface PrintingFigures {
  readonly firstByte: Spread;
  readonly printed: Spread;
  readonly memory: ManySlips['memory'];
  readonly slips: number;
}

const slips = 2_000;
const script = fileURLToPath(new URL('print-many.ts', import.meta.url));

/** Throws where a single slip did not come out, or came out twice. */
export async function measurePrinting(catalogueFolder: string): Promise<PrintingFigures> {
  const printer = await startVirtualPrinter({ port: 0, outputFolder: null });
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--expose-gc', script, catalogueFolder, String(printer.port), String(slips)],
      { maxBuffer: 16 * 1024 * 1024 },
    );
    const many = JSON.parse(stdout) as ManySlips;
    if (many.others > 0 || printer.slipsCut !== slips) {
      throw new Error(`${many.others} of ${slips} slips were not printed; ${printer.slipsCut} came out`);
    }
    return {
      firstByte: spreadOf(many.firstByteMs),
      printed: spreadOf(many.printedMs),
      memory: many.memory,
      slips,
    };
  } finally {
    await printer.close();
  }
}
