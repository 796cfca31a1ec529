/** A courtesy copy of the receipt (Mẫu số 01): all its fields in the order of the form, the day of the result large among them. */
import type { SlipElement, SlipLayout } from '../typesetting/slip-layout.ts';
import { fitRows } from './fit-slip.ts';
import { promisedDay, promisedDayElements } from './promised-day.ts';
import type { ReceiptFacts, ReceiptPerson } from './receipt-facts.ts';
import { upTo } from './shorten-text.ts';
import { bodyText, codeToScan, createFactRow, gap, smallGap, smallText, wideFact } from './slip-elements.ts';
import { type HeightOf, officeHeader, type SlipMoment, slipClosing, slipHeader } from './slip-frame.ts';
import { wholeNumbers } from './slip-numbers.ts';
import { momentInWords } from './words/moment-words.ts';
import { type ReceiptWords, receiptWords } from './words/receipt-words.ts';

/** A paper's number and name. */
const paperColumns = [{ weight: 1 }, { weight: 11 }] as const;

/** Label, value, and what explains it. */
type Field = readonly [string, string | null, ...string[]];

/** How the fields of this slip are set: what is null reads "as on the original". */
interface Setting {
  readonly words: ReceiptWords;
  readonly heightOf: HeightOf;
  readonly lineLimit: number;
  /** Paper is short. */
  readonly isTight: boolean;
  /** Short fields, one a line; where paper is short, all in one paragraph of small print. */
  readonly rows: (...fields: readonly Field[]) => SlipElement[];
  /** One that may need the whole width. */
  readonly wide: (label: string, value: string | null, limit?: number) => SlipElement[];
}

export function composeReceipt(facts: ReceiptFacts, moment: SlipMoment, heightOf: HeightOf): SlipLayout {
  const words = receiptWords[moment.language];
  const factRow = createFactRow(heightOf);
  return fitRows(
    ({ lineLimit, place }, papers) => {
      const isTight = place === 'name';
      const short = (text: string | null, limit: number): string => upTo(text ?? words.asOnOriginal, limit);
      const setting: Setting = {
        words,
        heightOf,
        lineLimit,
        isTight,
        rows: (...fields) =>
          isTight
            ? [
                smallText(
                  fields
                    .map(
                      ([label, value, ...details]) => `${label}: ${[short(value, lineLimit), ...details].join(', ')}`,
                    )
                    .join(' · '),
                ),
              ]
            : fields.flatMap(([label, value, ...details]) => factRow(label, short(value, lineLimit), details)),
        wide: (label, value, limit = lineLimit) => wideFact(label, short(value, limit)),
      };
      return [
        ...opening(facts, moment, setting),
        ...personElements(words.applicant, facts.applicant, setting),
        ...(facts.agent === null ? setting.wide(words.agent, null) : personElements(words.agent, facts.agent, setting)),
        ...setting.wide(words.request, facts.request, (isTight ? 1 : 2) * lineLimit),
        ...paperElements(facts.papers, papers, setting),
        ...closing(facts, moment, setting),
      ];
    },
    facts.papers.length,
    { heightOf, context: moment },
  );
}

function opening(facts: ReceiptFacts, moment: SlipMoment, setting: Setting): SlipElement[] {
  const { words, heightOf, lineLimit, isTight, rows } = setting;
  const parent =
    facts.parentAgency === null || facts.parentAgency === facts.agency ? [] : [upTo(facts.parentAgency, lineLimit)];
  return [
    ...(isTight
      ? [...officeHeader(moment), bodyText(words.title, true)]
      : slipHeader(moment, { kind: words.kind, title: words.title }, heightOf)),
    smallGap,
    smallText(words.marking, true),
    gap,
    { kind: 'rule' },
    // The office of this kiosk stands above already.
    ...(facts.agency === null ? [] : rows([words.agency, facts.agency, ...parent])),
    ...rows([words.number, facts.number], [words.dossierCode, facts.dossierCode]),
  ];
}

/** The name, and in small print what the person knows and an official compares; fields that are missing share one line. */
function personElements(label: string, person: ReceiptPerson, { words, lineLimit, wide }: Setting): SlipElement[] {
  const fields: readonly (readonly [string, string | null])[] = [
    [words.identityNumber, person.identityNumber],
    [words.address, upTo(person.address, lineLimit)],
    [words.phone, person.phone === null ? null : wholeNumbers(person.phone)],
    [words.email, upTo(person.email, lineLimit)],
  ];
  const told = fields.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  const missing = fields.flatMap(([name, value]) => (value === null ? [name] : []));
  return [
    ...wide(label, person.name),
    ...(told.length === 0 ? [] : [smallText(told.join(' · '))]),
    ...(missing.length === 0 ? [] : [smallText(`${enumerated(missing)}: ${words.asOnOriginal}`)]),
  ];
}

/** "Địa chỉ, điện thoại". */
function enumerated([first = '', ...others]: readonly string[]): string {
  return [first, ...others.map((other) => other.charAt(0).toLocaleLowerCase('vi') + other.slice(1))].join(', ');
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

function closing(facts: ReceiptFacts, moment: SlipMoment, { words, heightOf, rows, wide }: Setting): SlipElement[] {
  const { book, dueAt } = facts;
  const { language } = moment;
  return [
    ...rows(
      [words.sets, facts.sets === null ? null : words.setCount(facts.sets)],
      [words.processingTime, facts.processingTime],
      [words.receivedAt, momentInWords(facts.receivedAt, language)],
    ),
    ...(dueAt === null
      ? rows([words.due, null])
      : [
          gap,
          { kind: 'heading', text: words.due } as const,
          ...promisedDayElements(promisedDay(dueAt), language, heightOf),
        ]),
    ...wide(words.collectAt, facts.collectAt),
    ...rows(
      [words.book, book === null ? null : words.bookEntry(book.volume, book.entry)],
      ...(facts.receivedBy === null ? [] : [[words.receivedBy, facts.receivedBy] as const]),
      [words.signatures, null],
    ),
    gap,
    codeToScan(facts.dossierCode, [bodyText(words.scan, true), smallText(facts.dossierCode)]),
    ...slipClosing(moment, null),
  ];
}
