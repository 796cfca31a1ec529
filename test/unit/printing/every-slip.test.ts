/** Every slip on both papers, in usual and large print, bare and full: nothing cut or lost, short enough, its codes readable. */
import { describe, expect, it } from 'vitest';
import { languages } from '../../../main/contract/kiosk.ts';
import type { HeightOf } from '../../../main/core/printing/slips/slip-frame.ts';
import {
  type AllFacts,
  barestFacts,
  codesOf,
  composeFromFacts,
  composeTestPageFor,
  fullestFacts,
  slipMoment,
  usualFacts,
} from '../../fakes/slip-facts.ts';
import { expectLooksAs } from './golden-picture.ts';
import { inkBox, readQrCodes } from './slip-dots.ts';
import { expectNothingLost, expectSound, rasteriser, settings } from './typesetting-checks.ts';

const slips = ['ticket', 'appointment', 'receipt', 'status', 'apology', 'payment', 'report'] as const;
/** What is fed to the cutter. */
const feedDots = 136;

const heightFor =
  (widthDots: number, large: boolean): HeightOf =>
  (elements) =>
    rasteriser.measure({ elements, large }, widthDots);

/** As long as the longest names of the national export, with words as long as its longest. */
const longName =
  'Thủ tục cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở/tài sản khác gắn liền với đất (Hộ chiếu/Thẻ căn cước công dân/Thẻ căn cước/Căn cước điện tử) theo Nghị định số 101/2024/NĐ-CP và 151/2025/NĐ-CP; ';

const sets: readonly (readonly [string, AllFacts])[] = [
  ['usual', usualFacts],
  ['barest', barestFacts],
  ['fullest', fullestFacts(longName.repeat(6))],
];

describe.each(settings)('on %i dots, large print %s', (widthDots, large) => {
  const heightOf = heightFor(widthDots, large);
  const longestDots = slipMoment.maximumHeightMillimetres * 8 * (large ? 2 : 1) - feedDots;

  describe.each(sets)('with the %s facts', (_name, facts) => {
    it.each(slips)('the %s slip is whole and short enough in both languages', (slip) => {
      for (const language of languages) {
        const layout = composeFromFacts(slip, facts, { ...slipMoment, language, large }, heightOf);
        expect(layout.large ?? false).toBe(large);
        expectSound(layout.elements, widthDots, large);
        if (slip !== 'report') {
          // A table that becomes a list says its heads more than once.
          expectNothingLost(layout.elements, widthDots, large);
        }
        expect(rasteriser.rasterise(layout, widthDots).heightDots, language).toBeLessThanOrEqual(longestDots);
      }
    });

    it.each(slips)('the codes of the %s slip read back', async (slip) => {
      const layout = composeFromFacts(slip, facts, { ...slipMoment, large }, heightOf);
      const png = rasteriser.toPng(rasteriser.rasterise(layout, widthDots));
      expect(await readQrCodes(png)).toEqual(codesOf(facts)[slip]);
    });
  });

  it('the test page reaches from edge to edge, and its codes read back', async () => {
    for (const language of languages) {
      const layout = composeTestPageFor(widthDots, { ...slipMoment, language, large }, heightOf);
      const image = rasteriser.rasterise(layout, widthDots);
      expect(inkBox(image)).toMatchObject({ left: 0, right: widthDots - 1 });
      const png = rasteriser.toPng(image);
      expect([await readQrCodes(png), await readQrCodes(png, 'Code128')]).toEqual([['KIOSK-TEST'], ['KIOSK-TEST']]);
    }
  });
});

it('the payment code has squares of 0.6 mm also on narrow paper', () => {
  const layout = composeFromFacts('payment', usualFacts, slipMoment, heightFor(384, false));
  const bare = layout.elements.flatMap((element) => (element.kind === 'qr' ? [element] : []));
  expect(bare).toMatchObject([{ moduleDots: 5 }]);
  const ofWidth = (widthDots: number): number => rasteriser.measure({ elements: bare }, widthDots);
  expect(ofWidth(384)).toBe(ofWidth(576));
});

it.each([
  ['ticket', 384],
  ['receipt', 576],
] as const)('the %s looks as it did when it was looked at', (slip, widthDots) => {
  const layout = composeFromFacts(slip, usualFacts, slipMoment, heightFor(widthDots, false));
  expectLooksAs(`${slip}-${widthDots}.png`, rasteriser.rasterise(layout, widthDots));
});
