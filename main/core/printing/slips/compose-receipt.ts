/** A courtesy copy of the receipt (Mẫu số 01): its fields, with the day of the result above all others. */
import type { SlipElement, SlipLayout } from '../typesetting/slip-layout.ts';
import { fitRows } from './fit-slip.ts';
import { promisedDay, promisedDayElements } from './promised-day.ts';
import type { ReceiptFacts, ReceiptPerson } from './receipt-facts.ts';
import { upTo } from './shorten-text.ts';
import {
  bodyText,
  codeToScan,
  createFactRow,
  type FactRow,
  gap,
  smallGap,
  smallText,
  wideFact,
} from './slip-elements.ts';
import { type HeightOf, type SlipMoment, slipClosing, slipHeader } from './slip-frame.ts';
import { wholeNumbers } from './slip-numbers.ts';
import { momentInWords } from './words/moment-words.ts';
import { type ReceiptWords, receiptWords } from './words/receipt-words.ts';

/** A paper's number and name. */
const paperColumns = [{ weight: 1 }, { weight: 11 }] as const;

export function composeReceipt(facts: ReceiptFacts, moment: SlipMoment, heightOf: HeightOf): SlipLayout {
  const words = receiptWords[moment.language];
  const factRow = createFactRow(heightOf);
  return fitRows(
    ({ lineLimit, place }, papers) => [
      ...opening(facts, moment, words, { lineLimit, heightOf }),
      ...factRow(words.dossierCode, facts.dossierCode),
      ...factRow(words.number, facts.number),
      ...factRow(
        words.agency,
        upTo(facts.agency, lineLimit),
        facts.parentAgency === null || place === 'name' ? [] : [upTo(facts.parentAgency, lineLimit)],
      ),
      ...personElements(words.applicant, facts.applicant, words, { lineLimit, nameOnly: place === 'name' }),
      ...(facts.agent === null
        ? []
        : personElements(words.agent, facts.agent, words, { lineLimit, nameOnly: place === 'name' })),
      ...wideFact(words.request, upTo(facts.request, 2 * lineLimit)),
      ...paperElements(facts.papers, papers, { words, lineLimit }),
      gap,
      { kind: 'rule' },
      ...closing(facts, moment, words, { lineLimit, factRow }),
    ],
    facts.papers.length,
    { heightOf, context: moment },
  );
}

function opening(
  facts: ReceiptFacts,
  moment: SlipMoment,
  words: ReceiptWords,
  { lineLimit, heightOf }: { readonly lineLimit: number; readonly heightOf: HeightOf },
): SlipElement[] {
  const due = facts.dueAt === null ? null : promisedDay(facts.dueAt);
  return [
    ...slipHeader(moment, { kind: words.kind, title: words.title }, heightOf),
    smallGap,
    smallText(words.marking, true),
    gap,
    ...(due === null
      ? [{ kind: 'rule' } as const]
      : [{ kind: 'heading', text: words.due } as const, ...promisedDayElements(due, moment.language, heightOf)]),
    ...wideFact(words.collectAt, upTo(facts.collectAt, lineLimit)),
  ];
}

/** The name, and in small print what the person knows and an official compares; without it where paper is short. */
function personElements(
  label: string,
  person: ReceiptPerson,
  words: ReceiptWords,
  { lineLimit, nameOnly }: { readonly lineLimit: number; readonly nameOnly: boolean },
): SlipElement[] {
  if (nameOnly) {
    return wideFact(label, upTo(person.name, lineLimit));
  }
  const { identityNumber, address, email } = person;
  const phone = person.phone === null ? null : wholeNumbers(person.phone);
  const codes = [identityNumber === null ? null : words.identityNumber(identityNumber), phone, email];
  return [
    ...wideFact(label, upTo(person.name, lineLimit)),
    ...(address === null ? [] : [smallText(upTo(address, lineLimit))]),
    ...(codes.some((each) => each !== null) ? [smallText(codes.filter((each) => each !== null).join(' · '))] : []),
  ];
}

/** The first `count` of the papers, and how many more there are. */
function paperElements(
  papers: ReceiptFacts['papers'],
  count: number,
  { words, lineLimit }: { readonly words: ReceiptWords; readonly lineLimit: number },
): SlipElement[] {
  const rows = papers
    .slice(0, count)
    .map((paper, index) => [
      String(index + 1),
      `${upTo(paper.name, lineLimit)}${paper.count === null ? '' : ` (${paper.count})`}`,
    ]);
  return [
    gap,
    { kind: 'heading', text: words.papers, trailing: words.paperCount(papers.length) },
    { kind: 'table', columns: paperColumns, rows, size: 'body' },
    ...(count < papers.length ? [gap, bodyText(words.leftOut(papers.length - count), true)] : []),
  ];
}

function closing(
  facts: ReceiptFacts,
  moment: SlipMoment,
  words: ReceiptWords,
  { lineLimit, factRow }: { readonly lineLimit: number; readonly factRow: FactRow },
): SlipElement[] {
  const { book } = facts;
  return [
    ...factRow(words.sets, facts.sets === null ? null : words.setCount(facts.sets)),
    ...factRow(words.processingTime, upTo(facts.processingTime, lineLimit)),
    ...factRow(words.receivedAt, momentInWords(facts.receivedAt, moment.language)),
    ...factRow(words.book, book === null ? null : words.bookEntry(book.volume, book.entry)),
    ...factRow(words.receivedBy, upTo(facts.receivedBy, lineLimit)),
    gap,
    codeToScan(facts.dossierCode, [bodyText(words.scan, true), smallText(facts.dossierCode)]),
    ...slipClosing(moment, null),
  ];
}
