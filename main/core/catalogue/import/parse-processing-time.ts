/** Thời hạn giải quyết: a number with a unit where the portal gives one, the source's words where it does not (docs/catalogue.md §5). */
import type { ProcessingTime } from '../../../contract/procedure.ts';
import { cleanText } from './clean-text.ts';

const units = {
  working_day: 'working-day',
  ngày: 'day',
  day: 'day',
  hour: 'hour',
  month: 'month',
  year: 'year',
} as const;

function isUnit(word: string): word is keyof typeof units {
  return Object.hasOwn(units, word);
}

/** Words that only say that there is nothing, or that it stands elsewhere. */
const emptyWords = /^(?:-|theo mô tả|không có thông tin)?\.?$/iu;

/**
 * Reads the text after "Thời hạn giải quyết:". `n OTHER` is unknown and its number is dropped, for it has no unit;
 * text in place of the number is kept as the note. `description` are the lines on time from "Mô tả", if any.
 */
export function parseProcessingTime(text: string, description: string | null): ProcessingTime {
  const cleaned = cleanText(text);
  const match = /^(\d+(?:[.,]\d+)?) (\p{L}+(?:_\p{L}+)?)$/u.exec(cleaned);
  const unitWord = match?.[2]?.toLowerCase() ?? '';
  if (match && isUnit(unitWord)) {
    const amount = Number((match[1] ?? '').replace(',', '.'));
    // A time of 0 working days says nothing a citizen could rely on.
    if (amount > 0) return { amount, unit: units[unitWord], note: description };
  }
  const words = cleaned.replace(/\s*OTHER$/u, '').trim();
  const isNumberAlone = /^\d+(?:[.,]\d+)?(?: \p{L}+(?:_\p{L}+)?)?$/u.test(words);
  const own = emptyWords.test(words) || isNumberAlone ? null : words;
  const note = own === null || description?.includes(own) ? description : [own, description].filter(Boolean).join('\n');
  return { amount: null, unit: null, note };
}

const timeWords =
  /\d+(?:[.,]\d+)?\s*(?:\([^)]*\)\s*)?(?:ngày|giờ|phút|tuần|tháng|năm)(?!\s*\d)(?!\s*tháng)|trong (?:cùng )?ngày|ngay (?:sau khi|trong|khi)|thời hạn|thời gian (?:giải quyết|thực hiện|xử lý|thẩm định|xem xét|xác định|trích đo)/iu;
const notTimeWords = /giờ hành chính|thời gian (?:tiếp nhận|làm việc)|đồng\s*\/|\d{2,3}\.000/iu;

/** Splits a channel's "Mô tả" by lines into what it says of the time and all the rest; nothing is lost or shown twice. */
export function splitTimeNote(description: string | null): {
  readonly time: string | null;
  readonly rest: string | null;
} {
  if (description === null) return { time: null, rest: null };
  const time: string[] = [];
  const rest: string[] = [];
  for (const line of description
    .split('\n')
    .filter((part) => !/^[\s*+–-]*(?:thời hạn giải quyết\s*:?)?$/iu.test(part))) {
    (timeWords.test(line) && !notTimeWords.test(line) ? time : rest).push(line);
  }
  return { time: time.join('\n') || null, rest: rest.join('\n') || null };
}
