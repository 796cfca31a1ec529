/** A copy of the apology for a late result (Mẫu số 04): what was promised, why it is late, and the new day. */
import type { SlipElement, SlipLayout } from '../typesetting/slip-layout.ts';
import type { ApologyFacts } from './apology-facts.ts';
import { fitElements } from './fit-slip.ts';
import { promisedDay, promisedDayElements } from './promised-day.ts';
import { upTo } from './shorten-text.ts';
import { bodyText, codeToScan, createFactRow, gap, smallGap, smallText } from './slip-elements.ts';
import { type HeightOf, type SlipMoment, slipClosing, slipHeader } from './slip-frame.ts';
import { formatDate, wholeNumbers } from './slip-numbers.ts';
import { apologyWords } from './words/apology-words.ts';
import { momentInWords } from './words/moment-words.ts';

export function composeApology(facts: ApologyFacts, moment: SlipMoment, heightOf: HeightOf): SlipLayout {
  return fitElements(({ lineLimit }) => elementsOf(facts, moment, lineLimit, heightOf), {
    heightOf,
    context: moment,
  });
}

function elementsOf(facts: ApologyFacts, moment: SlipMoment, limit: number, heightOf: HeightOf): SlipElement[] {
  const { language } = moment;
  const words = apologyWords[language];
  const factRow = createFactRow(heightOf);
  return [
    ...slipHeader(moment, { kind: words.kind, title: words.title }, heightOf),
    smallGap,
    smallText(words.marking, true),
    gap,
    bodyText(words.to(upTo(facts.to, limit)), true),
    smallGap,
    bodyText(
      facts.receivedOn === null
        ? words.receivedBy(upTo(facts.agency, limit))
        : words.received(formatDate(facts.receivedOn), upTo(facts.agency, limit)),
    ),
    ...factRow(words.procedure, upTo(facts.procedureName, 2 * limit)),
    ...factRow(words.dossierCode, facts.dossierCode),
    ...factRow(words.promised, momentInWords(facts.promisedAt, language)),
    gap,
    bodyText(words.late),
    ...factRow(words.reason, facts.reason === null ? words.noReason : upTo(facts.reason, 4 * limit)),
    gap,
    bodyText(words.apology),
    gap,
    { kind: 'heading', text: words.newDue },
    ...(facts.newDueAt === null
      ? [bodyText(words.noNewDue, true)]
      : promisedDayElements(promisedDay(facts.newDueAt), language, heightOf)),
    ...factRow(words.contact, facts.contact === null ? null : wholeNumbers(upTo(facts.contact, limit))),
    gap,
    codeToScan(facts.dossierCode, [bodyText(words.scan, true), smallText(facts.dossierCode)]),
    ...slipClosing(moment, null),
  ];
}
