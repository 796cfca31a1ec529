/** A courtesy copy of the receipt (Mẫu số 01): all its fields in the order of the form, the day of the result large among them. */
import type { SlipElement, SlipLayout } from '../typesetting/slip-layout.ts';
import { fitRows } from './fit-slip.ts';
import { promisedDay, promisedDayElements } from './promised-day.ts';
import type { ReceiptFacts, ReceiptPerson } from './receipt-facts.ts';
import { upTo } from './shorten-text.ts';
import { bodyText, codeToScan, createFactRow, gap, smallGap, smallText, wideFact } from './slip-elements.ts';
import { type HeightOf, type SlipMoment, slipClosing, slipHeader } from './slip-frame.ts';
import { wholeNumbers } from './slip-numbers.ts';
import { momentInWords } from './words/moment-words.ts';
import { type ReceiptWords, receiptWords } from './words/receipt-words.ts';

/** A paper's number and name. */
const paperColumns = [{ weight: 1 }, { weight: 11 }] as const;

/** How the fields of this slip are set: what is null reads "as on the original". */
interface Setting {
  readonly words: ReceiptWords;
  readonly heightOf: HeightOf;
  readonly lineLimit: number;
  /** One short field. */
  readonly row: (label: string, value: string | null, details?: readonly string[]) => SlipElement[];
  /** One that may need the whole width. */
  readonly wide: (label: string, value: string | null, limit?: number) => SlipElement[];
}

export function composeReceipt(facts: ReceiptFacts, moment: SlipMoment, heightOf: HeightOf): SlipLayout {
  const words = receiptWords[moment.language];
  const factRow = createFactRow(heightOf);
  return fitRows(
    ({ lineLimit }, papers) => {
      const short = (text: string | null, limit: number): string => upTo(text ?? words.asOnOriginal, limit);
      const setting: Setting = {
        words,
        heightOf,
        lineLimit,
        row: (label, value, details) => factRow(label, short(value, lineLimit), details),
        wide: (label, value, limit = lineLimit) => wideFact(label, short(value, limit)),
      };
      return [
        ...opening(facts, moment, setting),
        ...personElements(words.applicant, facts.applicant, setting),
        ...(facts.agent === null ? setting.wide(words.agent, null) : personElements(words.agent, facts.agent, setting)),
        ...setting.wide(words.request, facts.request, 2 * lineLimit),
        ...paperElements(facts.papers, papers, setting),
        ...closing(facts, moment, setting),
      ];
    },
    facts.papers.length,
    { heightOf, context: moment },
  );
}

function opening(facts: ReceiptFacts, moment: SlipMoment, { words, heightOf, lineLimit, row }: Setting): SlipElement[] {
  const parent = facts.parentAgency === null ? [] : [upTo(facts.parentAgency, lineLimit)];
  return [
    ...slipHeader(moment, { kind: words.kind, title: words.title }, heightOf),
    smallGap,
    smallText(words.marking, true),
    gap,
    { kind: 'rule' },
    ...row(words.agency, facts.agency ?? moment.office.name, parent),
    ...row(words.number, facts.number),
    ...row(words.dossierCode, facts.dossierCode),
  ];
}

function personElements(label: string, person: ReceiptPerson, { words, row, wide }: Setting): SlipElement[] {
  return [
    ...wide(label, person.name),
    ...row(words.identityNumber, person.identityNumber),
    ...row(words.address, person.address),
    ...row(words.phone, person.phone === null ? null : wholeNumbers(person.phone)),
    ...row(words.email, person.email),
  ];
}

/** The first `count` of the papers, and how many more there are. */
function paperElements(
  papers: ReceiptFacts['papers'],
  count: number,
  { words, lineLimit }: Pick<Setting, 'words' | 'lineLimit'>,
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
    gap,
    { kind: 'rule' },
  ];
}

function closing(facts: ReceiptFacts, moment: SlipMoment, { words, heightOf, row, wide }: Setting): SlipElement[] {
  const { book, dueAt } = facts;
  const { language } = moment;
  return [
    ...row(words.sets, facts.sets === null ? null : words.setCount(facts.sets)),
    ...row(words.processingTime, facts.processingTime),
    ...row(words.receivedAt, momentInWords(facts.receivedAt, language)),
    ...(dueAt === null
      ? row(words.due, null)
      : [
          gap,
          { kind: 'heading', text: words.due } as const,
          ...promisedDayElements(promisedDay(dueAt), language, heightOf),
        ]),
    ...wide(words.collectAt, facts.collectAt),
    ...row(words.book, book === null ? null : words.bookEntry(book.volume, book.entry)),
    ...row(words.signedByApplicant, null),
    ...row(words.signedByOfficial, facts.receivedBy),
    gap,
    codeToScan(facts.dossierCode, [bodyText(words.scan, true), smallText(facts.dossierCode)]),
    ...slipClosing(moment, null),
  ];
}
