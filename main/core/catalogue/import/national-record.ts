/** One line of the national export as it comes: headings of the portal's page, each with its text. */
import { z } from 'zod';
import { cleanLine, cleanText } from './clean-text.ts';

/** The published headings in the order of the page. */
export const headings = {
  code: 'Mã thủ tục',
  decision: 'Số quyết định',
  name: 'Tên thủ tục',
  level: 'Cấp thực hiện',
  type: 'Loại thủ tục',
  field: 'Lĩnh vực',
  steps: 'Trình tự thực hiện',
  methods: 'Cách thức thực hiện',
  documents: 'Thành phần hồ sơ',
  applicants: 'Đối tượng thực hiện',
  performing: 'Cơ quan thực hiện',
  competent: 'Cơ quan có thẩm quyền',
  receivingAddress: 'Địa chỉ tiếp nhận HS',
  authorised: 'Cơ quan được ủy quyền',
  coordinating: 'Cơ quan phối hợp',
  results: 'Kết quả thực hiện',
  legalBases: 'Căn cứ pháp lý',
  conditions: 'Yêu cầu, điều kiện thực hiện',
  keywords: 'Từ khóa',
} as const;

export type HeadingKey = keyof typeof headings;

/** Longest text of one heading, in UTF-16 units; the longest published one has about 150,000. */
export const maximumFieldLength = 1_000_000;

/** Every heading's text, cleaned (`cleanText`); headings the record lacks are empty. */
export type NationalRecord = Readonly<Record<HeadingKey, string>>;

/** Why a record cannot be read at all. */
export type RecordFault = 'not-an-object' | 'wrong-type' | 'field-too-long' | 'missing-code' | 'missing-name';

export type ReadRecordResult =
  | { readonly kind: 'read'; readonly record: NationalRecord }
  | { readonly kind: 'faulty'; readonly code: string | null; readonly fault: RecordFault; readonly detail: string };

const objectSchema = z.record(z.string(), z.unknown());

/** Reads one parsed JSON value. Headings this version does not know are passed over. Never throws. */
export function readNationalRecord(raw: unknown): ReadRecordResult {
  const parsed = objectSchema.safeParse(raw);
  if (!parsed.success || Array.isArray(raw)) {
    return {
      kind: 'faulty',
      code: null,
      fault: 'not-an-object',
      detail: 'a record is a JSON object of headings and texts',
    };
  }
  const values = parsed.data;
  const rawCode = values[headings.code];
  const code = typeof rawCode === 'string' && rawCode.length < 200 ? cleanLine(rawCode) || null : null;
  const faulty = (fault: RecordFault, detail: string): ReadRecordResult => ({ kind: 'faulty', code, fault, detail });

  const texts: Partial<Record<HeadingKey, string>> = {};
  for (const [key, heading] of Object.entries(headings) as [HeadingKey, string][]) {
    const value = values[heading] ?? '';
    if (typeof value !== 'string') return faulty('wrong-type', `"${heading}" is not a text but ${typeof value}`);
    if (value.length >= maximumFieldLength) {
      return faulty(
        'field-too-long',
        `"${heading}" has ${value.length} characters, at most ${maximumFieldLength} are read`,
      );
    }
    texts[key] = cleanText(value);
  }
  if (code === null) return faulty('missing-code', `"${headings.code}" is missing or empty`);
  if (cleanLine(texts.name ?? '') === '') return faulty('missing-name', `"${headings.name}" is missing or empty`);
  // Every key was filled by the loop above.
  return { kind: 'read', record: texts as NationalRecord };
}
