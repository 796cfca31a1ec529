/** A name of at most 60 characters from an official one of up to 1,094 (docs/catalogue.md §3): first clause, sentence case, whole words. */
import { cleanLine } from './clean-text.ts';

/** Longest short title, in UTF-16 units. */
export const maximumShortTitleLength = 60;

/** A clause shorter than this says too little; then more of the name is taken and cut at a word. */
const shortestClause = 16;

const lettersOnly = (text: string) => text.replace(/[^\p{L}]/gu, '');

/** Whether a name is written in capitals throughout. */
export function isAllCapitals(name: string): boolean {
  const letters = lettersOnly(name);
  return letters.length > 8 && letters.replace(/\p{Ll}/gu, '').length / letters.length > 0.85;
}

/** Lowers a name in capitals; words of `properNouns` (as they are to be written) keep their capitals. */
export function lowerCapitals(name: string, properNouns: readonly string[]): string {
  let lowered = name.toLowerCase();
  for (const noun of properNouns) {
    const escaped = noun.toLowerCase().replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
    lowered = lowered.replace(new RegExp(`(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d])`, 'gu'), noun);
  }
  return capitalise(lowered);
}

function capitalise(text: string): string {
  return text.replace(/^[^\p{L}\d]*(\p{Ll})/u, (letter) => letter.toUpperCase());
}

/** Where a clause ends and only particulars follow. */
const strong =
  /[;:]\s|\.\s|\s[-–]\s|\s?\(|\s(?=(?:đối với|áp dụng|trong trường hợp|theo quy định|thuộc thẩm quyền|thuộc phạm vi|do|khi|để|mà|nhằm|trên địa bàn|theo) )/gu;
/** Where a name may be cut, but in the middle of what it lists. */
const weak = /,\s|\s(?=(?:cho|tại|từ(?! trần)|bằng|giữa|hoặc|trừ|có|của|và|về|với|vào|trong) )/gu;

/** Shorter than this a weak clause leaves out too much; the name is cut at a word instead and shows it (…). */
const shortestWeakClause = 42;

/** Words that lead on to something and cannot end a title. */
const dangling =
  /[\s,;:–-]+(?:của|và|cho|theo|về|các|những|để|với|tại|trong|có|được|do|từ|hoặc|bằng|là|trên|ra|khi|mà|bị|đến|một|vào|thuộc|đối|giữa|nhằm|như|đã|khỏi|sang|hay|chưa|không|cùng|phải)$/iu;
/** First halves of words of two syllables: a title cut behind them would end inside a word. */
const halves =
  /\s(?:đăng|công|giấy|chứng|thành|quy|hồ|thủ|tổ|cơ|hoạt|doanh|cá|sử|bổ|điều|tiếp|kinh|nghiên|khoa|kỹ|an|bảo|dịch|phương|tài|chuyên)$/iu;

function withoutDangling(text: string, pattern = dangling): string {
  let trimmed = text;
  for (let before = ''; before !== trimmed; ) {
    before = trimmed;
    trimmed = trimmed.replace(pattern, '').replace(/[\s,;:./(–-]+$/u, '');
  }
  return trimmed;
}

function cutAtWord(text: string): string {
  const room = text.slice(0, maximumShortTitleLength - 1);
  const whole = room.slice(0, room.lastIndexOf(' '));
  return `${withoutDangling(withoutDangling(whole, halves)) || whole}…`;
}

function longestClause(text: string): string | null {
  for (const [boundary, shortest] of [
    [strong, shortestClause],
    [weak, shortestWeakClause],
  ] as const) {
    const ends = [...text.matchAll(boundary)]
      .map((match) => match.index)
      .filter((end) => end <= maximumShortTitleLength);
    const clause = withoutDangling(text.slice(0, ends.at(-1) ?? 0));
    if (clause.length >= shortest) return clause;
  }
  return null;
}

/** Never empty for a name with a letter in it, never longer than 60, never cut inside a word that fits. */
export function deriveShortTitle(name: string, properNouns: readonly string[]): string {
  // A stray dot or a number in front is no part of the name.
  const own = cleanLine(name).replace(/^(?:[\s.,;:–-]|\d+\.\s)+(?=\p{L})/u, '');
  const line = own.replace(/^["“]?(?:\d+\.\s*)?(?:thủ tục(?: hành chính)?|TTHC)\s*:?\s+(?=\p{L})/iu, '');
  const cased = capitalise(isAllCapitals(line) ? lowerCapitals(line, properNouns) : line);
  const bare = cased
    .replace(
      /\s*\((?:(?:TTHC |thực hiện )?(?:ở |tại )?(?:Công an )?cấp (?:xã|huyện|tỉnh|trung ương|bộ)|\d\.\d{6})\)/giu,
      '',
    )
    .replace(/[\s.;,:]+$/u, '');
  const whole = bare || cased;
  if (whole.length <= maximumShortTitleLength) return whole;
  const clause = longestClause(whole);
  if (clause !== null) return clause;
  return whole.includes(' ') && whole.indexOf(' ') < maximumShortTitleLength
    ? cutAtWord(whole)
    : whole.slice(0, maximumShortTitleLength).toWellFormed();
}
