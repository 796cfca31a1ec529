/** The rules of docs/catalogue.md §2–6 on words: what is unknown is never made up, and nothing is free because it says 0. */
import { describe, expect, it } from 'vitest';
import type { Fee, SubmissionMethod } from '../../../main/contract/procedure.ts';
import { createTranslator } from '../../../renderer/i18n/create-translator.ts';
import { copiesWords } from '../../../renderer/wording/copies-words.ts';
import { dateWords, todayInVietnam } from '../../../renderer/wording/date-words.ts';
import { feeHeadline, feeLine, feesDiffer, severalRates } from '../../../renderer/wording/fee-words.ts';
import { onlineWords, placeWords } from '../../../renderer/wording/place-words.ts';
import { durationWords, glanceMethod, timeHeadline } from '../../../renderer/wording/time-words.ts';

const vi = { t: createTranslator('vi').t, language: 'vi' } as const;
const en = { t: createTranslator('en').t, language: 'en' } as const;

function fee(part: Partial<Fee>): Fee {
  return {
    kind: 'amount',
    amountVnd: null,
    text: '',
    exemption: false,
    validUntil: null,
    legalBasis: null,
    origin: 'national',
    ...part,
  };
}

describe('fees', () => {
  it('writes a sure amount the way each language does', () => {
    expect(headline([fee({ amountVnd: 8000 })], vi)).toBe('8.000 đồng');
    expect(headline([fee({ amountVnd: 8000 })], en)).toBe('8,000 VND');
  });

  it('never calls a bare 0 free', () => {
    const bare = fee({ kind: 'amount', amountVnd: 0 });
    expect(headline([bare], vi)).toBe('Cổng quốc gia không ghi phí, xin hỏi quầy');
    expect(headline([fee({ kind: 'unstated' })], vi)).not.toContain('Miễn phí');
    expect(headline([], vi)).not.toContain('Miễn phí');
  });

  it('says free only where the text itself says so', () => {
    expect(headline([fee({ kind: 'free', text: 'Miễn lệ phí' })], vi)).toBe('Miễn phí');
  });

  it('sends to the counter where the People’s Council sets the fee', () => {
    const council = fee({ kind: 'council', amountVnd: 0, text: 'Theo quy định của HĐND cấp tỉnh' });
    expect(headline([council], vi)).toBe('Theo mức của HĐND, xin hỏi quầy');
    expect(feeLine(council, '2026-07-31', vi).words).toBe('Theo quy định của HĐND cấp tỉnh');
  });

  it('shows the words alone where the number is not to be trusted', () => {
    expect(headline([fee({ kind: 'text', amountVnd: 10, text: '10 USD/bản' })], vi)).toBe('10 USD/bản');
  });

  it('tells several rates by their number and span, never only the lowest', () => {
    const rates = [fee({ amountVnd: 50_000 }), fee({ amountVnd: 100_000 }), fee({ amountVnd: 150_000 })];
    expect(headline(rates, vi)).toBe('Có 3 mức: 50.000 – 150.000 đồng');
    expect(headline([...rates, fee({ kind: 'free', exemption: true })], vi)).toBe('Có 3 mức: 50.000 – 150.000 đồng');
    expect(headline([fee({ amountVnd: 5 }), fee({ kind: 'council' })], vi)).toBe('Có 2 mức, tuỳ trường hợp');
  });

  it('says one rate once when the source repeats it', () => {
    expect(headline([fee({ amountVnd: 5000, text: 'Nam' }), fee({ amountVnd: 5000, text: 'Nữ' })], vi)).toBe(
      '5.000 đồng',
    );
  });

  it('tells a few rates with what each is for, and many only by number', () => {
    const rates = [fee({ kind: 'free', text: 'Miễn nếu đúng hạn' }), fee({ kind: 'council', text: 'Theo HĐND' })];
    expect(severalRates(rates, vi)).toEqual([
      'Miễn phí: Miễn nếu đúng hạn',
      'Theo mức của HĐND, xin hỏi quầy: Theo HĐND',
    ]);
    expect(severalRates(rates.slice(1), vi)).toEqual([]);
    expect(severalRates([...rates, ...rates], vi)).toEqual([]);
  });

  it('mentions an expired clause only when its day is over', () => {
    const clause = fee({ amountVnd: 5000, validUntil: '2025-12-31' });
    expect(feeLine(clause, '2026-07-31', vi).expired).toBe('Văn bản ghi mức này đến hết 31/12/2025');
    expect(feeLine(clause, '2025-12-31', vi).expired).toBeNull();
  });

  it('notices that channels ask for different money (1.001612)', () => {
    const direct = { fees: [fee({ amountVnd: 50_000 })] };
    const online = { fees: [fee({ amountVnd: 150_000 })] };
    expect(feesDiffer([direct, online], vi)).toBe(true);
    expect(feesDiffer([direct, direct], vi)).toBe(false);
  });
});

