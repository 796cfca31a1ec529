import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildJobFrame } from '../../../main/adapters/printing/build-job-frame.ts';
import { createCanvasTextPainter } from '../../../main/adapters/printing/create-canvas-text-painter.ts';
import { encodeJob, withoutRealTimeCommands } from '../../../main/core/printing/device/encode-job.ts';
import { createSlipRasteriser } from '../../../main/core/printing/typesetting/create-slip-rasteriser.ts';
import type { SlipImage } from '../../../main/core/printing/typesetting/slip-layout.ts';

const frame = buildJobFrame();

/** Runs that a printer would carry out wherever they stand. */
function realTimeRuns(bytes: Uint8Array): number {
  let count = 0;
  for (let index = 1; index < bytes.length; index += 1) {
    count += bytes[index - 1] === 0x10 && [0x04, 0x05, 0x14].includes(bytes[index] ?? 0) ? 1 : 0;
  }
  return count;
}

/** Bytes that make the dangerous runs likely. */
const spiteful = fc.constantFrom(0x10, 0x10, 0x04, 0x05, 0x14, 0x00, 0xff);

describe('encodeJob', () => {
  it('initialises, sends strips of at most 256 rows, feeds and cuts', () => {
    const image: SlipImage = { widthDots: 16, heightDots: 300, bits: new Uint8Array(600).fill(0xaa) };
    const job = Buffer.from(encodeJob(image, frame));
    expect(Buffer.from(frame.head).toString('hex')).toBe('1b401b321b6100');
    expect(Buffer.from(frame.tail).toString('hex')).toBe('1b64041d56001b40');
    const strips = [
      Buffer.from('1d76300002000001', 'hex'),
      Buffer.alloc(512, 0xaa),
      Buffer.from('1d76300002002c00', 'hex'),
      Buffer.alloc(88, 0xaa),
    ];
    expect(job).toEqual(Buffer.concat([frame.head, ...strips, frame.tail]));
  });

  it('holds no real-time command, whatever the image', () => {
    const bits = fc.array(spiteful, { minLength: 72, maxLength: 4000 });
    fc.assert(
      fc.property(bits, fc.constantFrom(8, 16, 384, 576), (dots, widthDots) => {
        const heightDots = Math.floor(dots.length / (widthDots / 8));
        const image = { widthDots, heightDots, bits: Uint8Array.from(dots.slice(0, heightDots * (widthDots / 8))) };
        expect(realTimeRuns(encodeJob(image, frame))).toBe(0);
      }),
    );
  });

  it('only ever adds a dot beside a black one', () => {
    fc.assert(
      fc.property(fc.array(spiteful, { maxLength: 500 }), (dots) => {
        const before = Uint8Array.from(dots);
        const after = withoutRealTimeCommands(before);
        for (const [index, byte] of before.entries()) {
          const added = (after[index] ?? 0) ^ byte;
          expect((after[index] ?? 0) & byte).toBe(byte);
          expect(added & (added - 1), 'more than one dot').toBe(0);
          expect(added === 0 || (((added << 1) | (added >> 1)) & byte) !== 0).toBe(true);
        }
      }),
    );
  });

  it('holds none in slips either', () => {
    const rasteriser = createSlipRasteriser(createCanvasTextPainter());
    const words = 'Giấy khai sinh, Tờ khai đăng ký thường trú theo mẫu CT01 và Quyết định số 163/QĐ-BTP';
    let nudged = 0;
    for (const widthDots of [384, 576]) {
      for (let seed = 0; seed < 8; seed += 1) {
        const text = words.slice(seed);
        // Codes of one dot a square are as full of lone dots as a slip can be.
        const code = { kind: 'qr', text: text.repeat(4), moduleDots: 1, beside: [] } as const;
        const image = rasteriser.rasterise(
          { elements: [{ kind: 'text', size: 'small', runs: [{ text }] }, code] },
          widthDots,
        );
        nudged += realTimeRuns(image.bits);
        expect(realTimeRuns(encodeJob(image, frame))).toBe(0);
      }
    }
    // Otherwise this would show nothing.
    expect(nudged).toBeGreaterThan(0);
  });
});
