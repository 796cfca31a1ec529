import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildJobFrame } from '../../../main/adapters/printing/build-job-frame.ts';
import { createCanvasTextPainter } from '../../../main/adapters/printing/create-canvas-text-painter.ts';
import { createPrinterTransport } from '../../../main/adapters/printing/create-printer-transport.ts';
import type { PrintOutcome } from '../../../main/contract/methods.ts';
import { encodeJob } from '../../../main/core/printing/device/encode-job.ts';
import type { PrinterCondition } from '../../../main/core/printing/device/printer-condition.ts';
import { sendJob } from '../../../main/core/printing/device/send-job.ts';
import { composeChecklist } from '../../../main/core/printing/slips/compose-checklist.ts';
import { createSlipRasteriser } from '../../../main/core/printing/typesetting/create-slip-rasteriser.ts';
import type { SlipImage } from '../../../main/core/printing/typesetting/slip-layout.ts';
import { createEscPosDecoder } from '../../../scripts/virtual-printer/escpos-decoder.ts';
import { createPaperRoll } from '../../../scripts/virtual-printer/paper-roll.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../../../scripts/virtual-printer/start-virtual-printer.ts';
import { birthRegistration, portalUrlOf, slipOffice } from '../../fakes/printing-procedures.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { inkBox, readPng, readQrCodes } from './slip-dots.ts';

const rasteriser = createSlipRasteriser(createCanvasTextPainter());
const frame = buildJobFrame();

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
let printer: VirtualPrinter;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kiosk-printer-'));
  printer = await startVirtualPrinter({ port: 0, outputFolder: folder });
});

