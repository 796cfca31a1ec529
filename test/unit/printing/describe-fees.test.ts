import { describe, expect, it } from 'vitest';
import type { Fee } from '../../../main/contract/procedure.ts';
import { describeFees } from '../../../main/core/printing/slips/describe-fees.ts';
import { slipWords } from '../../../main/core/printing/slips/slip-words.ts';
import { makeFee, makeMethod } from '../../fakes/printing-procedures.ts';

const wording = { words: slipWords.vi, limit: 120, today: '2026-07-22', mostRates: 5 };
const amount = (amountVnd: number, text = ''): Fee => makeFee({ kind: 'amount', amountVnd, text });
const direct = (...fees: Fee[]) => describeFees([makeMethod('direct', { fees })], wording);

describe('describeFees', () => {
  it('tells one amount with its words', () => {
    expect(direct(amount(8000, 'mỗi bản sao'))).toEqual([{ value: '8.000 đ', details: ['mỗi bản sao'] }]);
  });

  it('says free only where the source does', () => {
    expect(direct(makeFee({ kind: 'free', text: 'Miễn lệ phí' }))[0]?.value).toBe('Miễn phí');
    expect(direct(amount(0))[0]?.value).toBe('Cổng quốc gia không ghi phí, xin hỏi quầy');
    expect(direct(makeFee())[0]?.value).toBe('Cổng quốc gia không ghi phí, xin hỏi quầy');
    expect(describeFees([], wording)[0]?.value).toBe('Cổng quốc gia không ghi phí, xin hỏi quầy');
  });

  it("asks at the desk for the People's Council's rate, with the source's words", () => {
    expect(direct(makeFee({ kind: 'council', text: 'Theo quy định của HĐND tỉnh' }))).toEqual([
      { value: 'Theo mức của HĐND, xin hỏi quầy', details: ['Theo quy định của HĐND tỉnh'] },
    ]);
  });

  it('shows the words alone where the number contradicts them', () => {
    expect(direct(makeFee({ kind: 'text', text: '10 USD mỗi bản' }))).toEqual([
      { value: '10 USD mỗi bản', details: [] },
    ]);
  });

  it('spans several rates and lists them only where all have room', () => {
    expect(direct(amount(50_000, 'a'), amount(20_000, 'b'))).toEqual([
      { value: 'Có 2 mức: 20.000 đ – 50.000 đ', details: ['50.000 đ (a); 20.000 đ (b)'] },
    ]);
    const many = Array.from({ length: 12 }, (_, index) => amount(25_000 + index, 'Lệ phí cấp Giấy chứng nhận'));
    expect(direct(...many)).toEqual([{ value: 'Có 12 mức: 25.000 đ – 25.011 đ', details: ['… (xem tiếp ở mã QR)'] }]);
  });

  it('keeps exemptions apart from the rates', () => {
    const exemption = makeFee({ kind: 'free', text: 'Miễn lệ phí cho hộ nghèo', exemption: true });
    expect(direct(amount(50_000), exemption)).toEqual([{ value: '50.000 đ', details: ['Miễn lệ phí cho hộ nghèo'] }]);
  });

  it('tells that the text itself sets an end to the rate', () => {
    const expired = makeFee({ kind: 'amount', amountVnd: 25_000, validUntil: '2025-12-31' });
    expect(direct(expired)[0]?.details).toEqual(['Văn bản ghi mức này đến hết 31/12/2025']);
    expect(direct({ ...expired, validUntil: '2026-12-31' })[0]?.details).toEqual([]);
  });

  it('names the channel only where another one costs something else', () => {
    const same = [makeMethod('direct', { fees: [amount(8000)] }), makeMethod('online', { fees: [amount(8000)] })];
    expect(describeFees(same, wording)).toEqual([{ value: '8.000 đ', details: [] }]);
    const different = [
      makeMethod('online', { fees: [amount(150_000)] }),
      makeMethod('postal', { fees: [amount(150_000)] }),
      makeMethod('direct', { fees: [amount(50_000)] }),
    ];
    expect(describeFees(different, wording)).toEqual([
      { value: '50.000 đ', details: ['Nộp trực tiếp', 'Nộp trên mạng, Gửi bưu điện: 150.000 đ'] },
    ]);
  });
});
