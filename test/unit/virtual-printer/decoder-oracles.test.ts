/** Bytes of two encoders that know nothing of this project, put on paper by the virtual printer's decoder. */

import { createCanvas } from '@napi-rs/canvas';
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { transform } from 'receiptline';
import { describe, expect, it } from 'vitest';
import type { SlipImage } from '../../../main/core/ports.ts';
import { blankDots, type Dots, stamp } from '../../../scripts/virtual-printer/decoder/dots.ts';
import { drawLetter, type LetterStyle, letterSize } from '../../../scripts/virtual-printer/decoder/printer-letters.ts';
import { inkBox, isBlack } from '../printing/slip-dots.ts';
import { firstSlip, paperOf } from './paper-of.ts';
import { readCodes } from './read-codes.ts';

const plain: LetterStyle = { font: 'A', bold: false, underlined: false, inverted: false, across: 1, down: 1 };

/** The dots `text` should come to at `x`, `y`. */
function written(text: string, x: number, y: number, style: Partial<LetterStyle> = {}): Dots {
  const whole = { ...plain, ...style };
  const { width, height } = letterSize(whole);
  const dots = blankDots(576, y + height);
  for (const [index, letter] of Array.from(text).entries()) {
    stamp(dots, drawLetter(letter, whole), { x: x + index * width, y });
  }
  return dots;
}

/** Whether the slip shows exactly `dots` in the rows from `y` to its end, and nothing beside them. */
function shows(slip: SlipImage, dots: Dots, y: number): boolean {
  const from = y * 72;
  return Buffer.from(slip.bits.subarray(from, dots.rows * 72)).equals(Buffer.from(dots.bits.subarray(from)));
}

/** A picture no encoder may change: a wedge, a frame and single dots. */
const picture = { widthDots: 96, heightDots: 60 };
const isPictureBlack = (x: number, y: number): boolean =>
  x === 0 || y === 0 || x === 95 || y === 59 || x < y || (x % 7 === 0 && y % 5 === 0);

function pictureData(): { width: number; height: number; data: Uint8ClampedArray } {
  const { widthDots: width, heightDots: height } = picture;
  const data = new Uint8ClampedArray(width * height * 4);
  for (let dot = 0; dot < width * height; dot += 1) {
    data.set([...(isPictureBlack(dot % width, Math.floor(dot / width)) ? [0, 0, 0] : [255, 255, 255]), 255], dot * 4);
  }
  return { width, height, data };
}

function wrongDots(slip: SlipImage, x0: number, y0: number): number {
  let wrong = 0;
  for (let y = 0; y < picture.heightDots; y += 1) {
    for (let x = 0; x < picture.widthDots; x += 1) {
      wrong += isBlack(slip, x0 + x, y0 + y) === isPictureBlack(x, y) ? 0 : 1;
    }
  }
  return wrong;
}

const encoder = (options: object = {}): ReceiptPrinterEncoder =>
  new ReceiptPrinterEncoder({ language: 'esc-pos', columns: 48, feedBeforeCut: 0, ...options }).initialize();

const png = (): string => {
  const canvas = createCanvas(picture.widthDots, picture.heightDots);
  const context = canvas.getContext('2d');
  const image = context.createImageData(picture.widthDots, picture.heightDots);
  image.data.set(pictureData().data);
  context.putImageData(image, 0, 0);
  return canvas.toBuffer('image/png').toString('base64');
};
const print = (document: string, command: 'escpos' | 'epson' | 'generic'): ReturnType<typeof paperOf> =>
  paperOf([Buffer.from(transform(document, { command, cpl: 48, encoding: 'cp1252', gradient: false }), 'latin1')]);