afterEach(async () => {
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

async function send(bytes: Uint8Array, conditions: PrinterCondition[] = []): Promise<PrintOutcome> {
  return sendJob(bytes, {
    transport: createPrinterTransport({ kind: 'tcp', host: '127.0.0.1', port: printer.port }, { stallMs: 400 }),
    schedule: (delayMs, action) => {
      const timer = setTimeout(action, delayMs);
      return () => clearTimeout(timer);
    },
    logger: createRecordingLogger(),
    onCondition: (condition) => conditions.push(condition),
  });
}

describe('the virtual printer', () => {
  it.each([576, 384])(
    'puts a slip of %i dots on paper dot by dot, and its code reads back to the link',
    async (widthDots) => {
      const image = drawChecklist(widthDots);
      const conditions: PrinterCondition[] = [];
      expect(await send(encodeJob(image, frame), conditions)).toEqual({ outcome: 'printed' });
      expect(conditions).toEqual([{ state: 'ready', paperNearEnd: false }]);
      const png = readFileSync(await printer.slip(1));
      const slip = readPng(png);
      let different = 0;
      for (let row = 0; row < image.heightDots; row += 1) {
        for (let byte = 0; byte < widthDots / 8; byte += 1) {
          const here = image.bits[row * (widthDots / 8) + byte];
          different += here === slip.bits[row * (slip.widthDots / 8) + byte] ? 0 : 1;
        }
      }
      // Only the dots that were added to break up real-time commands.
      expect(different).toBeLessThan(20);
      expect(slip.heightDots).toBe(image.heightDots + 4 * 34);
      expect(await readQrCodes(png)).toEqual([portalUrlOf('1.001193')]);
      expect(printer.intrusions).toBe(0);
      expect(printer.unknownCommands).toBe(0);
    },
  );

  it.each([
    [{ paper: 'out' }, { outcome: 'failed', reason: 'paper-out' }],
    [{ coverOpen: true }, { outcome: 'failed', reason: 'cover-open' }],
    [{ offline: true }, { outcome: 'failed', reason: 'error' }],
    [{ paper: 'near-end' }, { outcome: 'printed' }],
    [{ answers: false }, { outcome: 'printed' }],
  ] as const)('with %o: %o', async (state, outcome) => {
    printer.set(state);
    expect(await send(encodeJob(drawChecklist(384), frame))).toEqual(outcome);
    if (outcome.outcome === 'printed') {
      // Written a moment after the printer has taken leave.
      expect(await printer.slip(1)).toMatch(/slip-/);
    } else {
      expect(printer.slips).toEqual([]);
    }
  });

  it('that hangs leaves the slip unknown, never printed', async () => {
    printer.set({ reads: false });
    expect(await send(encodeJob(drawChecklist(576), frame))).toEqual({ outcome: 'unknown' });
  });

  it('that is switched off cannot be reached', async () => {
    await printer.close();
    expect(await send(encodeJob(drawChecklist(384), frame))).toEqual({ outcome: 'failed', reason: 'unreachable' });
  });

  it('prints what it held back when the paper is there again', async () => {
    printer.set({ paper: 'out', answers: false });
    expect(await send(frame.head)).toEqual({ outcome: 'printed' });
    expect(await send(encodeJob(drawChecklist(384), frame))).toEqual({
      outcome: expect.stringMatching(/printed|unknown/u),
    });
    expect(printer.slips).toEqual([]);
    printer.set({ paper: 'ok' });
  });

  it('numbers its slips', async () => {
    const job = encodeJob({ widthDots: 8, heightDots: 8, bits: new Uint8Array(8).fill(0xff) }, frame);
    await send(job);
    await send(job);
    expect(await printer.slip(1)).toMatch(/slip-0001-.*\.png$/u);
    expect(await printer.slip(2)).toMatch(/slip-0002-.*\.png$/u);
  });

  it('answers DLE EOT and GS r with the bits of its state', async () => {
    printer.set({ paper: 'near-end' });
    const socket = connect({ host: '127.0.0.1', port: printer.port });
    const bytes: number[] = [];
    const heard = new Promise<void>((resolve) => {
      socket.on('data', (data: Buffer) => {
        bytes.push(...data);
        if (bytes.length === 5) {
          resolve();
        }
      });
    });
    socket.write(Buffer.from('1004011004021004031004041d7201', 'hex'));
    await heard;
    expect(bytes).toEqual([0x12, 0x12, 0x12, 0x1e, 0x03]);
    socket.destroy();
  });
});

function decode(pieces: readonly Uint8Array[]): { slips: SlipImage[]; unknown: number; intrusions: number } {
  const paper = createPaperRoll(576);
  const slips: SlipImage[] = [];
  const decoder = createEscPosDecoder(paper, {
    onCut: () => {
      const slip = paper.tearOff();
      if (slip !== null) {
        slips.push(slip);
      }
    },
    onReply: () => undefined,
    paperSensor: () => 0,
  });
  for (const piece of pieces) {
    decoder.push(piece);
  }
  return { slips, unknown: decoder.unknownCommands, intrusions: decoder.intrusions };
}

describe('its decoder', () => {
  const job = encodeJob(drawChecklist(384), frame);

  it('does not mind in which pieces the bytes come', () => {
    const [whole] = decode([job]).slips;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 1, maxLength: 40 }), (sizes) => {
        const pieces: Uint8Array[] = [];
        let offset = 0;
        for (const size of sizes) {
          pieces.push(job.subarray(offset, offset + size));
          offset += size;
        }
        pieces.push(job.subarray(offset));
        const [slip] = decode(pieces).slips;
        expect(slip?.heightDots).toBe(whole?.heightDots);
        expect(Buffer.from(slip?.bits ?? []).equals(Buffer.from(whole?.bits ?? []))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('prints text, feeds, cuts and draws codes of another encoder', async () => {
    const builder = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' });
    builder.alignCenter();
    builder.bold(true);
    builder.setTextDoubleHeight();
    builder.println('PHIEU');
    builder.printQR('https://example.vn/x', { cellSize: 6, correction: 'M' });
    builder.cut();
    const { slips, unknown } = decode([builder.getBuffer()]);
    expect(unknown).toBe(0);
    expect(slips).toHaveLength(1);
    const [slip] = slips;
    expect(slip === undefined ? null : inkBox(slip)).toMatchObject({ left: expect.any(Number) });
    expect(slip === undefined ? [] : await readQrCodes(rasteriser.toPng(slip))).toEqual(['https://example.vn/x']);
  });

  it('counts real-time commands inside an image', () => {
    const strip = Buffer.concat([Buffer.from('1d76300002000100', 'hex'), Buffer.of(0x10, 0x04)]);
    expect(decode([strip]).intrusions).toBe(1);
  });

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        decode([bytes]);
      }),
    );
  });
});
