import { describe, expect, it } from 'vitest';
import type { SlipElement, SlipImage } from '../../../main/core/printing/typesetting/slip-layout.ts';
import { inkBox, isBlack, readQrCodes } from './slip-dots.ts';
import { expectSound, placed, rasteriser, settings } from './typesetting-checks.ts';

const draw = (elements: readonly SlipElement[], widthDots: number, large: boolean): SlipImage =>
  rasteriser.rasterise({ elements, large }, widthDots);
const textsOf = (elements: readonly SlipElement[], widthDots: number, large: boolean): string[] =>
  placed(elements, widthDots, large).texts.map(({ text }) => text);

const plainVowels = 'aăâeêioôơuưy';
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const lowerCase = [
  ...Array.from(plainVowels).flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC'))),
  'đ',
];
/** All 146 letters, each beside the highest and the deepest. */
const letters = [...lowerCase, ...lowerCase.map((letter) => letter.toLocaleUpperCase('vi'))];

describe.each(settings)('on %i dots, large print %s', (widthDots, large) => {
  it('no Vietnamese letter is cut anywhere, the top of the slip and its end included', () => {
    const all = letters.join(' ');
    const stacked = 'ỄẶỢữ gỄ ỰẲ';
    for (const size of ['small', 'body', 'title', 'huge'] as const) {
      expectSound(
        [{ kind: 'text', size, runs: [{ text: `${stacked} ${all} ${stacked}`, bold: true }] }],
        widthDots,
        large,
      );
      expectSound(
        [
          {
            kind: 'table',
            size,
            columns: [{ weight: 1 }, { weight: 1 }],
            head: ['Ễ', 'Ợ'],
            rows: [
              ['Ặ g', 'ữ'],
              ['Ợ Ẳ', 'Ự'],
            ],
          },
        ],
        widthDots,
        large,
      );
    }
    expectSound([{ kind: 'heading', text: stacked, trailing: 'ẶỢ' }], widthDots, large);
    expectSound([{ kind: 'checkbox', runs: [{ text: stacked }], trailing: 'Ẵ', detail: all }], widthDots, large);
    expectSound([{ kind: 'row', label: stacked, value: all, detail: stacked }], widthDots, large);
    for (const text of ['ỄẶỢữ', 'Ẳg', 'A005', 'QJ9']) {
      expectSound([{ kind: 'number', text }], widthDots, large);
    }
  });

  it('no stroke that stands out of its letter leaves the white at the edges', () => {
    for (const size of ['small', 'body', 'title', 'huge'] as const) {
      for (const align of ['left', 'centre', 'right'] as const) {
        expectSound([{ kind: 'text', size, align, runs: [{ text: 'jữ jừ', bold: true }] }], widthDots, large);
      }
    }
  });

  it('a number fills the paper, whole and on one line', () => {
    for (const text of ['A005', 'AB12345']) {
      expect(textsOf([{ kind: 'number', text }], widthDots, large)).toEqual([text]);
      const box = inkBox(draw([{ kind: 'number', text }], widthDots, large));
      expect((box?.right ?? 0) - (box?.left ?? 0)).toBeGreaterThan(0.88 * widthDots);
    }
    expect(placed([{ kind: 'number', text: '1' }], widthDots, large).texts[0]?.font.emDots).toBe(280);
  });

  it('a barcode reads back, with the white it needs and its text below', async () => {
    const elements: SlipElement[] = [{ kind: 'barcode', text: '1.001193', heightDots: 80 }];
    const image = draw(elements, widthDots, large);
    expect(await readQrCodes(rasteriser.toPng(image), 'Code128')).toEqual(['1.001193']);
    expect(textsOf(elements, widthDots, large)).toEqual(['1.001193']);
    const bars = placed(elements, widthDots, large).rectangles;
    expect(bars[0]?.widthDots).toBe(3);
    const left = Math.min(...bars.map(({ xDots }) => xDots));
    const right = Math.max(...bars.map((bar) => bar.xDots + bar.widthDots));
    expect(left).toBeGreaterThanOrEqual(10 * 3);
    expect(widthDots - right).toBeGreaterThanOrEqual(10 * 3);
  });

  it('a code to scan is never larger than the paper, and reads back', async () => {
    const text = `https://example.vn/${'x'.repeat(400)}`;
    const elements: SlipElement[] = [{ kind: 'qr', text, moduleDots: 8, beside: [] }];
    expect(await readQrCodes(rasteriser.toPng(draw(elements, widthDots, large)))).toEqual([text]);
    const box = inkBox(draw(elements, widthDots, large));
    expect(box?.left).toBeGreaterThan(8);
    expect(box?.right).toBeLessThan(widthDots - 8);
  });

  it('cuts a slip into two with the white of two', () => {
    const one: SlipElement[] = [{ kind: 'number', text: 'A005' }];
    const alone = draw(one, widthDots, large);
    const both = draw([...one, { kind: 'cut' }, ...one], widthDots, large);
    expect(both.cutsAtDots).toEqual([alone.heightDots]);
    expect(both.heightDots).toBe(2 * alone.heightDots);
    expect(Buffer.from(both.bits).equals(Buffer.concat([alone.bits, alone.bits]))).toBe(true);
  });

  it('cuts off nothing empty', () => {
    const one: SlipElement[] = [{ kind: 'number', text: 'A005' }];
    const image = draw([{ kind: 'cut' }, ...one, { kind: 'cut' }], widthDots, large);
    expect([image.cutsAtDots, image.heightDots]).toEqual([[], draw(one, widthDots, large).heightDots]);
    expect(draw([...one, { kind: 'cut' }, { kind: 'cut' }, ...one], widthDots, large).cutsAtDots).toHaveLength(1);
  });
});

