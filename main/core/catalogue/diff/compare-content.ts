/** Compares everything in a catalogue that is no procedure: notices, holidays, life events, tiles, words, the office's sheet. */
import { type LifeEvent, lifeEventSchema } from '../../../contract/life-event.ts';
import { type Notice, noticeSchema } from '../../../contract/notices.ts';
import { type HolidayYear, holidayYearSchema } from '../../office-calendar/holiday-year.ts';
import { officeMoment } from '../../office-date.ts';
import type { CatalogueRows } from '../rows/catalogue-rows.ts';
import { type ContentChange, type ContentSubject, contentSubjects } from './catalogue-changes.ts';
import { rearranged } from './compare-procedures.ts';
import { leafItems } from './leaf-items.ts';
import { type ComparedItem, pairItems } from './pair-items.ts';
import { jsonValue, parsedRow } from './parsed-row.ts';
import { dayText } from './vietnamese-words.ts';

const subjectOfKey: readonly (readonly [RegExp, ContentSubject])[] = [
  [/^notice\//, 'notice'],
  [/^holidays\//, 'holidays'],
  [/^life-event\//, 'life-event'],
  [/^tile\//, 'tile'],
  [/^search-words$/, 'search-words'],
  [/^overlay$/, 'overlay'],
  [/^placing$/, 'placing'],
  [/^about$/, 'about'],
];

/** By subject, then by key; number, date and names of the sources do not count as a change of `about`. */
export function compareContent(from: CatalogueRows, to: CatalogueRows): ContentChange[] {
  const keys = [...new Set([...from.keys(), ...to.keys()])].filter((key) => !/^(?:procedure|official)\//.test(key));
  const changes = keys.flatMap((key) => {
    const [before, after] = [comparable(key, from.get(key)), comparable(key, to.get(key))];
    return before === after ? [] : [contentChange(key, before, after)];
  });
  return changes.sort(
    (first, second) =>
      contentSubjects.indexOf(first.subject) - contentSubjects.indexOf(second.subject) ||
      (first.key < second.key ? -1 : 1),
  );
}

function contentChange(key: string, before: string | undefined, after: string | undefined): ContentChange {
  const subject = subjectOfKey.find(([pattern]) => pattern.test(key))?.[1] ?? 'other';
  const read = readers[subject];
  const [first, second] = [read(before), read(after)];
  const items = pairItems(first?.items ?? [], second?.items ?? []);
  return {
    subject,
    key,
    title: second?.title ?? first?.title ?? key,
    kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    items: items.length > 0 ? items : [rearranged],
  };
}

function comparable(key: string, text: string | undefined): string | undefined {
  const value = key === 'about' ? jsonValue(text) : undefined;
  if (typeof value !== 'object' || value === null) return text;
  const passedOver = new Set(['number', 'dataDate', 'sources']);
  return JSON.stringify(Object.fromEntries(Object.entries(value).filter(([name]) => !passedOver.has(name))));
}

interface ReadContent {
  readonly title: string;
  readonly items: readonly ComparedItem[];
}

type Reader = (text: string | undefined) => ReadContent | null;

const readers: Readonly<Record<ContentSubject, Reader>> = {
  notice: (text) => {
    const notice = parsedRow<Notice>(text, noticeSchema);
    return notice === null ? plain(text, 'Thông báo') : readNotice(notice);
  },
  holidays: (text) => {
    const year = parsedRow<HolidayYear>(text, holidayYearSchema);
    return year === null ? plain(text, 'Ngày nghỉ') : readHolidayYear(year);
  },
  'life-event': (text) => {
    const event = parsedRow<LifeEvent>(text, lifeEventSchema);
    return event === null ? plain(text, 'Sự kiện') : readLifeEvent(event);
  },
  tile: (text) => plain(text, 'Ô trang đầu'),
  'search-words': (text) => plain(text, 'Từ dùng khi tìm kiếm'),
  overlay: (text) => plain(text, 'Thông tin riêng của thành phố'),
  placing: (text) => plain(text, 'Xếp vào danh sách'),
  about: (text) => plain(text, 'Phạm vi bộ thủ tục'),
  other: (text) => plain(text, 'Nội dung khác'),
};

/** Every value of the row with the path to it. */
function plain(text: string | undefined, title: string): ReadContent | null {
  return text === undefined ? null : { title, items: leafItems(jsonValue(text) ?? text) };
}

const fact = (place: string, text: string | null): ComparedItem[] =>
  text === null ? [] : [{ place, key: '', text, value: null }];

function readNotice({ id, kind, text, fromMs, untilMs, procedureCodes }: Notice): ReadContent {
  return {
    title: `Thông báo ${id}`,
    items: [
      ...fact('Nội dung', text.vi),
      ...fact('Tiếng Anh', text.en),
      ...fact('Loại', kind === 'warning' ? 'cảnh báo' : 'thông tin'),
      ...fact('Từ', officeMoment(fromMs).slice(0, 16).replace('T', ' ')),
      ...fact('Đến', untilMs === null ? 'đến khi được gỡ' : officeMoment(untilMs).slice(0, 16).replace('T', ' ')),
      ...procedureCodes.map((code) => ({ place: 'Thủ tục', key: code, text: code, value: null })),
    ],
  };
}

function decreedText(decreed: HolidayYear['tet']): string | null {
  return decreed === null ? null : `${decreed.days.map(dayText).join(', ')} (${decreed.source})`;
}

function readHolidayYear({ year, tet, nationalDay, swaps, otherDaysOff, toCheck }: HolidayYear): ReadContent {
  return {
    title: `Ngày nghỉ năm ${year}`,
    items: [
      ...fact('Tết', decreedText(tet)),
      ...fact('Quốc khánh', decreedText(nationalDay)),
      ...swaps.map(({ off, worked, source }) => ({
        place: 'Hoán đổi',
        key: off,
        text: `nghỉ ${dayText(off)}, làm bù ${dayText(worked)} (${source})`,
        value: null,
      })),
      ...otherDaysOff.map(({ day, name, source }) => ({
        place: 'Ngày nghỉ khác',
        key: day,
        text: `${dayText(day)} ${name.vi} (${source})`,
        value: null,
      })),
      ...toCheck.map(({ day, name, question }) => ({
        place: 'Cần kiểm tra',
        key: day,
        text: `${dayText(day)} ${name.vi}: ${question}`,
        value: null,
      })),
    ],
  };
}

function readLifeEvent({ id, title, intro, tile, stages }: LifeEvent): ReadContent {
  return {
    title: `Sự kiện: ${title.vi}`,
    items: [
      ...fact('Tên', `${title.vi} / ${title.en} (${id})`),
      ...fact('Giới thiệu', intro.vi),
      ...fact('English', intro.en),
      ...fact('Ô trang đầu', String(tile)),
      ...stages.map((stage, index) => ({
        place: 'Các bước',
        key: stage.title.vi,
        text: [
          `${index + 1}. ${stage.title.vi} / ${stage.title.en}${stage.optional ? ' (nếu cần)' : ''}`,
          stage.deadline === null ? '' : `${stage.deadline.vi} / ${stage.deadline.en}`,
          stage.choices
            .map(({ code, when }) => (when === null ? code : `${code} (${when.vi} / ${when.en})`))
            .join(', '),
        ]
          .filter((part) => part !== '')
          .join(' – '),
        value: null,
      })),
    ],
  };
}
