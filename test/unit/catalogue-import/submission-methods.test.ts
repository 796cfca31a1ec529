import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../main/core/catalogue/import/clean-text.ts';
import { parseProcessingTime, splitTimeNote } from '../../../main/core/catalogue/import/parse-processing-time.ts';
import {
  onlineServiceOf,
  parseSubmissionMethods,
} from '../../../main/core/catalogue/import/parse-submission-methods.ts';
import { findSameDayRule, withSameDayLimit } from '../../../main/core/catalogue/import/same-day-rule.ts';

describe('parseProcessingTime', () => {
  it.each([
    ['3 WORKING_DAY', 3, 'working-day'],
    ['3.5 WORKING_DAY', 3.5, 'working-day'],
    ['24 ngày', 24, 'day'],
    ['8 HOUR', 8, 'hour'],
    ['2 MONTH', 2, 'month'],
    ['4 YEAR', 4, 'year'],
  ])('reads %s', (text, amount, unit) => {
    expect(parseProcessingTime(text, null)).toEqual({ amount, unit, note: null });
  });

  it.each(['1 OTHER', ' OTHER', '', 'Theo mô tả OTHER', '- OTHER', '0 WORKING_DAY'])(
    'does not know %j and shows no number of it',
    (text) => {
      expect(parseProcessingTime(text, null)).toEqual({ amount: null, unit: null, note: null });
    },
  );

  it('keeps words in place of a number as the note', () => {
    expect(parseProcessingTime('Không quá 10 ngày làm việc OTHER', null)).toEqual({
      amount: null,
      unit: null,
      note: 'Không quá 10 ngày làm việc',
    });
  });
});

it('tells the lines on time from the others, losing none', () => {
  expect(
    splitTimeNote('- 01 ngày đối với đám tang\nNộp tại Công an cấp xã.\nThời gian tiếp nhận: Giờ hành chính'),
  ).toEqual({
    time: '- 01 ngày đối với đám tang',
    rest: 'Nộp tại Công an cấp xã.\nThời gian tiếp nhận: Giờ hành chính',
  });
});

describe('parseSubmissionMethods', () => {
  const text = cleanText(`* Hình thức nộp: ONLINE
    Thời hạn giải quyết: 17 WORKING_DAY
    Phí, lệ phí: 7000 VNĐ (Qua mạng
    thu 7.000 đồng)
    Mô tả: Nộp trên mạng.
    Phí, lệ phí: xem trên
  * Hình thức nộp: DIRECT
    Thời hạn giải quyết: 1 OTHER
    Phí, lệ phí: Không có thông tin`);

  it('reads each channel, text over several lines and labels quoted in the description', () => {
    const { value, warnings } = parseSubmissionMethods(text);
    expect(value.methods.map((method) => [method.channel, method.processingTime.amount])).toEqual([
      ['online', 17],
      ['direct', null],
    ]);
    expect(value.methods[0]?.fees[0]).toMatchObject({
      kind: 'amount',
      amountVnd: 7_000,
      text: 'Qua mạng thu 7.000 đồng',
    });
    expect(value.methods[0]?.note).toBe('Nộp trên mạng.\nPhí, lệ phí: xem trên');
    expect(value.feeTextCount).toBe(1);
    expect(warnings.map(({ kind }) => kind)).toEqual(['time-unknown']);
    expect(onlineServiceOf(value.methods)).toBe('available');
  });

  it('tells online only from no online', () => {
    const { methods } = parseSubmissionMethods('* Hình thức nộp: ONLINE\nThời hạn giải quyết: 1 ngày').value;
    expect(onlineServiceOf(methods)).toBe('only');
    expect(onlineServiceOf([])).toBe('none');
  });
});

const ruleIn = (text: string) => findSameDayRule([text]);

describe('the same-day rule', () => {
  it('is found, but not in a reply on completeness', () => {
    expect(ruleIn('nếu tiếp nhận hồ sơ sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo')).toEqual({
      until: '15:00',
      onlyFor: null,
    });
    expect(ruleIn('tiếp nhận hồ sơ sau 16 giờ thì văn bản trả lời được gửi trong ngày làm việc tiếp theo')).toBeNull();
    expect(ruleIn('trước 15 giờ')).toBeNull();
  });

  it('says for which files alone it holds', () => {
    const rule = findSameDayRule([
      'có Phiếu hẹn, trả kết quả (nếu tiếp nhận hồ sơ bổ sung thông tin hộ tịch sau 15 giờ)',
    ]);
    expect(rule).toEqual({ until: '15:00', onlyFor: 'bổ sung thông tin hộ tịch' });
    const { methods } = parseSubmissionMethods('* Hình thức nộp: DIRECT\nThời hạn giải quyết: 3 ngày').value;
    expect(withSameDayLimit(methods, rule)[0]?.processingTime.note).toBe(
      'Trong ngày nếu nộp trước 15:00: chỉ hồ sơ bổ sung thông tin hộ tịch',
    );
  });
});