const fees: Extract<SlipElement, { kind: 'table' }> = {
  kind: 'table',
  columns: [{ weight: 3 }, { weight: 1, align: 'right' }, { weight: 1, align: 'right' }],
  head: ['Giấy tờ', 'Số', 'Lệ phí'],
  rows: [
    ['Bản sao từ bản chính giấy tờ, văn bản', '2', '4.000 đ'],
    ['Chữ ký', '1', '10.000 đ'],
  ],
  size: 'body',
};

describe('a table', () => {
  it('wraps cells, keeps figures whole and flush right, and rules off its head', () => {
    const { texts, rectangles } = placed([fees], 576, false);
    expect(texts.map(({ text }) => text)).toEqual([
      'Giấy tờ',
      'Số',
      'Lệ phí',
      'Bản sao từ bản',
      'chính giấy tờ,',
      'văn bản',
      '2',
      '4.000 đ',
      'Chữ ký',
      '1',
      '10.000 đ',
    ]);
    const ends = (wanted: string): number => {
      const image = draw([fees], 576, false);
      const line = texts.find(({ text }) => text === wanted);
      const row = (line?.baselineDots ?? 0) - 10;
      return (
        Array.from({ length: 576 }, (_, x) => x).findLast(
          (x) => isBlack(image, x, row) || isBlack(image, x, row + 5),
        ) ?? 0
      );
    };
    expect(Math.abs(ends('4.000 đ') - ends('10.000 đ'))).toBeLessThanOrEqual(1);
    expect(texts.slice(0, 3).every(({ font }) => font.bold)).toBe(true);
    expect(rectangles).toHaveLength(1);
    expect(rectangles[0]?.yDots).toBeGreaterThan(texts[0]?.baselineDots ?? 0);
    const secondRow = texts.find(({ text }) => text === 'Chữ ký')?.baselineDots ?? 0;
    expect(secondRow).toBeGreaterThan((texts.find(({ text }) => text === 'văn bản')?.baselineDots ?? 0) + 40);
  });

  it('becomes a list where its words do not fit side by side', () => {
    const list = textsOf([fees], 384, true).join(' ').replace(/\s+/gu, ' ');
    expect(list).toMatch(/^Giấy tờ: Bản sao .* văn bản Số: 2 Lệ phí: 4\.000 đ Giấy tờ: Chữ ký Số: 1/u);
    expectSound([fees], 384, true);
  });

  it('refuses cells that no column takes', () => {
    expect(() => placed([{ ...fees, rows: [['1', '2', '3', '4']] }], 576, false)).toThrow(RangeError);
  });
});

describe('what cannot be read is refused', () => {
  it.each(['Đ', '', '000.00.01.H29-240115-0001'])('%j as a barcode', (text) => {
    expect(() => draw([{ kind: 'barcode', text, heightDots: 80 }], 576, false)).toThrow(RangeError);
  });

  it('a code of squares below a quarter of a millimetre', () => {
    const text = 'x'.repeat(2_300);
    expect(() => draw([{ kind: 'qr', text, moduleDots: 4 }], 320, false)).toThrow(/too large/u);
    expect(draw([{ kind: 'qr', text, moduleDots: 4 }], 384, false).heightDots).toBeGreaterThan(360);
  });
});
