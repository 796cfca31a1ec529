/** Reads the cells of one row; whatever cannot be understood is kept as a fault with its place and what is expected. */
import type { ProcessingTime } from '../../../../contract/procedure.ts';
import { cleanLine, cleanText, presentOrNull } from '../../import/clean-text.ts';
import { foldHeading } from './fold-heading.ts';
import type { MatchedTable } from './match-headings.ts';
import { formulaMark } from './plain-sheet.ts';
import { columnLetters, isBlank, type RawCell, type RawRow } from './raw-table.ts';

export interface RowReader {
  readonly row: number;
  /** One line; undefined for an empty cell and for "không có". */
  line(key: string, most?: number): string | undefined;
  /** One line word by word, "không" too; empty for an empty cell. */
  word(key: string): string;
  /** Line breaks stay. */
  text(key: string): string | undefined;
  /** Members between semicolons and line breaks; undefined where there is none. */
  list(key: string): string[] | undefined;
  /** Members between line breaks alone. */
  lines(key: string): string[] | undefined;
  /** A whole number from 0. */
  count(key: string): number | undefined;
  /** Whole đồng; 0 is kept as 0. */
  money(key: string): number | undefined;
  /** YYYY-MM-DD. */
  day(key: string): string | undefined;
  /** HH:MM. */
  timeOfDay(key: string): string | undefined;
  choice<T>(key: string, choices: ReadonlyMap<string, T>, expected: string): T | undefined;
  processingTime(key: string): ProcessingTime | undefined;
  fault(key: string, what: string): void;
}

/** Faults are added to `faults`, one text each with place, cell and what is expected. */
export function createRowReader(
  sheet: string,
  { places }: Pick<MatchedTable, 'places'>,
  { row, cells }: RawRow,
  faults: string[],
): RowReader {
  const cellOf = (key: string): RawCell => {
    const place = places.get(key)?.place;
    const cell = place === undefined ? null : (cells[place] ?? null);
    if (isBlank(cell)) return null;
    const text = typeof cell === 'string' ? cell.trim() : '';
    if (text.startsWith(formulaMark)) {
      fault(key, 'holds a formula without a result; write the value itself (copy, then "Paste Special" – "Values")');
      return null;
    }
    if (/^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/u.test(text)) {
      fault(key, `holds the error ${text} of a formula; write the value itself`);
      return null;
    }
    return cell;
  };
  const fault = (key: string, what: string): void => {
    const found = places.get(key);
    const column =
      found === undefined ? `no column "${key}"` : `column ${columnLetters(found.place)} "${found.heading}"`;
    faults.push(`sheet "${sheet}", row ${row}, ${column} ${what}`);
  };
  const textOf = (key: string): string | undefined => {
    const cell = cellOf(key);
    const text = cell === null ? '' : cleanText(plainText(cell));
    return absentWords.has(foldHeading(text)) ? undefined : (presentOrNull(text) ?? undefined);
  };
  const membersOf = (key: string, separator: RegExp): string[] | undefined => {
    const members = (textOf(key) ?? '').split(separator).map((part) => cleanLine(part.replace(/^\s*[-+*•–]\s+/u, '')));
    const told = [...new Set(members.filter((part) => part !== ''))];
    return told.length === 0 ? undefined : told;
  };
  const read = <T>(key: string, parse: (cell: Exclude<RawCell, null>) => T | null, expected: string): T | undefined => {
    const cell = cellOf(key);
    if (cell === null) return undefined;
    const value = parse(cell);
    if (value === null) fault(key, `says "${plainText(cell).slice(0, 60)}"; ${expected}`);
    return value ?? undefined;
  };
  return {
    row,
    fault,
    line(key, most = 2_000) {
      const text = textOf(key);
      const line = text === undefined ? undefined : cleanLine(text);
      if (line !== undefined && line.length > most) {
        fault(key, `has ${line.length} characters; at most ${most} are expected`);
        return undefined;
      }
      return line;
    },
    word(key) {
      const cell = cellOf(key);
      return cell === null ? '' : cleanLine(plainText(cell));
    },
    text: textOf,
    list: (key) => membersOf(key, /[;\n]/u),
    lines: (key) => membersOf(key, /\n/u),
    count: (key) => read(key, wholeNumber, 'a whole number from 0 is expected, such as 1'),
    money: (key) => read(key, money, 'whole đồng are expected, such as 8000; words belong into "Nội dung thu"'),
    day: (key) => read(key, day, 'a day is expected, such as 31/12/2026'),
    timeOfDay: (key) => read(key, timeOfDay, 'a time is expected, such as 15:00'),
    choice(key, choices, expected) {
      return read(key, (cell) => choices.get(foldHeading(plainText(cell))) ?? null, `${expected} is expected`);
    },
    processingTime: (key) =>
      read(
        key,
        processingTime,
        'a number with its unit is expected, such as "3 ngày làm việc", "15 ngày", "4 giờ", or words',
      ),
  };
}

