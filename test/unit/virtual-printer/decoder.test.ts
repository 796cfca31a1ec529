import fc from 'fast-check';
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { describe, expect, it } from 'vitest';
import { buildJobFrame } from '../../../main/adapters/printing/build-job-frame.ts';
import { printerProfiles } from '../../../main/core/printer-profile.ts';
import { encodeJob } from '../../../main/core/printing/device/encode-job.ts';
import { encodePng } from '../../../main/core/printing/typesetting/encode-png.ts';
import { decodePage } from '../../../scripts/virtual-printer/decoder/code-pages.ts';
import { inkBox, isBlack, readQrCodes } from '../printing/slip-dots.ts';
import { firstSlip, paperOf } from './paper-of.ts';

const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(' ', ''), 'hex');
const cut = hex('1d5600');

describe('the decoder', () => {
  const profile = printerProfiles['generic-58'];
  const bits = Uint8Array.from({ length: 48 * 700 }, (_byte, index) => (index * 37 + (index >> 4)) & 0xff);
  const image = { widthDots: 384, heightDots: 700, bits, cutsAtDots: [] };
  const job = Buffer.concat([encodeJob(image, buildJobFrame(profile), profile), cut]);

  it('does not mind in which pieces the bytes come', () => {
    const whole = firstSlip(paperOf([job], 384));
    expect(whole.heightDots).toBeGreaterThanOrEqual(700);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 1, maxLength: 40 }), (sizes) => {
        const pieces: Uint8Array[] = [];
        let offset = 0;
        for (const size of sizes) {
          pieces.push(job.subarray(offset, offset + size));
          offset += size;
        }
        pieces.push(job.subarray(offset));
        const slip = firstSlip(paperOf(pieces, 384));
        expect(Buffer.from(slip.bits).equals(Buffer.from(whole.bits))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('puts the rows of a raster on paper as they come, before the last has come', () => {
    const head = hex('1d7630 00 0200 0400');
    const { hanging, slips } = paperOf([head, hex('ffff 8001 ff')]);
    expect(slips).toEqual([]);
    expect(hanging?.heightDots).toBe(2);
  });

  it('makes a raster of double width and height four times as large', () => {
    const slip = firstSlip(paperOf([hex('1d7630 03 0100 0100 80'), cut]));
    expect(slip.heightDots).toBe(2);
    expect([0, 1, 2].map((x) => isBlack(slip, x, 1))).toEqual([true, true, false]);
  });

  it('prints text, feeds, cuts and draws codes of another encoder', async () => {
    const builder = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' });
    builder.alignCenter();
    builder.bold(true);
    builder.setTextDoubleHeight();
    builder.println('PHIEU');
    builder.printQR('https://example.vn/x', { cellSize: 6, correction: 'M' });
    builder.cut();
    const paper = paperOf([builder.getBuffer()]);
    expect(paper.unknownCommands).toBe(0);
    expect(paper.slips).toHaveLength(1);
    expect(await readQrCodes(encodePng(firstSlip(paper)))).toEqual(['https://example.vn/x']);
  });

  it('breaks a line that is full, and starts the next one where the first began', () => {
    // 48 letters of 12 dots fill 576; one more goes to a second line.
    const slip = firstSlip(paperOf([Buffer.from(`${'H'.repeat(49)}\n`), cut]));
    expect(slip.heightDots).toBe(2 * 34);
    expect(inkBox({ ...slip, heightDots: 24 })).toMatchObject({ left: expect.any(Number) });
    const second = inkBox({ ...slip, heightDots: 34, bits: slip.bits.subarray(34 * 72) });
    expect(second?.right).toBeLessThan(12);
  });

  it.each([
    ['margin and area (GS L, GS W)', '1d4c6400 1d577800 1b6102 48 0a', 100 + 120 - 12, 100 + 120],
    ['an absolute position (ESC $)', '1b242c01 48 0a', 300, 312],
    ['a relative one (ESC \\)', '48 1b5c6400 48 0a', 0, 12 + 100 + 12],
    ['a tab (HT)', '09 48 0a', 96, 108],
    ['its unit of measure (GS P)', '1d506565 1b243200 48 0a', 100, 112],
    ['the size (GS !)', '1d2110 48 0a', 0, 24],
  ])('keeps %s', (_what, commands, from, to) => {
    const box = inkBox(firstSlip(paperOf([hex(commands), cut])));
    expect(box?.left).toBeGreaterThanOrEqual(from);
    expect(box?.right).toBeLessThan(to);
  });

  it('stands large and small letters on one ground', () => {
    const slip = firstSlip(paperOf([hex('1b2d01 20 1d2111 20 0a'), cut]));
    expect(slip.heightDots).toBe(48);
    expect(inkBox(slip)).toEqual({ top: 46, bottom: 47, left: 0, right: 35 });
  });

  it('rules lines, underlines, inverts and turns letters round', () => {
    const rule = inkBox(firstSlip(paperOf([hex('1b7401 959595 0a'), cut])));
    expect(rule).toMatchObject({ left: 0, right: 35 });
    const inverted = firstSlip(paperOf([hex('1d4201 20 0a'), cut]));
    expect(inkBox(inverted)).toEqual({ top: 0, bottom: 23, left: 0, right: 11 });
    const underlined = firstSlip(paperOf([hex('1b2d01 20 0a'), cut]));
    expect(inkBox(underlined)).toEqual({ top: 22, bottom: 23, left: 0, right: 11 });
    expect(inkBox(firstSlip(paperOf([hex('1b7b01 1b2d01 20 0a'), cut])))).toEqual({
      top: 0,
      bottom: 1,
      left: 564,
      right: 575,
    });
  });

  it('counts real-time commands inside an image, also over the border of two pieces', () => {
    expect(paperOf([hex('1d7630 00 0200 0100 1004')]).intrusions).toBe(1);
    expect(paperOf([hex('1d7630 00 0200 0200 0010'), hex('1400')]).intrusions).toBe(1);
    expect(paperOf([hex('1d7630 00 0200 0100 1006')]).intrusions).toBe(0);
  });

  it('knows how long real-time commands are, so that the command after them is read', () => {
    const { answers, unknownCommands } = paperOf([hex('100401 100502 10140801031401060208 1014000001 1d7201')]);
    expect(answers).toEqual([{ about: 'paper' }]);
    expect(unknownCommands).toBe(0);
  });

  it('says what is asked of it in turn, and counts what it does not know', () => {
    const { answers, unknownCommands } = paperOf([hex('1d284806003030 41424344 1d7202 1d4943 1d610e 1b40 1b01')]);
    expect(answers).toEqual([
      { about: 'fence', id: Uint8Array.of(0x41, 0x42, 0x43, 0x44) },
      { about: 'drawer' },
      { about: 'identity', n: 0x43 },
      { about: 'changes', n: 0x0e },
      { about: 'changes', n: 0 },
    ]);
    expect(unknownCommands).toBe(1);
  });

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        paperOf([bytes]);
      }),
    );
    const introducers = fc.constantFrom(0x10, 0x1b, 0x1c, 0x1d, 0x28, 0x6b, 0x4c, 0x48, 0x76, 0x2a, 0x30, 0x49);
    fc.assert(
      fc.property(fc.array(fc.oneof(introducers, fc.nat(255)), { maxLength: 60 }), (bytes) => {
        paperOf([Uint8Array.from(bytes)]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('code pages', () => {
  it.each([
    [0, 'Ç■', [0x80, 0xfe]],
    [16, '€', [0x80]],
    [17, 'Ж', [0x86]],
    [19, '€', [0xd5]],
    [30, 'ệ', [0xd6]],
    [52, 'ễ', [0xea, 0xde]],
    [255, 'Ç', [0x80]],
  ])('page %i reads %s', (page, text, bytes) => {
    expect(decodePage(Uint8Array.from(bytes), page)).toBe(text);
  });
});
