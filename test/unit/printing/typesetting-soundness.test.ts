/** Random and spiteful Vietnamese on both papers in both sizes of print. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SlipElement, TextSize } from '../../../main/core/printing/typesetting/slip-layout.ts';
import { expectNothingLost, expectSound, placed, rasteriser, settings } from './typesetting-checks.ts';

const words = [
  'nghiêng',
  'thường',
  'trú',
  'Ễ',
  'Ặ',
  'Ợ',
  'ữ',
  'ợ',
  'g',
  'Đăng',
  'ký',
  'khai',
  'sinh',
  'ẲNG',
  'QUYẾT',
  'j',
  'f',
  '1.001193',
  '000.00.01.H29-240115-0001',
  '118/2025/NĐ-CP',
  '01/2018/TT-VPCP',
  '50.000 đồng',
  '10 ngày',
  'Điều 5',
  'khoản 2',
  'điểm a',
  'số 04',
  '–',
  '·',
  '(HĐND),',
  'https://dichvucong.gov.vn/p/home/x.html?ma=1.001193&y=2',

  'chiếu/Thẻ',
  'nghiêngnghiêngnghiêngnghiêngnghiêng',
  'certification',
  '\u200B',
  '\n',
  '  ',
  '\u00A0',
  '≥',
  '"',
  '%',
];
const sentence = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...words) }, fc.string({ maxLength: 12 })), { maxLength: 14 })
  .map((parts) => parts.join(' '));
const text = fc.tuple(sentence, fc.boolean()).map(([said, inPieces]) => (inPieces ? said.normalize('NFD') : said));
const size = fc.constantFrom<TextSize>('small', 'body', 'title', 'huge');
/** Apart by a space: inside a word the horn of an ữ may lie over the letter beside it, as in any typeface. */
const runs = fc
  .array(fc.record({ text, bold: fc.boolean() }), { minLength: 1, maxLength: 3 })
  .map((list) => list.map((run, index) => (index === 0 ? run : { ...run, text: ` ${run.text}` })));
const short = fc.array(fc.constantFrom(...words), { maxLength: 3 }).map((parts) => parts.join(' '));

const paragraph = fc.record({
  kind: fc.constant('text' as const),
  runs,
  size,
  align: fc.constantFrom('left' as const, 'centre' as const, 'right' as const),
  indentDots: fc.constantFrom(0, 20, 60),
});
const table = fc.integer({ min: 1, max: 4 }).chain((count) =>
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.array(
      fc.record({ weight: fc.integer({ min: 1, max: 5 }), align: fc.constantFrom('left' as const, 'right' as const) }),
      { minLength: count, maxLength: count },
    ),
    rows: fc.array(fc.array(short, { maxLength: count }), { maxLength: 4 }),
    size: fc.constantFrom<TextSize>('small', 'body'),
  }),
);
const element: fc.Arbitrary<SlipElement> = fc.oneof(
  paragraph,
  fc.record({ kind: fc.constant('heading' as const), text, trailing: short }),
  fc.record({ kind: fc.constant('checkbox' as const), runs, trailing: short, detail: text }),
  fc.record({ kind: fc.constant('row' as const), label: short, value: text, detail: text }),
  fc.record({ kind: fc.constant('number' as const), text: fc.constantFrom('A005', 'AB12345', 'Ễ Ợ12', 'Jg7', '1') }),
  table,
  fc.constant<SlipElement>({ kind: 'rule' }),
  fc.constant<SlipElement>({ kind: 'space', heightDots: 7 }),
  fc.constant<SlipElement>({ kind: 'cut' }),
  fc.constant<SlipElement>({ kind: 'barcode', text: '1.001193', heightDots: 40 }),
  fc.record({
    kind: fc.constant('qr' as const),
    text: fc.constantFrom('https://example.vn/x', `https://example.vn/${'x'.repeat(400)}`),
    moduleDots: fc.constantFrom(3, 5, 8),
    caption: short,
    beside: fc.array(paragraph, { maxLength: 2 }),
  }),
);
const elements = fc.array(element, { maxLength: 4 });

describe.each(settings)('a slip on %i dots, large print %s', (widthDots, large) => {
  it('has no letter cut, covered or off the paper', () => {
    fc.assert(
      fc.property(elements, (each) => {
        expectSound(each, widthDots, large);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('loses no text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            paragraph,
            element.filter(({ kind }) => kind !== 'table'),
          ),
          { maxLength: 4 },
        ),
        (each) => {
          expectNothingLost(each, widthDots, large);
        },
      ),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(table, (each) => {
        // Without a head, a list holds the same letters as a table.
        expectNothingLost([each], widthDots, large);
      }),
    );
  }, 60_000);

  it('is measured as high as it is drawn', () => {
    const noCuts = fc.array(
      element.filter(({ kind }) => kind !== 'cut'),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(noCuts, (each) => {
        const parts = each.map((one) => rasteriser.measure({ elements: [one], large }, widthDots));
        const whole = rasteriser.measure({ elements: each, large }, widthDots);
        expect(parts.reduce((sum, height) => sum + height, 0)).toBe(whole);
        expect(placed(each, widthDots, large).heightDots).toBe(whole + 24);
      }),
      { numRuns: 50 },
    );
  }, 60_000);

  it('is the same for letters in pieces as for whole ones', () => {
    fc.assert(
      fc.property(runs, size, (said, chosen) => {
        const drawn = (form: 'NFC' | 'NFD'): Uint8Array =>
          rasteriser.rasterise(
            {
              large,
              elements: [
                { kind: 'text', size: chosen, runs: said.map((run) => ({ ...run, text: run.text.normalize(form) })) },
                { kind: 'number', text: 'Ễ12'.normalize(form) },
                { kind: 'table', size: 'body', columns: [{ weight: 1 }], rows: [['Ặ Ợ ữ'.normalize(form)]] },
              ],
            },
            widthDots,
          ).bits;
        expect(Buffer.from(drawn('NFD')).equals(Buffer.from(drawn('NFC')))).toBe(true);
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});
