import { expect, it } from 'vitest';
import { printableText } from '../../../main/core/printing/typesetting/printable-text.ts';

it.each([
  ['Ễ'.normalize('NFD'), 'Ễ'],
  // Marks in another order than Unicode's own, as some keyboards send them.
  ['e\u0323\u0302', 'ệ'],
  ['e\u0302\u0323', 'ệ'],
  ['căn\u00ADcước\u200B\uFEFF', 'căncước'],
  ['\u202Ea\u0007b', 'ab'],
  ['\uF0B7 Bản sao', '• Bản sao'],
  ['≤ 2 tờ, ≥ 1 → 3', '<= 2 tờ, >= 1 -> 3'],
  ['hàng\nmột\tcột', 'hàng\nmột\tcột'],
])('makes of %j what the fonts can set', (text, printed) => {
  expect(printableText(text)).toBe(printed);
});
