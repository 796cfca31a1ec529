import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDayInText, moneyInText } from '../../../main/core/catalogue/import/money-in-text.ts';
import { parseFees } from '../../../main/core/catalogue/import/parse-fees.ts';

const only = (text: string, note: string | null = null) => {
  const { value } = parseFees(text, note);
  expect(value).toHaveLength(1);
  return value[0];
};

describe('parseFees', () => {
  it.each(['0 VNĐ ()', 'Không có thông tin', '', '0 VNĐ (0)'])('says of %j that the portal states none', (text) => {
    expect(only(text)).toMatchObject({ kind: 'unstated', amountVnd: null, text: '' });
  });

  it('never calls free what only says 0', () => {
    for (const text of [
      '0 VNĐ ()',
      '0 VNĐ (Không quy định)',
      '0 VNĐ (Theo quy định của Bộ Tài chính)',
      '0 VNĐ (Không)',
    ]) {
      expect(only(text)?.kind).not.toBe('free');
    }
  });

  it('calls free what says miễn, and an exemption what only some are exempt from', () => {
    expect(only('0 VNĐ (Miễn lệ phí)')).toMatchObject({ kind: 'free', exemption: false });
    expect(only('0 VNĐ (Miễn phí đối với hộ nghèo)')).toMatchObject({ kind: 'free', exemption: true });
  });

  it('leaves to the council what the council sets, exemptions or not', () => {
    const text = '0 VNĐ (Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định. Miễn lệ phí cho người khuyết tật.)';
    expect(only(text)).toMatchObject({ kind: 'council', amountVnd: null });
    expect(only('Do Hội đồng nhân dân cấp tỉnh quy định')?.kind).toBe('council');
  });

  it('does not believe numbers under 1,000', () => {
    expect(only('700 VNĐ (Phí thẩm định: 700.000 đồng/cơ sở.)')).toMatchObject({ kind: 'text', amountVnd: null });
    expect(only('50 VNĐ ()')?.kind).toBe('unstated');
    expect(only('10 VNĐ (/bản)', 'Tại cơ quan đại diện: 10 USD/bản.')).toMatchObject({
      kind: 'text',
      text: 'Tại cơ quan đại diện: 10 USD/bản.',
    });
  });

  it('does not believe a number that its own text contradicts', () => {
    expect(only('5000 VNĐ (nộp qua mạng thu 7.000 đồng/lần.)')).toMatchObject({ kind: 'text', amountVnd: null });
    expect(only('17500000 VNĐ (Từ 150 tỷ đến dưới 250 tỷ: 17,5 triệu đồng)')).toMatchObject({
      kind: 'amount',
      amountVnd: 17_500_000,
    });
  });

  it('keeps every rate with its own words, and drops an empty 0 beside amounts', () => {
    const { value, warnings } = parseFees(
      '25000 VNĐ (Cấp đổi (Đất)) | 30000 VNĐ (Cấp đổi (Đất+Tài sản))) | 0 VNĐ ()',
      null,
    );
    expect(value.map((fee) => [fee.amountVnd, fee.text])).toEqual([
      [25_000, 'Cấp đổi (Đất)'],
      [30_000, 'Cấp đổi (Đất+Tài sản))'],
    ]);
    expect(warnings.map(({ kind }) => kind)).toContain('fee-zero-beside-amount');
  });

  it('tells until when a rate holds and which paper sets it', () => {
    const fee = only(
      '800000 VNĐ (áp dụng mức phí 400.000 đồng/hồ sơ kể từ ngày 01/7/2025 đến hết ngày 31/12/2026 theo Thông tư số 64/2025/TT-BTC)',
    );
    expect(fee).toMatchObject({ kind: 'text', validUntil: '2026-12-31', legalBasis: 'TT 64/2025/TT-BTC' });
  });

  it('gives at least one rate for any text, and an amount only of whole đồng from 1,000', () => {
    const rate = fc.tuple(fc.nat(2_000_000), fc.string()).map(([amount, text]) => `${amount} VNĐ (${text})`);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(rate, { minLength: 1, maxLength: 4 }).map((rates) => rates.join(' | ')),
        ),
        (text) => {
          const { value } = parseFees(text, null);
          expect(value.length).toBeGreaterThan(0);
          for (const fee of value) {
            expect(fee.kind === 'amount').toBe(fee.amountVnd !== null);
            if (fee.amountVnd !== null) expect(fee.amountVnd).toBeGreaterThanOrEqual(1_000);
            if (fee.kind === 'free') expect(fee.text.toLowerCase()).toContain('miễn');
          }
        },
      ),
    );
  });
});

describe('moneyInText', () => {
  it('reads sums as they are written and nothing else', () => {
    expect(moneyInText('thu 7.000 đồng/lần, 40.000đ, 1,500,000 và 02 triệu đồng')).toEqual([
      7_000, 40_000, 1_500_000, 2_000_000,
    ]);
    expect(moneyInText('TT 75/2022/TT-BTC ngày 22/12/2022, tàu dưới 5.700 kg, năm 2021')).toEqual([]);
  });

  it('knows real days only', () => {
    expect(lastDayInText('đến hết ngày 31 tháng 12 năm 2026')).toBe('2026-12-31');
    expect(lastDayInText('đến 30/6/2026')).toBe('2026-06-30');
    expect(lastDayInText('đến hết ngày 31/02/2026')).toBeNull();
  });
});
