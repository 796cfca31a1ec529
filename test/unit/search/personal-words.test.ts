/** Words that are never kept, and those that must not be taken for them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPossiblyPersonal } from '../../../main/core/search/personal-words.ts';
import { foldedWords } from '../../../main/core/vietnamese-text.ts';

describe('words that could be personal', () => {
  it.each([
    ['an identity card', 'căn cước 079201000123'],
    ['one in groups', '079 201 000 123'],
    ['a telephone with dots', 'gọi 0912.345.678'],
    ['a day of birth', 'sinh ngày 01/02/1990'],
    ['digits of full width', '１２３４５６'],
    ['digits of another script', '٠١٢٣٤٥'],
    ['an address of e-mail', 'an@thu.vn'],
    ['a story', 'con tôi nguyễn văn a sinh ở bệnh viện từ dũ ngày ba tháng tư'],
    ['a text of more than 80 letters', 'giấychứngnhận'.repeat(7)],
  ])('are %s', (_what, words) => {
    expect(isPossiblyPersonal(words)).toBe(true);
  });

  it.each([
    ['đăng ký khai sinh có yếu tố nước ngoài'],
    ['CT01'],
    ['nghị định 118'],
    ['luật đất đai 2024'],
    ['5 triệu 500'],
    ['cấp lại giấy chứng nhận quyền sử dụng đất bị mất hỏng'],
    [''],
    ['đăng ký thường trú'.normalize('NFD')],
  ])('are not %j', (words) => {
    expect(isPossiblyPersonal(words)).toBe(false);
  });

  it('are all that would not fit into the journal once folded', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 85 }), fc.constant('한'.repeat(50))), (words) => {
        expect(isPossiblyPersonal(words) || foldedWords(words).length <= 80).toBe(true);
      }),
    );
  });

  it('are found however the digits are separated', () => {
    const separator = fc.constantFrom('', ' ', '.', '-', '/', ' - ');
    const digits = fc.array(fc.tuple(fc.nat(9), separator), { minLength: 6, maxLength: 12 });
    fc.assert(
      fc.property(digits, (pieces) => {
        expect(isPossiblyPersonal(`số ${pieces.flat().join('')}`)).toBe(true);
      }),
    );
  });
});
