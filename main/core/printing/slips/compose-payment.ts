/** A slip to pay a fee by: the amount, the code for the bank's application, and whom and what it pays. */
import type { SlipElement, SlipLayout } from '../typesetting/slip-layout.ts';
import { fitElements } from './fit-slip.ts';
import type { PaymentFacts } from './payment-facts.ts';
import { upTo } from './shorten-text.ts';
import { bodyText, codeToScan, createFactRow, fittingTitle, gap, smallText } from './slip-elements.ts';
import { type HeightOf, type SlipMoment, slipClosing, slipHeader } from './slip-frame.ts';
import { formatVnd } from './slip-numbers.ts';
import { momentInWords } from './words/moment-words.ts';
import { paymentWords } from './words/payment-words.ts';

/** `isSample`: an invented one, which says above and below its code that nobody must pay by it. */
export function composePayment(
  facts: PaymentFacts & { readonly isSample?: boolean },
  moment: SlipMoment,
  heightOf: HeightOf,
): SlipLayout {
  const sample: SlipElement[] =
    facts.isSample === true
      ? [gap, { ...fittingTitle(paymentWords[moment.language].sample, heightOf), align: 'centre' }, gap]
      : [];
  return fitElements(({ lineLimit }) => elementsOf(facts, moment, { limit: lineLimit, heightOf, sample }), {
    heightOf,
    context: moment,
  });
}

function elementsOf(
  facts: PaymentFacts,
  moment: SlipMoment,
  {
    limit,
    heightOf,
    sample,
  }: { readonly limit: number; readonly heightOf: HeightOf; readonly sample: readonly SlipElement[] },
): SlipElement[] {
  const words = paymentWords[moment.language];
  const factRow = createFactRow(heightOf);
  const { payee, payBy, procedureName } = facts;
  return [
    ...slipHeader(moment, { kind: words.kind, title: formatVnd(facts.amountVnd) }, heightOf),
    ...sample,
    gap,
    { ...bodyText(words.scan, true), align: 'centre' },
    codeToScan(facts.qrText, []),
    ...sample,
    { ...smallText(words.check), align: 'centre' },
    ...factRow(words.payee, upTo(payee.name, limit)),
    ...factRow(words.bank, upTo(payee.bank, limit)),
    ...factRow(words.account, payee.account),
    ...factRow(words.purpose, upTo(facts.purpose, 2 * limit)),
    ...factRow(words.dossierCode, facts.dossierCode),
    ...factRow(words.procedure, upTo(procedureName, 2 * limit)),
    ...factRow(words.payBy, payBy === null ? null : momentInWords(payBy, moment.language)),
    ...factRow(words.receipt, upTo(facts.receiptAt, limit)),
    ...slipClosing(moment, words.marking),
  ];
}