/** Amounts hold together on the screen by spaces that do not break. */
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ').replaceAll('\u2060', '') ?? null;
const headline = (...args: Parameters<typeof feeHeadline>) => plain(feeHeadline(...args));

function method(channel: SubmissionMethod['channel']): SubmissionMethod {
  return { channel, processingTime: { amount: null, unit: null, note: null }, fees: [], note: null };
}

describe('times', () => {
  it('writes numbers with their unit, halves too', () => {
    expect(durationWords({ amount: 3.5, unit: 'working-day', note: null }, vi)).toBe('3,5 ngày làm việc');
    expect(durationWords({ amount: 3.5, unit: 'working-day', note: null }, en)).toBe('3.5 working days');
    expect(durationWords({ amount: 1, unit: 'day', note: null }, en)).toBe('1 day');
    expect(durationWords({ amount: 4, unit: 'year', note: null }, vi)).toBe('4 năm');
  });

  it('never shows a number without a unit or a unit without a number', () => {
    expect(durationWords({ amount: null, unit: null, note: 'x' }, vi)).toBeNull();
    expect(timeHeadline({ amount: 1, unit: null, note: null }, null, vi)).toBe('Cổng quốc gia không ghi, xin hỏi quầy');
    expect(timeHeadline({ amount: null, unit: 'day', note: 'Ngay' }, null, vi)).toBe('Tuỳ việc, xem ghi chú');
    expect(timeHeadline(null, null, vi)).toBe('Cổng quốc gia không ghi, xin hỏi quầy');
  });

  it('knows the same-day rule of 15:00', () => {
    expect(timeHeadline({ amount: null, unit: null, note: null }, '15:00', vi)).toBe('Trong ngày');
  });

  it('looks at the desk first, whatever the order (1.013978)', () => {
    expect(glanceMethod([method('online'), method('direct')])?.channel).toBe('direct');
    expect(glanceMethod([method('online')])?.channel).toBe('online');
    expect(glanceMethod([])).toBeNull();
  });
});

describe('places', () => {
  const surroundings = {
    office: { name: 'Phường A', parentName: null, helpDesk: 'Bàn số 1', address: '1 Lê Lợi', hours: '7:30–17:00' },
    places: { police: { name: 'Công an phường A', address: '2 Lê Lợi', hours: null } },
  };

  it('names the office’s own entry', () => {
    expect(placeWords('police', surroundings, vi.t)).toMatchObject({ name: 'Công an phường A', address: '2 Lê Lợi' });
  });

  it('sends to the guidance desk where the place is not known, and never says "not here"', () => {
    const words = placeWords('unknown', surroundings, vi.t);
    expect(words).toMatchObject({ name: 'Xin hỏi quầy hướng dẫn', address: 'Bàn số 1', isUnknown: true });
    expect(JSON.stringify(words)).not.toContain('không làm ở đây');
  });

  it('gives "here" the office’s address and hours', () => {
    expect(placeWords('here', surroundings, vi.t)).toMatchObject({ address: '1 Lê Lợi', hours: '7:30–17:00' });
  });

  it('does not claim more than a channel ONLINE says', () => {
    expect(onlineWords('available', vi.t)).toBe('Nộp được trên mạng');
    expect(onlineWords('only', vi.t)).toContain('nhờ quầy hỗ trợ');
  });
});

describe('dates and copies', () => {
  it('writes dates and leaves strange ones alone', () => {
    expect(dateWords('2026-07-05', 'vi')).toBe('5/7/2026');
    expect(dateWords('2026-07-05', 'en')).toBe('5 July 2026');
    expect(dateWords('July', 'vi')).toBe('July');
  });

  it('begins the day when it begins in Việt Nam', () => {
    expect(todayInVietnam(Date.UTC(2026, 6, 31, 17, 0))).toBe('2026-08-01');
  });

  it('counts originals and copies, and says nothing for 0/0', () => {
    expect(plain(copiesWords({ originals: 1, copies: 2 }, vi.t))).toBe('1 bản chính + 2 bản sao');
    expect(plain(copiesWords({ originals: 0, copies: 1 }, en.t))).toBe('1 copy');
    expect(copiesWords({ originals: 0, copies: 0 }, vi.t)).toBeNull();
  });
});
