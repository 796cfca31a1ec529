/** What this project encodes and sends, put on paper by a printer that was written apart from it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildJobFrame } from '../../../main/adapters/printing/build-job-frame.ts';
import { createCanvasTextPainter } from '../../../main/adapters/printing/create-canvas-text-painter.ts';
import { createPrinterTransport } from '../../../main/adapters/printing/create-printer-transport.ts';
import { type PrinterProfileName, printerProfileNames, printerProfiles } from '../../../main/core/printer-profile.ts';
import { encodeJob, withoutRealTimeCommands } from '../../../main/core/printing/device/encode-job.ts';
import { fence } from '../../../main/core/printing/device/escpos-commands.ts';
import { composeChecklist } from '../../../main/core/printing/slips/compose-checklist.ts';
import { createSlipRasteriser } from '../../../main/core/printing/typesetting/create-slip-rasteriser.ts';
import type { SlipImage } from '../../../main/core/printing/typesetting/slip-layout.ts';
import { behaveAs } from '../../../scripts/virtual-printer/behave-as.ts';
import { createPrinter, type Printer } from '../../../scripts/virtual-printer/create-printer.ts';
import { startVirtualPrinter } from '../../../scripts/virtual-printer/start-virtual-printer.ts';
import { birthRegistration, portalUrlOf, slipOffice } from '../../fakes/printing-procedures.ts';
import { readPng, readQrCodes } from './slip-dots.ts';

const rasteriser = createSlipRasteriser(createCanvasTextPainter());

function drawChecklist(widthDots: number): SlipImage {
  const layout = composeChecklist(
    {
      procedure: birthRegistration,
      caseId: null,
      office: slipOffice,
      places: {},
      catalogueDate: '2026-07-01',
      portalUrl: portalUrlOf('1.001193'),
      printedAtMs: Date.UTC(2026, 6, 22, 2, 41),
      language: 'vi',
      large: false,
      maximumHeightMillimetres: 400,
    },
    (elements) => rasteriser.measure({ elements }, widthDots),
  );
  return rasteriser.rasterise(layout, widthDots);
}

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiosk-printer-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a job on the virtual printer', () => {
  it.each(['epson-tm-t82', 'generic-58'] as const)(
    'of %s comes out dot by dot, and its code reads back to the link',
    async (name) => {
      const profile = printerProfiles[name];
      const image = drawChecklist(profile.widthDots);
      const printer = await startVirtualPrinter({
        port: 0,
        outputFolder: folder,
        ...behaveAs(profile),
        tearAfterMs: undefined,
      });
      const connection = await createPrinterTransport({ kind: 'virtual', port: printer.port }).open();
      await connection.write(encodeJob(image, buildJobFrame(profile), profile));
      const fenced = new Promise<string>((resolve) => {
        connection.onData((bytes) => {
          const text = Buffer.from(bytes).toString('hex');
          if (text.includes('3722')) {
            resolve(text);
          }
        });
      });
      await connection.write(fence(7));
      if (profile.fence === 'gs-h') {
        expect(await fenced).toContain('37222020202700');
      }
      await connection.close();
      if (profile.cutter === 'none') {
        printer.tearOff();
      }
      const png = readFileSync(await printer.slip(1));
      const slip = readPng(png);
      const printed = Buffer.from(slip.bits.subarray(0, image.bits.length));
      expect(printed.equals(withoutRealTimeCommands(image.bits))).toBe(true);
      expect(await readQrCodes(png)).toEqual([portalUrlOf('1.001193')]);
      expect(printer.intrusions).toBe(0);
      expect(printer.unknownCommands).toBe(profile.fence === 'gs-h' ? 0 : 1);
      await printer.close();
    },
  );

  it.each(printerProfileNames)('of %s holds nothing that printer does not know, whatever the picture', (name) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0x10, 0x04, 0x05, 0x14, 0x08, 0x00, 0xff), { minLength: 1 }), (pattern) => {
        const { image, printer, heights } = printPattern(name, pattern);
        expect(printer.decoder).toMatchObject({ intrusions: 0, unknownCommands: 0 });
        const isCut = printerProfiles[name].cutter !== 'none';
        expect(heights.length).toBe(isCut ? 2 : 0);
        const rows = heights.reduce((sum, height) => sum + height, printer.paper.hangingRows);
        expect(rows).toBeGreaterThanOrEqual(image.heightDots);
      }),
      { numRuns: 10 },
    );
  });

  it.each(printerProfileNames.filter((name) => printerProfiles[name].cutter !== 'none'))(
    'of %s is past the blade when it is cut',
    (name) => {
      const { heights, firstDark, lastDark } = printPattern(name, [0xff]);
      // The paper from the head to the blade leads the first slip, white; then 300 black rows and the end's margin.
      const { headToCutterDots } = printerProfiles[name];
      expect(firstDark).toBe(headToCutterDots);
      expect(lastDark).toBe(headToCutterDots + 299);
      expect(heights[0]).toBeGreaterThan(lastDark);
    },
  );
});

interface PrintedPattern {
  readonly image: SlipImage;
  readonly printer: Printer;
  readonly heights: readonly number[];
  /** Rows of the first slip. */
  readonly firstDark: number;
  readonly lastDark: number;
}

/** Two slips of 300 and 20 rows in one job, on a printer with the profile's way from head to blade. */
function printPattern(name: PrinterProfileName, pattern: readonly number[]): PrintedPattern {
  const profile = printerProfiles[name];
  const { widthDots, headToCutterDots } = profile;
  const bits = Uint8Array.from(
    { length: (widthDots / 8) * 320 },
    (_byte, index) => pattern[index % pattern.length] ?? 0,
  );
  const image: SlipImage = { widthDots, heightDots: 320, bits, cutsAtDots: [300] };
  const printer = createPrinter({ ...behaveAs(profile), headToCutterDots, tearAfterMs: undefined });
  const slips: SlipImage[] = [];
  printer.onPiece((slip) => slips.push(slip));
  const conversation = printer.greet({ door: 'tcp', send: () => undefined, cut: () => undefined });
  conversation.offer(encodeJob(image, buildJobFrame(profile), profile));
  const [first] = slips;
  const dark = Array.from({ length: first?.heightDots ?? 0 }, (_row, row) => row).filter((row) =>
    first?.bits.subarray((row * widthDots) / 8, ((row + 1) * widthDots) / 8).some((byte) => byte !== 0),
  );
  return {
    image,
    printer,
    heights: slips.map(({ heightDots }) => heightDots),
    firstDark: dark[0] ?? -1,
    lastDark: dark.at(-1) ?? -1,
  };
}
