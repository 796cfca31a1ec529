/** A courtesy copy of the receipt (Mẫu số 01): its fields, with the day of the result above all others. */
import type { SlipElement, SlipLayout } from '../typesetting/slip-layout.ts';
import { fitRows } from './fit-slip.ts';
import type { ReceiptFacts, ReceiptPerson } from './receipt-facts.ts';
import { upTo } from './shorten-text.ts';
import { bodyText, codeToScan, factRow, gap, smallGap, smallText, titleText } from './slip-elements.ts';
import { type HeightOf, type SlipMoment, slipClosing, slipHeader } from './slip-frame.ts';
import { momentInWords } from './words/moment-words.ts';
import { type ReceiptWords, receiptWords } from './words/receipt-words.ts';

/** Number, name and how many, of a paper. */
const paperColumns = [{ weight: 2 }, { weight: 15 }, { weight: 6, align: 'right' }] as const;

export function composeReceipt(facts: ReceiptFacts, moment: SlipMoment, heightOf: HeightOf): SlipLayout {
  const words = receiptWords[moment.language];
  return fitRows(
    ({ lineLimit }, papers) => [
      ...opening(facts, moment, words),
      ...personElements(words.applicant, facts.applicant, words),
      ...(facts.agent === null ? [] : personElements(words.agent, facts.agent, words)),
      gap,
      { kind: 'heading', text: words.request },
      bodyText(upTo(facts.request, 2 * lineLimit)),
      ...paperElements(facts.papers, papers, { words, lineLimit }),
      ...closing(facts, moment, words),
    ],
    facts.papers.length,
    { heightOf, context: moment },
  );
}

function opening(facts: ReceiptFacts, moment: SlipMoment, words: ReceiptWords): SlipElement[] {
  const due = facts.dueAt === null ? null : momentInWords(facts.dueAt, moment.language);
  return [
    ...slipHeader(moment, words.kind, words.title),
    smallGap,
    smallText(words.marking, true),
    ...(due === null ? [] : [gap, { kind: 'heading', text: words.due } as const, titleText(due)]),
    ...factRow(words.collectAt, facts.collectAt),
    ...factRow(words.dossierCode, facts.dossierCode),
    ...factRow(words.number, facts.number),
    ...factRow(words.parentAgency, facts.parentAgency),
    ...factRow(words.agency, facts.agency),
  ];
}

function personElements(title: string, person: ReceiptPerson, words: ReceiptWords): SlipElement[] {
  return [
    gap,
    { kind: 'heading', text: title },
    ...factRow(words.name, person.name),
    ...factRow(words.identityNumber, person.identityNumber),
    ...factRow(words.address, person.address),
    ...factRow(words.phone, person.phone),
    ...factRow(words.email, person.email),
  ];
}

/** The first `count` of the papers, and how many more there are. */
function paperElements(
  papers: ReceiptFacts['papers'],
  count: number,
  { words, lineLimit }: { readonly words: ReceiptWords; readonly lineLimit: number },
): SlipElement[] {
  const anyCounts = papers.some((paper) => paper.count !== null);
  const rows = papers.slice(0, count).map((paper, index) => {
    const cells = [`${index + 1}.`, upTo(paper.name, lineLimit)];
    return anyCounts ? [...cells, paper.count ?? ''] : cells;
  });
  const columns = anyCounts ? paperColumns : paperColumns.slice(0, 2);
  return [
    gap,
    { kind: 'heading', text: words.papers, trailing: words.paperCount(papers.length) },
    { kind: 'table', columns, rows, size: 'body' },
    ...(count < papers.length ? [gap, bodyText(words.leftOut(papers.length - count), true)] : []),
  ];
}

function closing(facts: ReceiptFacts, moment: SlipMoment, words: ReceiptWords): SlipElement[] {
  const { book } = facts;
  return [
    ...factRow(words.sets, facts.sets === null ? null : words.setCount(facts.sets)),
    gap,
    { kind: 'heading', text: words.times },
    ...factRow(words.processingTime, facts.processingTime),
    ...factRow(words.receivedAt, momentInWords(facts.receivedAt, moment.language)),
    ...factRow(words.book, book === null ? null : words.bookEntry(book.volume, book.entry)),
    ...factRow(words.receivedBy, facts.receivedBy),
    gap,
    codeToScan(facts.dossierCode, [bodyText(words.scan, true), smallText(facts.dossierCode)]),
    ...slipClosing(moment, words.marking),
  ];
}
