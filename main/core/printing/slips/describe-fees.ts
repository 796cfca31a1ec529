/** What it costs, in the words the published data allows and no others: never only the lowest rate, never "free" from a nought. */
import type { Fee, SubmissionMethod } from '../../../contract/procedure.ts';
import { briefly, type FactWording, type SlipFact } from './slip-fact.ts';
import { formatDate, formatVnd } from './slip-numbers.ts';

export interface FeeWording extends FactWording {
  /** YYYY-MM-DD, the office's date. */
  readonly today: string;
  /** Most rates told one by one; the code to scan leads to all. */
  readonly mostRates: number;
}

/** Texts up to this length stand in reading size. */
const shortText = 48;

/** The direct channel's fees, and in small print those of other channels where they differ. At least one fact. */
export function describeFees(methods: readonly SubmissionMethod[], wording: FeeWording): SlipFact[] {
  const { words } = wording;
  const told = methods.map((method) => ({ channel: method.channel, facts: factsOfChannel(method.fees, wording) }));
  const main = told.find(({ channel }) => channel === 'direct') ?? told[0];
  if (main === undefined) {
    return [{ value: words.feeUnstated, details: [] }];
  }
  const others = told.filter(({ facts }) => JSON.stringify(facts) !== JSON.stringify(main.facts));
  const kept = main.facts.slice(0, wording.mostRates);
  const rest = main.facts.length > wording.mostRates ? [words.seeCode] : [];
  const apart = Map.groupBy(others, ({ facts }) => inOneLine(facts));
  const elsewhere = [...apart].map(
    ([line, group]) => `${group.map(({ channel }) => words.channels[channel]).join(', ')}: ${line}`,
  );
  const labelled =
    others.length === 0
      ? kept
      : kept.map((fact, index) => (index === 0 ? ofChannel(fact, words.channels[main.channel]) : fact));
  return labelled.map((fact, index) =>
    index === labelled.length - 1 ? { ...fact, details: [...new Set([...fact.details, ...rest]), ...elsewhere] } : fact,
  );
}

/** What matters of another channel's fees; its small print is read at the code to scan. */
function inOneLine(facts: readonly SlipFact[]): string {
  return facts.map(({ value, details }) => (value === '' ? (details[0] ?? '') : value)).join('; ');
}

function ofChannel(fact: SlipFact, channel: string): SlipFact {
  const [first, ...more] = fact.details;
  return { ...fact, details: [first === undefined ? channel : `${channel}: ${first}`, ...more] };
}

function factsOfChannel(fees: readonly Fee[], wording: FeeWording): SlipFact[] {
  const { words } = wording;
  const rates = fees.filter((fee) => !fee.exemption);
  const priced = rates.filter(isPriced);
  const facts = [
    ...(priced.length > 1
      ? [describeSpan(priced, wording)]
      : priced.map((fee) => withText(formatVnd(fee.amountVnd), fee, wording))),
    ...rates.filter((fee) => !isPriced(fee)).map((fee) => describeUnpriced(fee, wording)),
  ];
  const expired = new Set(
    rates.flatMap((fee) => (fee.validUntil !== null && fee.validUntil < wording.today ? [fee.validUntil] : [])),
  );
  const until = [...expired].map((date) => words.feeValidUntil(formatDate(date)));
  const exempt = fees.filter((fee) => fee.exemption && fee.text !== '').map((fee) => fee.text);
  const apart = exempt.length === 0 ? [] : [exemptionText(exempt.join('; '), wording)];
  const said = unique(
    facts.length === 0 ? [{ value: exempt.length === 0 ? words.feeUnstated : '', details: [] }] : facts,
  );
  const notes = [...until, ...apart];
  return said.map((fact, index) =>
    index === said.length - 1 ? { ...fact, details: [...fact.details, ...notes] } : fact,
  );
}

type PricedFee = Fee & { readonly amountVnd: number };

/** A nought beside words means "see the words"; it never means that nothing is paid. */
function isPriced(fee: Fee): fee is PricedFee {
  return fee.kind === 'amount' && fee.amountVnd !== null && fee.amountVnd > 0;
}

/** From the lowest to the highest; each rate in small print where all of them have room. */
function describeSpan(fees: readonly PricedFee[], wording: FeeWording): SlipFact {
  const { words } = wording;
  const amounts = fees.map((fee) => fee.amountVnd);
  const lowest = formatVnd(Math.min(...amounts));
  const highest = formatVnd(Math.max(...amounts));
  const value =
    lowest === highest ? words.feeSameRates(fees.length, lowest) : words.feeRates(fees.length, lowest, highest);
  if (fees.every((fee) => fee.text === '')) {
    return { value, details: [] };
  }
  const each = fees.map((fee) =>
    fee.text === '' ? formatVnd(fee.amountVnd) : `${formatVnd(fee.amountVnd)} (${fee.text})`,
  );
  const list = each.join('; ');
  return { value, details: [list.length <= 2 * wording.limit ? list : words.seeCode] };
}

function describeUnpriced(fee: Fee, wording: FeeWording): SlipFact {
  const { words } = wording;
  if (fee.kind === 'free') {
    return withText(words.free, fee, wording);
  }
  if (fee.kind === 'council') {
    return withText(words.feeCouncil, fee, wording);
  }
  if (fee.kind === 'unstated' || fee.text === '') {
    return { value: words.feeUnstated, details: [] };
  }
  return fee.text.length <= shortText
    ? { value: fee.text, details: [] }
    : { value: '', details: [briefly(fee.text, wording)] };
}

function withText(value: string, fee: Fee, wording: FeeWording): SlipFact {
  return { value, details: fee.text === '' ? [] : [briefly(fee.text, wording)] };
}

/** Most texts say by themselves that they are about an exemption. */
function exemptionText(text: string, wording: FeeWording): string {
  const said = briefly(text, wording);
  return /^(?:miễn|giảm|không thu)(?=\s|$)/iu.test(said) ? said : wording.words.feeExemption(said);
}

function unique(facts: readonly SlipFact[]): SlipFact[] {
  return [...new Map(facts.map((fact) => [JSON.stringify(fact), fact])).values()];
}
