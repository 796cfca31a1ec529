/** What a fee may be called on the screen (docs/catalogue.md §4): never free because a number says 0, never only the lowest rate. */
import type { TFunction } from 'i18next';
import type { Language } from '../../main/contract/kiosk.ts';
import type { Fee } from '../../main/contract/procedure.ts';
import { dateWords } from './date-words.ts';
import { numberWords } from './number-words.ts';
import { shortenLine } from './shorten-line.ts';

/** One rate, ready to show. */
export interface FeeLine {
  /** The amount, or the words that stand for it. */
  readonly headline: string;
  /** The source's own words where the headline does not already say them. */
  readonly words: string | null;
  /** "Văn bản ghi mức này đến hết …", only once that day is over. */
  readonly expired: string | null;
  readonly legalBasis: string | null;
}

interface Wording {
  readonly t: TFunction;
  readonly language: Language;
}

/** An amount is sure only where the importer says so and it is not the 0 that stands for "see the text". */
function sureAmount(fee: Fee): number | null {
  return fee.kind === 'amount' && fee.amountVnd !== null && fee.amountVnd > 0 ? fee.amountVnd : null;
}

function money(amountVnd: number, { t, language }: Wording): string {
  return t('fee.amount', { amount: numberWords(amountVnd, language) });
}

function headlineOf(fee: Fee, wording: Wording): string {
  const amount = sureAmount(fee);
  if (amount !== null) return money(amount, wording);
  if (fee.kind === 'free') return wording.t('fee.free');
  if (fee.kind === 'council') return wording.t('fee.council');
  return fee.text.trim() || wording.t('fee.unstated');
}

/** One rate in words. `today` (YYYY-MM-DD) tells whether the clause that sets it has expired. */
export function feeLine(fee: Fee, today: string, wording: Wording): FeeLine {
  const headline = headlineOf(fee, wording);
  const words = fee.text.trim();
  const expired = fee.validUntil !== null && fee.validUntil < today;
  return {
    headline,
    words: words === '' || words === headline ? null : words,
    expired: expired ? wording.t('fee.expired', { date: dateWords(fee.validUntil ?? '', wording.language) }) : null,
    legalBasis: fee.legalBasis,
  };
}

/** The rates of one channel in a few words; exemptions are left out, for they stand apart. */
export function feeHeadline(fees: readonly Fee[], wording: Wording): string {
  const rates = fees.filter((fee) => !fee.exemption);
  const [first] = rates;
  if (first === undefined) return wording.t('fee.unstated');
  const headlines = new Set(rates.map((fee) => headlineOf(fee, wording)));
  if (headlines.size === 1) return headlineOf(first, wording);
  const amounts = rates.map(sureAmount).filter((amount) => amount !== null);
  if (amounts.length < rates.length) return wording.t('fee.severalUnlike', { count: headlines.size });
  return wording.t('fee.several', {
    count: headlines.size,
    lowest: numberWords(Math.min(...amounts), wording.language),
    highest: numberWords(Math.max(...amounts), wording.language),
  });
}

/** Whether two channels ask for different money, e.g. 50.000 at the desk and 150.000 online (1.001612). */
export function feesDiffer(methods: readonly { readonly fees: readonly Fee[] }[], wording: Wording): boolean {
  return new Set(methods.map((method) => feeHeadline(method.fees, wording))).size > 1;
}

/** Most rates that are told at a glance; more are behind a touch. */
const ratesAtGlance = 3;
const glanceLimit = 64;

/** Each of a few rates with what it is for, one line of `limit` characters each; empty where there is only one or too many. */
export function severalRates(fees: readonly Fee[], wording: Wording, limit: number = glanceLimit): string[] {
  const rates = fees.filter((fee) => !fee.exemption);
  if (rates.length < 2 || rates.length > ratesAtGlance) return [];
  const lines = rates.map((fee) => {
    const headline = headlineOf(fee, wording);
    const words = fee.text.trim();
    return shortenLine(words === '' || words === headline ? headline : `${headline}: ${words}`, limit).shown;
  });
  return [...new Set(lines)];
}
