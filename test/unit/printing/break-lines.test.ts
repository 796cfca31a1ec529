import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../../main/core/printing/typesetting/break-lines.ts';
import { keepTogether } from '../../../main/core/printing/typesetting/keep-together.ts';

const widthOf = (text: string): number => Array.from(text).length * 10;
const linesOf = (text: string, widthDots: number, balance = false): string[] =>
  breakLines([{ text }], { emDots: 20, widthDots, widthOf, balance }).map((line) =>
    line.pieces.map((piece) => piece.text).join(''),
  );

describe('breakLines', () => {
  it('wraps at spaces', () => {
    expect(linesOf('Tờ khai đăng ký khai sinh', 120)).toEqual(['Tờ khai đăng', 'ký khai sinh']);
  });

  it('keeps codes, legal numbers and numbers with their unit whole', () => {
    expect(linesOf('theo Nghị định số 123/2015/NĐ-CP', 200)).toEqual(['theo Nghị định', 'số 123/2015/NĐ-CP']);
    expect(linesOf('Mã thủ tục 1.001193', 150)).toEqual(['Mã thủ tục', '1.001193']);
    expect(linesOf('chậm nhất là 60 ngày', 150)).toEqual(['chậm nhất là', '60 ngày']);
    expect(linesOf('Nộp tại phường, 1 Đường Mẫu', 170)).toEqual(['Nộp tại phường,', '1 Đường Mẫu']);
  });

  it('breaks what is wider than the paper after a stroke, then letter by letter', () => {
    expect(linesOf('căn cước/hộ chiếu/giấy', 100)).toEqual(['căn', 'cước/hộ', 'chiếu/giấy']);
    expect(linesOf('aaaaa/bbbbb/ccccc', 70)).toEqual(['aaaaa/', 'bbbbb/', 'ccccc']);
    expect(linesOf('nghiêngnghiêng', 50)).toEqual(['nghiê', 'ngngh', 'iêng']);
  });

  it('may break between names put side by side, but in no legal number or unit', () => {
    expect(linesOf('Hộ chiếu/Thẻ căn cước/Giấy', 100)).toEqual(['Hộ chiếu/', 'Thẻ căn', 'cước/Giấy']);
    expect(linesOf('theo 12/KH/TW, 5 đồng/bản', 130)).toEqual(['theo', '12/KH/TW,', '5 đồng/bản']);
  });

  it('starts a new line at a line feed and needs no words at all', () => {
    expect(linesOf('một\nhai ba', 500)).toEqual(['một', 'hai ba']);
    expect(linesOf('  \n ', 500)).toEqual([]);
  });

  it('balances lines without adding one', () => {
    expect(linesOf('Cấp giấy phép cho lao động tự do', 180)).toEqual(['Cấp giấy phép cho', 'lao động tự do']);
    expect(linesOf('a bb ccc dddd ee ff', 130)).toEqual(['a bb ccc dddd', 'ee ff']);
    expect(linesOf('a bb ccc dddd ee ff', 130, true)).toEqual(['a bb ccc', 'dddd ee ff']);
  });

  it('leaves no short word alone on the last line where the line above can spare one', () => {
    expect(linesOf('Cấp giấy phép lao động', 180)).toEqual(['Cấp giấy phép', 'lao động']);
    // Nothing to spare: one word above, a word too long to join, a line that would be left short itself.
    expect(linesOf('nghiêng ngả', 80)).toEqual(['nghiêng', 'ngả']);
    expect(linesOf('Bao lâu có kết quả', 80)).toEqual(['Bao lâu', 'có kết', 'quả']);
    // A number with its unit, and a code, may stand alone.
    expect(linesOf('chậm nhất là 60 ngày', 150)).toEqual(['chậm nhất là', '60 ngày']);
    expect(linesOf('theo mã thủ tục 1.001193', 150)).toEqual(['theo mã thủ tục', '1.001193']);
  });

  it('breaks a code longer than a line after its strokes and dots only, and begins a line with it', () => {
    expect(linesOf('Mã 000.00.01.H29-240115-0001', 140)).toEqual(['Mã', '000.00.01.H29-', '240115-0001']);
    expect(linesOf('Mã 000.00.01.H29-240115-0001', 90)).toEqual(['Mã', '000.00.', '01.H29-', '240115-', '0001']);
    expect(linesOf('số 118/2025/NĐ-CP và số 01/2018/TT-VPCP', 160)).toEqual([
      'số',
      '118/2025/NĐ-CP',
      'và số',
      '01/2018/TT-VPCP',
    ]);
  });

  it('puts no space into what it broke', () => {
    expect(linesOf('aaaaaaaaaaaa-bb cc', 90)).toEqual(['aaaaaaaaa', 'aaa-bb cc']);
  });

  it('keeps weights apart and words that two runs share together', () => {
    const [line] = breakLines([{ text: '1. Khai sinh', bold: true }, { text: ', nếu cần' }], {
      emDots: 20,
      widthDots: 500,
      widthOf,
    });
    expect(line?.pieces).toEqual([
      { text: '1. Khai sinh', bold: true, xDots: 0 },
      { text: ', nếu cần', bold: false, xDots: 120 },
    ]);
  });

  it('loses no letter and overfills no line, whatever the text', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('ễ', 'đ', 'a', '/', '-', '3', '.', 'Ợ'), minLength: 1 }));
    fc.assert(
      fc.property(words, fc.integer({ min: 10, max: 300 }), fc.boolean(), (texts, widthDots, balance) => {
        const lines = linesOf(texts.join(' '), widthDots, balance);
        expect(lines.join('').replaceAll(' ', '')).toBe(texts.join('').normalize('NFC'));
        // And no space comes in: each line is a stretch of the text.
        for (const line of lines) {
          expect(texts.join(' ').normalize('NFC')).toContain(line);
        }
        for (const line of lines) {
          expect(widthOf(line)).toBeLessThanOrEqual(widthDots);
        }
      }),
    );
  });
});

describe('keepTogether', () => {
  it('puts no-break spaces into references and amounts only', () => {
    expect(keepTogether('Điều 9 và khoản 2, 50.000 đ mỗi bản')).toBe(
      'Điều\u00A09 và khoản\u00A02, 50.000\u00A0đ mỗi bản',
    );
    expect(keepTogether('50.000 đồng/bản, 10 ngày làm việc, điểm a khoản 2')).toBe(
      '50.000\u00A0đồng/bản, 10\u00A0ngày làm việc, điểm\u00A0a khoản\u00A02',
    );
    expect(keepTogether('Thông tư 01/2018/TT-VPCP – 2 working days')).toBe(
      'Thông tư\u00A001/2018/TT-VPCP\u00A0– 2 working days',
    );
    expect(keepTogether('đăng ký 2 đứa con')).toBe('đăng ký 2 đứa con');
  });
});
