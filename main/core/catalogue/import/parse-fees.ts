/** Phí, lệ phí: what may be shown of a published rate, by docs/catalogue.md §4. Nothing is called free because a number is 0. */
import type { Fee } from '../../../contract/procedure.ts';
import { cleanLine } from './clean-text.ts';
import type { ImportWarning, Parsed } from './import-warning.ts';
import { lawNumber } from './law-number.ts';
import { lastDayInText, moneyInText } from './money-in-text.ts';

/** Below this a number stands for thousands, for dollars, or for nothing. */
const smallestAmountVnd = 1_000;

const emptyText = /^[\s\-–.0:;/()]*(?:đồng|phí, lệ phí|phí|lệ phí|vnđ|không có thông tin)?[\s.:;()]*$/iu;
const councilText = /hội đồng nhân dân|hđnd/iu;
const freeText =
  /^[\s\-+*–(]*(?:(?:lệ )?phí[^.;:]{0,40}: ?)?(?:được )?miễn(?! dịch| nhiễm| thị thực)|(?<!được |diện )miễn (?:phí|lệ phí|thu(?: phí| lệ phí)?)[.\s)]*$/iu;
const exemptionText = /^[\s\-+*–(]*(?:các (?:trường hợp|đối tượng)[^:;.]{0,30} )?(?:được )?(?:miễn|giảm)/iu;
const someOnly = /đối với|cho (?:người|các|trẻ|đối)|trường hợp|thuộc (?:diện|hộ)|người |hộ (?:nghèo|gia)|đối tượng/iu;
const unitOnly = /^\/? ?(?:\p{L}+ ?){1,3}$/u;

/** One rate as the portal writes it: `amount VNĐ (text)`, or words alone. */
interface RawRate {
  readonly amountVnd: number | null;
  readonly text: string;
}

function stripOuterBracket(text: string): string {
  const inner = text.replace(/^\(\s*(?:đồng \()?/iu, '');
  return inner.endsWith(')') ? inner.slice(0, -1) : inner;
}

/** Splits the text after "Phí, lệ phí:" into its rates; brackets in the source are often unbalanced, so only `| n VNĐ (` splits. */
export function splitRates(text: string): readonly RawRate[] {
  const hasAmounts = /\d[\d.,]* ?VNĐ \(/u.test(text);
  const parts = text.split(hasAmounts ? /\s*\|\s*(?=\d[\d.,]* ?VNĐ \(|$)/u : /\s*\|\s*/u);
  return parts.map((part) => {
    const match = /^\s*(\d[\d.,]*) ?VNĐ (\(.*)$/su.exec(part);
    if (!match) return { amountVnd: null, text: cleanLine(part) };
    return {
      amountVnd: Number((match[1] ?? '').replace(/,/gu, '')),
      text: cleanLine(stripOuterBracket((match[2] ?? '').trim())),
    };
  });
}

function classify(rate: RawRate, note: string | null): { readonly fee: Fee; readonly warning: ImportWarning | null } {
  const amount = rate.amountVnd ?? 0;
  const isEmpty = emptyText.test(rate.text);
  const text = isEmpty ? '' : rate.text;
  const fee = (kind: Fee['kind'], overrides: Partial<Fee> = {}): Fee => ({
    kind,
    amountVnd: kind === 'amount' ? Math.round(amount) : null,
    text,
    exemption: exemptionText.test(text),
    validUntil: lastDayInText(text),
    legalBasis: lawNumber(text),
    origin: 'national',
    ...overrides,
  });
  const sums = moneyInText(text);
  const warn = (kind: ImportWarning['kind']): ImportWarning => ({
    kind,
    detail: `${amount} VNĐ (${text.slice(0, 120)})`,
  });

  if (amount > 0 && amount < smallestAmountVnd) {
    // "/bản" beside 10 tells nothing; the channel's own words do, if they name the same number.
    const words = (isEmpty || unitOnly.test(text)) && note?.includes(String(amount)) ? note : text;
    return { fee: fee(words === '' ? 'unstated' : 'text', { text: words }), warning: warn('fee-too-small') };
  }
  if (amount >= smallestAmountVnd) {
    if (sums.length > 0 && !sums.includes(amount)) return { fee: fee('text'), warning: warn('fee-contradicts-text') };
    // A waiver for some months beside the full rate: neither alone would be true.
    if (/miễn/iu.test(text) && lastDayInText(text) !== null) return { fee: fee('text'), warning: null };
    return { fee: fee('amount', { exemption: false }), warning: null };
  }
  if (isEmpty) return { fee: fee('unstated', { exemption: false }), warning: null };
  if (sums.length > 0) return { fee: fee('text'), warning: null };
  if (freeText.test(text)) return { fee: fee('free', { exemption: someOnly.test(text) }), warning: null };
  if (councilText.test(text)) return { fee: fee('council', { exemption: false }), warning: null };
  return { fee: fee('text'), warning: null };
}

/** All rates of one channel; `note` is the channel's "Mô tả". An empty text gives one `unstated` rate, never none. */
export function parseFees(text: string, note: string | null): Parsed<Fee[]> {
  const results = splitRates(text).map((rate) => classify(rate, note));
  const warnings = results.flatMap(({ warning }) => (warning ? [warning] : []));
  const fees = results.map(({ fee }) => fee);
  for (const fee of fees) {
    if (fee.validUntil !== null)
      warnings.push({ kind: 'fee-expires', detail: `${fee.validUntil}: ${fee.text.slice(0, 120)}` });
  }
  const stated = fees.filter((fee) => fee.kind !== 'unstated');
  if (stated.length > 0 && stated.length < fees.length) {
    warnings.push({
      kind: 'fee-zero-beside-amount',
      detail: stated.map((fee) => fee.amountVnd ?? fee.text.slice(0, 40)).join(' | '),
    });
  }
  const kept = stated.length > 0 ? stated : fees.slice(0, 1);
  const unique = [...new Map(kept.map((fee) => [JSON.stringify(fee), fee])).values()];
  return { value: unique, warnings };
}