/** What offices write where there is nothing. */
const absentWords: ReadonlySet<string> = new Set(['khong', 'khong co', 'khong co thong tin']);

function plainText(cell: Exclude<RawCell, null>): string {
  return cell instanceof Date ? (day(cell) ?? '') : String(cell).trim();
}

function wholeNumber(cell: Exclude<RawCell, null>): number | null {
  const value =
    typeof cell === 'number'
      ? cell
      : typeof cell === 'string' && /^\d{1,6}$/u.test(cell.trim())
        ? Number(cell)
        : Number.NaN;
  return Number.isSafeInteger(value) && value >= 0 && value < 1_000 ? value : null;
}

/** `8000`, `8.000`, `8,000`, `8 000`, with or without `đ`, `đồng`, `VNĐ`. A comma or dot before one or two digits is no group. */
function money(cell: Exclude<RawCell, null>): number | null {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) && cell >= 0 ? cell : null;
  const text = typeof cell === 'string' ? cleanLine(cell).replace(/\s*(?:đồng|đ|vnđ|vnd)\.?$/iu, '') : '';
  if (!/^(?:\d{1,12}|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)$/u.test(text)) return null;
  return Number(text.replace(/[., ]/gu, ''));
}

function day(cell: Exclude<RawCell, null>): string | null {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10);
  const text = typeof cell === 'string' ? cell.trim() : '';
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(text) ?? [];
  const iso = year === undefined ? text : `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/u.test(iso) && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso)
    ? iso
    : null;
}

/** A workbook holds a time as a share of a day, or as a date of the year 1899 or 1900. */
function timeOfDay(cell: Exclude<RawCell, null>): string | null {
  if (cell instanceof Date) return cell.toISOString().slice(11, 16);
  if (typeof cell === 'number') {
    const minutes = Math.round(cell * 24 * 60);
    return cell > 0 && cell < 1 ? `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` : null;
  }
  const [, hour, minute = '0'] = /^(\d{1,2})(?:[:hg](\d{2})?| giờ ?(\d{2})?)?$/u.exec(String(cell).trim()) ?? [];
  return hour === undefined || Number(hour) > 23 || Number(minute) > 59
    ? null
    : `${two(Number(hour))}:${two(Number(minute))}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

const units = [
  [/^ngày làm việc/iu, 'working-day'],
  [/^ngày/iu, 'day'],
  [/^giờ/iu, 'hour'],
  [/^tháng/iu, 'month'],
  [/^năm/iu, 'year'],
] as const;

/** A number in front with its unit is the time; anything that goes on behind it stays as the note. Null for a number alone. */
function processingTime(cell: Exclude<RawCell, null>): ProcessingTime | null {
  const text = typeof cell === 'string' ? cleanText(cell) : '';
  if (text === '' || /^\d+(?:[.,]\d+)?$/u.test(text)) return null;
  const [whole = '', amountText = ''] = /^0*(\d{1,4}(?:[.,]\d)?)(?: ?\([^)]*\))? (?=\p{L})/u.exec(text) ?? [];
  const rest = text.slice(whole.length);
  const unit = units.find(([pattern]) => pattern.test(rest));
  const amount = Number(amountText.replace(',', '.'));
  if (whole === '' || unit === undefined) return { amount: null, unit: null, note: text };
  if (amount <= 0) return null;
  const goesOn = rest.replace(unit[0], '').replace(/[\s.]+$/u, '') !== '';
  return { amount, unit: unit[1], note: goesOn ? text : null };
}
