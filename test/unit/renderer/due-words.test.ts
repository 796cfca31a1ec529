/** Due dates in words: expected, of the desk first, and plain about what counts as handed in later. */
import { describe, expect, it } from 'vitest';
import type { DueDate } from '../../../main/contract/due-dates.ts';
import { createTranslator } from '../../../renderer/i18n/create-translator.ts';
import { dueAtGlance, dueLine } from '../../../renderer/wording/due-words.ts';

const vi = { t: createTranslator('vi').t, language: 'vi' } as const;
const en = { t: createTranslator('en').t, language: 'en' } as const;
const nowMs = Date.parse('2026-11-18T09:00:00+07:00');

function due(part: Partial<DueDate> = {}): DueDate {
  return { channel: 'direct', day: '2026-11-28', time: null, countedFrom: '2026-11-18', note: null, ...part };
}

/** As text with plain spaces, for they are what is heard. */
function glance(dueDates: readonly DueDate[], wording: typeof vi | typeof en): string | null {
  const words = dueAtGlance(dueDates, nowMs, wording);
  return words && [words.label, words.headline, ...words.lines].join(' | ').replaceAll('\u00a0', ' ');
}

describe('a due date at a glance', () => {
  it('names the weekday and the day, as expected', () => {
    expect(glance([due()], vi)).toBe(
      'Nộp hôm nay thì hẹn trả | Thứ Bảy, 28/11/2026 | Dự kiến. Ngày chính thức ghi trên giấy hẹn.',
    );
    expect(glance([due()], en)).toBe(
      'Handed in today, due on | Saturday, 28 November 2026 | Expected. The date on your receipt counts.',
    );
  });

  it('says what it counts as after the cut-off, and points at the note', () => {
    const late = due({ countedFrom: '2026-11-19', note: 'Nhà ở riêng lẻ: 7 ngày' });
    expect(glance([late], vi)).toMatch(/^Nộp bây giờ thì hẹn trả .*được tính là nộp Thứ Năm, 19\/11\/2026 .*ghi chú/);
    expect(glance([late], en)).toMatch(/^Handed in now.*counts as handed in on Thursday, 19 November 2026 .*note/);
  });

  it('gives the time where there is one, and calls today today', () => {
    expect(glance([due({ day: '2026-11-18', time: '17:00' })], vi)).toContain('| Hôm nay, trước 17:00 |');
    expect(glance([due({ time: '11:30' })], en)).toContain('| Saturday, 28 November 2026, by 11:30 |');
  });

  it('is of the desk where that is sure, else says of which way it is; nothing is said where nothing is sure', () => {
    const online = due({ channel: 'online', day: '2026-11-20' });
    expect(glance([online, due()], vi)).toContain('28/11/2026');
    expect(glance([online], vi)).toContain('20/11/2026 | Dự kiến, khi nộp trên mạng.');
    expect(glance([], vi)).toBeNull();
  });
});

describe('a due date beside one way of handing in', () => {
  it.each([
    [due(), 'Nộp hôm nay thì dự kiến hẹn trả: Thứ Bảy, 28/11/2026'],
    [due({ channel: 'online', countedFrom: '2026-11-19' }), 'Nộp bây giờ thì dự kiến hẹn trả: Thứ Bảy, 28/11/2026'],
    [due({ channel: 'postal' }), 'Nếu hồ sơ đến nơi lúc này thì dự kiến hẹn trả: Thứ Bảy, 28/11/2026'],
  ])('%#: %s', (one, words) => {
    expect(dueLine(one, nowMs, vi).replaceAll('\u00a0', ' ')).toBe(words);
  });
});