describe('receipt-printer-encoder', () => {
  it('text: lines, bold, size, alignment', () => {
    const bytes = encoder()
      .line('Phieu huong dan')
      .bold(true)
      .line('Bold')
      .bold(false)
      .size(2, 3)
      .line('Large')
      .size(1)
      .align('center')
      .line('centre')
      .align('right')
      .line('right')
      .cut()
      .encode();
    const paper = paperOf([bytes]);
    const slip = firstSlip(paper);
    expect(paper.unknownCommands).toBe(0);
    let y = 0;
    for (const [text, x, style] of [
      ['Phieu huong dan', 0, {}],
      ['Bold', 0, { bold: true }],
      ['Large', 0, { across: 2, down: 3 }],
      ['centre', (576 - 6 * 12) / 2, {}],
      ['right', 576 - 5 * 12, {}],
    ] as const) {
      expect({ text, shown: shows(slip, written(text, x, y, style), y) }).toEqual({ text, shown: true });
      y += Math.max(34, letterSize({ ...plain, ...style }).height);
    }
  });

  it('text on its code pages, Vietnamese too', () => {
    const paper = paperOf([
      encoder()
        .codepage('windows1252')
        .line('café')
        .codepage('cp866')
        .line('Жук')
        .codepage('tcvn3')
        .line('tiếng việt')
        .cut()
        .encode(),
    ]);
    const slip = firstSlip(paper);
    expect(paper.unknownCommands).toBe(0);
    for (const [index, text] of ['café', 'Жук', 'tiếng việt'].entries()) {
      expect({ text, shown: shows(slip, written(text, 0, index * 34), index * 34) }).toEqual({ text, shown: true });
    }
  });

  it('boxes and rules join up', () => {
    const paper = paperOf([encoder().rule({ style: 'single' }).cut().encode()]);
    expect(inkBox(firstSlip(paper))).toMatchObject({ left: 0, right: 575 });
  });

  it.each(['raster', 'column'] as const)('a picture by %s, dot by dot', (imageMode) => {
    // The encoder takes heights of whole strips only; the rows below the picture stay white.
    const { width, data } = pictureData();
    const tall = { width, height: 72, data: new Uint8ClampedArray(width * 72 * 4).fill(255) };
    tall.data.set(data);
    const paper = paperOf([encoder({ imageMode }).image(tall, 96, 72, 'threshold', 128).cut().encode()]);
    const slip = firstSlip(paper);
    expect(paper.unknownCommands).toBe(0);
    expect(wrongDots(slip, 0, 0)).toBe(0);
    expect(inkBox(slip)).toEqual({ top: 0, bottom: 59, left: 0, right: 95 });
  });

  it('QR codes of every size and correction', async () => {
    for (const [size, errorlevel] of [
      [3, 'l'],
      [4, 'm'],
      [6, 'q'],
      [8, 'h'],
    ] as const) {
      const text = `https://dichvucong.gov.vn/p/${size}/thu-tuc`;
      const paper = paperOf([encoder().align('center').qrcode(text, { size, errorlevel }).newline().cut().encode()]);
      expect(await readCodes(firstSlip(paper))).toEqual([`QRCode ${text}`]);
      expect(paper.unknownCommands).toBe(0);
    }
  });

  it.each([
    ['code128', '1.001193', 'Code128 1.001193'],
    ['code128', '{C\u0001\u0017\u002d{BAb', 'Code128 012345Ab'],
    ['ean13', '8934567890120', 'EAN13 8934567890120'],
    ['ean8', '96385074', 'EAN8 96385074'],
    ['upca', '123456789012', 'EAN13 0123456789012'],
    ['code39', 'AB-12', 'Code39 AB-12'],
    ['code93', 'AB12', 'Code93 AB12'],
    ['itf', '12345678', 'ITF 12345678'],
    ['codabar', 'A1234B', 'Codabar A1234B'],
  ] as const)('barcode %s', async (symbology, value, read) => {
    const paper = paperOf([
      encoder().align('center').newline().barcode(value, symbology, { height: 80, width: 2 }).newline().cut().encode(),
    ]);
    expect(paper.unknownCommands).toBe(0);
    expect(await readCodes(firstSlip(paper))).toEqual([read]);
  });

  it('what this printer has no symbol for is counted, not printed wrongly', () => {
    const paper = paperOf([encoder().pdf417('text').cut().encode()]);
    expect(paper.unknownCommands).toBeGreaterThan(0);
  });
});

describe('receiptline', () => {
  it.each(['escpos', 'epson', 'generic'] as const)('%s: text, columns, rules, codes and picture', async (command) => {
    const paper = print(
      `^^^Phieu\n\nLeft| Right\n-\n{code:https://dichvucong.gov.vn/1.001193;option:qrcode,4,m}\n{code:1.001193;option:code128,2,72,hri}\n{image:${png()}}\n`,
      command,
    );
    expect(paper.unknownCommands).toBe(0);
    const slip = firstSlip(paper);
    expect(await readCodes(slip)).toEqual(['QRCode https://dichvucong.gov.vn/1.001193', 'Code128 1.001193']);
    // The picture is centred and comes last, before a line feed.
    const bottom = inkBox(slip)?.bottom ?? 0;
    expect(wrongDots(slip, (576 - picture.widthDots) / 2, bottom + 1 - picture.heightDots)).toBe(0);
    expect(paper.answers.at(-1)).toEqual({ about: 'paper' });
  });

  it('columns stand where they are set', () => {
    const slip = firstSlip(print('|Left | Right|\n', 'escpos'));
    const dots = written('Left', 0, 0);
    stamp(dots, written('Right', 576 - 5 * 12, 0), { x: 0, y: 0 });
    expect(shows(slip, dots, 0)).toBe(true);
  });

  it.each([
    ['upc', '12345678901', 'EAN13 0123456789012'],
    ['upc', '01234565', 'UPCE'],
    ['ean', '893456789012', 'EAN13 8934567890120'],
    ['code39', 'AB-12', 'Code39 AB-12'],
    ['itf', '123456', 'ITF 123456'],
    ['codabar', 'A1234B', 'Codabar'],
    ['code93', 'AB12', 'Code93 AB12'],
    ['code128', '12345678', 'Code128 12345678'],
    ['code128', 'Ab\\x0912345c', 'Code128 Ab\t12345c'],
  ])('barcode %s %s', async (kind, value, read) => {
    const paper = print(`{code:${value};option:${kind},2,72}\n`, 'escpos');
    expect(paper.unknownCommands).toBe(0);
    expect(await readCodes(firstSlip(paper))).toEqual([expect.stringContaining(read)]);
  });
});
