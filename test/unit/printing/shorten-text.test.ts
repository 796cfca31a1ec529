import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainHeading, shortenText } from '../../../main/core/printing/slips/shorten-text.ts';

describe('shortenText', () => {
  it('leaves alone what fits, but for its white space', () => {
    expect(shortenText('  Giấy \n chứng sinh ', 20)).toEqual({ text: 'Giấy chứng sinh', shortened: false });
  });

  it('ends after a sentence, else after a clause, else between words', () => {
    expect(shortenText('Nộp bản chính. Nếu không có thì nộp bản sao', 30).text).toBe('Nộp bản chính');
    expect(shortenText('Giấy chứng sinh, trường hợp không có thì cam đoan', 30).text).toBe('Giấy chứng sinh');
    expect(shortenText('Giấy tờ về cư trú trong trường hợp quầy không tra được', 30).text).toBe('Giấy tờ về cư trú');
    expect(shortenText('Hộ chiếu/Thẻ căn cước/Căn cước điện tử', 30).text).toBe('Hộ chiếu/Thẻ căn cước');
    expect(shortenText('Văn bản của người làm chứng xác nhận', 20).text).toBe('Văn bản của người');
  });

  it('rather ends early than in the middle of a clause', () => {
    expect(shortenText('Giấy chứng sinh; văn bản của người làm chứng xác nhận việc sinh', 50).text).toBe(
      'Giấy chứng sinh',
    );
  });

  it('does not take the stop in a number for the end of a sentence', () => {
    expect(shortenText('Lệ phí là 50.000 đồng mỗi lần nộp hồ sơ', 25).text).toBe('Lệ phí là 50.000 đồng mỗi');
  });

  it('never grows, keeps within the limit and keeps the beginning', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 60 }), (text, limit) => {
        const { text: kept, shortened } = shortenText(text, limit);
        const whole = text.replaceAll(/\s+/gu, ' ').trim();
        expect(kept.length).toBeLessThanOrEqual(limit);
        expect(whole.startsWith(kept)).toBe(true);
        expect(shortened).toBe(whole.length > limit);
      }),
    );
  });
});

it('takes bullets and colons from a heading of the source', () => {
  expect(plainHeading(' * Giấy tờ phải nộp: ')).toBe('Giấy tờ phải nộp');
});
