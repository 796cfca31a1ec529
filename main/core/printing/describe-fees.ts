/** What it costs, in the words the published data allows and no others (CATALOGUE.md §4 in the project's notes; docs/printing.md). */
import type { Fee, SubmissionMethod } from '../../contract/procedure.ts';
import { shortenText } from './shorten-text.ts';
import { formatDate, formatVnd } from './slip-numbers.ts';
import type { SlipWords } from './slip-words.ts';

export interface FeeWording {
  readonly words: SlipWords;
  /** Longest wording of one fee, in UTF-16 units. */
  readonly limit: number;
  /** YYYY-MM-DD, the office's date. */
  readonly today: string;
}

/** One line a sentence. Channels are told apart only where their fees differ; direct first. */
export function describeFees(methods: readonly SubmissionMethod[], wording: FeeWording): string[] {
  const told = methods.map((method) => ({ method, lines: describeFeesOfChannel(method.fees, wording) }));
  const direct = told.find(({ method }) => method.channel === 'direct') ?? told[0];
  if (direct === undefined) {
    return [wording.words.feeUnstated];
  }
  const others = told.filter((each) => each !== direct && each.lines.join('\n') !== direct.lines.join('\n'));
  if (others.length === 0) {
    return direct.lines;
  }
  return [direct, ...others].flatMap(({ method, lines }) => {
    const label = wording.words.channels[method.channel];
    return lines.map((line, index) => (index === 0 ? `${label}: ${line}` : line));
  });
}

function describeFeesOfChannel(fees: readonly Fee[], wording: FeeWording): string[] {
  const { words } = wording;
  const rates = fees.filter((fee) => !fee.exemption);
  const exemptions = unique(fees.filter((fee) => fee.exemption && fee.text !== '').map((fee) => fee.text));
  const lines = rates.length > 1 ? describeRates(rates, wording) : rates.flatMap((fee) => describeRate(fee, wording));
  const apart = exemptions.length === 0 ? [] : [words.feeExemption(brief(exemptions.join('; '), wording))];
  const expired = unique(rates.flatMap((fee) => (isExpired(fee, wording) ? [fee.validUntil] : [])));
  const until = expired.map((date) => words.feeValidUntil(formatDate(date)));
  const said = unique([...lines, ...until, ...apart]);
  return said.length === 0 ? [words.feeUnstated] : said;
}

function describeRate(fee: Fee, wording: FeeWording): string[] {
  const { words } = wording;
  const text = fee.text === '' ? [] : [brief(fee.text, wording)];
  switch (fee.kind) {
    case 'amount':
      // A nought beside words means "see the words"; it never means that nothing is paid.
      return fee.amountVnd === null || fee.amountVnd === 0
        ? orUnstated(text, words)
        : withText(formatVnd(fee.amountVnd), text);
    case 'free':
      return withText(words.free, text);
    case 'text':
      return orUnstated(text, words);
    case 'council':
      return [words.feeCouncil];
    case 'unstated':
      break;
  }
  return [words.feeUnstated];
}

/** Never only the lowest: the span of all rates, then what has no number of its own. */
function describeRates(rates: readonly Fee[], wording: FeeWording): string[] {
  const { words } = wording;
  const priced = rates.filter((fee) => fee.kind === 'amount' && fee.amountVnd !== null && fee.amountVnd > 0);
  const others = rates.filter((fee) => !priced.includes(fee));
  const amounts = priced.flatMap((fee) => (fee.amountVnd === null ? [] : [fee.amountVnd])).sort((a, b) => a - b);
  const unpriced = unique(others.flatMap((fee) => describeRate(fee, wording)));
  const [lowest] = amounts;
  const highest = amounts.at(-1);
  if (lowest === undefined || highest === undefined) {
    return unpriced.length > 2 ? [words.feeMoreRates(unpriced.length), brief(unpriced.join('; '), wording)] : unpriced;
  }
  const [only] = priced;
  if (priced.length === 1 && only !== undefined) {
    return [...describeRate(only, wording), ...unpriced];
  }
  const span =
    lowest === highest
      ? words.feeSameRates(priced.length, formatVnd(lowest))
      : words.feeRates(priced.length, formatVnd(lowest), formatVnd(highest));
  const texts = unique(
    priced.flatMap((fee) => (fee.text === '' ? [] : [`${fee.text}: ${formatVnd(fee.amountVnd ?? 0)}`])),
  );
  const list = texts.join('; ');
  return [span, ...(list.length > 0 && list.length <= wording.limit ? [list] : []), ...unpriced];
}

function isExpired(fee: Fee, wording: FeeWording): fee is Fee & { validUntil: string } {
  return fee.validUntil !== null && fee.validUntil < wording.today;
}

function withText(head: string, text: readonly string[]): string[] {
  const [first] = text;
  return first === undefined ? [head] : [`${head} (${first})`];
}

function orUnstated(text: readonly string[], words: SlipWords): string[] {
  return text.length > 0 ? [...text] : [words.feeUnstated];
}

function brief(text: string, wording: FeeWording): string {
  const { text: kept, shortened } = shortenText(text, wording.limit);
  return shortened ? `${kept} ${wording.words.readOn}` : kept;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
