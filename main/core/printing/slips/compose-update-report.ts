/** What a catalogue update changed, for staff: how many procedures, and each fee and time that reads differently now. */
import type { SlipElement, SlipLayout } from '../typesetting/slip-layout.ts';
import { fitRows } from './fit-slip.ts';
import { upTo } from './shorten-text.ts';
import { bodyText, createFactRow, gap } from './slip-elements.ts';
import { type HeightOf, type SlipMoment, slipClosing, slipHeader } from './slip-frame.ts';
import { formatDate } from './slip-numbers.ts';
import type { UpdateReportFacts } from './update-report-facts.ts';
import { momentInWords } from './words/moment-words.ts';
import { type StaffSlipWords, staffSlipWords } from './words/staff-slip-words.ts';

type Words = StaffSlipWords['updateReport'];
type Change = UpdateReportFacts['changes'][number];

/** More than the longest slip holds; measuring thousands of rows would take seconds. */
const mostRows = 150;
const columns = [{ weight: 5 }, { weight: 3 }, { weight: 3 }] as const;

export function composeUpdateReport(facts: UpdateReportFacts, moment: SlipMoment, heightOf: HeightOf): SlipLayout {
  const words = staffSlipWords[moment.language].updateReport;
  const fees = facts.changes.filter(({ what }) => what === 'fee');
  const times = facts.changes.filter(({ what }) => what === 'time');
  return fitRows(
    ({ lineLimit }, count) => [
      ...opening(facts, moment, words, heightOf),
      ...changeElements(words.fees, fees.slice(0, count), { words, lineLimit }),
      ...changeElements(words.times, times.slice(0, Math.max(0, count - fees.length)), { words, lineLimit }),
      ...notice(facts.changes.length, count, words),
      ...slipClosing(moment, words.marking),
    ],
    Math.min(facts.changes.length, mostRows),
    { heightOf, context: moment },
  );
}

function notice(all: number, count: number, words: Words): SlipElement[] {
  if (all === 0) {
    return [gap, bodyText(words.noChanges)];
  }
  return count < all ? [gap, bodyText(words.leftOut(all - count), true)] : [];
}

function opening(facts: UpdateReportFacts, moment: SlipMoment, words: Words, heightOf: HeightOf): SlipElement[] {
  const { from, to } = facts;
  const factRow = createFactRow(heightOf);
  const named = ({ version, dataDate }: typeof to): string => words.catalogue(version, formatDate(dataDate));
  return [
    ...slipHeader(moment, { kind: words.kind, title: words.title }, heightOf),
    ...factRow(words.kiosk, facts.kiosk),
    ...factRow(words.updatedAt, momentInWords(facts.updatedAt, moment.language)),
    ...factRow(words.from, from === null ? words.none : named(from)),
    ...factRow(words.to, named(to)),
    ...factRow(words.procedures, words.counts(facts)),
  ];
}

function changeElements(
  heading: string,
  changes: readonly Change[],
  { words, lineLimit }: { readonly words: Words; readonly lineLimit: number },
): SlipElement[] {
  const rows = changes.map(({ code, title, before, after }) => [
    `${code}\n${upTo(title, lineLimit)}`,
    upTo(before, lineLimit),
    upTo(after, lineLimit),
  ]);
  return rows.length === 0
    ? []
    : [gap, { kind: 'heading', text: heading }, { kind: 'table', columns, head: words.columns, rows, size: 'small' }];
}
