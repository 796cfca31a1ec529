/** What a catalogue update changed, for staff: how many procedures, and each fee and time that reads differently now. */
import type { SlipElement, SlipLayout } from '../typesetting/slip-layout.ts';
import { blockRanks, type SlipBlock, slipBlock } from './fit-blocks.ts';
import { upTo } from './shorten-text.ts';
import { bodyText, factRow, gap, smallGap, smallText } from './slip-elements.ts';
import { fitSlip, type HeightOf, type SlipMoment, slipClosing, slipHeader } from './slip-frame.ts';
import { formatDate } from './slip-numbers.ts';
import type { UpdateReportFacts } from './update-report-facts.ts';
import { momentInWords } from './words/moment-words.ts';
import { type StaffSlipWords, staffSlipWords } from './words/staff-slip-words.ts';

type Words = StaffSlipWords['updateReport'];
type Change = UpdateReportFacts['changes'][number];

const beforeAndNow = [{ weight: 1 }, { weight: 1 }] as const;

export function composeUpdateReport(facts: UpdateReportFacts, moment: SlipMoment, heightOf: HeightOf): SlipLayout {
  const words = staffSlipWords[moment.language].updateReport;
  const fees = facts.changes.filter(({ what }) => what === 'fee');
  const times = facts.changes.filter(({ what }) => what === 'time');
  return fitSlip(
    ({ lineLimit }) => [
      slipBlock('fixed', opening(facts, moment, words)),
      ...fees.map((change, index) => changeBlock(change, index === 0 ? words.fees : null, words, lineLimit)),
      ...times.map((change, index) => changeBlock(change, index === 0 ? words.times : null, words, lineLimit)),
      slipBlock('fixed', [
        ...(facts.changes.length === 0 ? [gap, bodyText(words.noChanges)] : []),
        ...slipClosing(moment, words.marking),
      ]),
    ],
    { heightOf, context: moment, leftOut: words.leftOut },
  );
}

function opening(facts: UpdateReportFacts, moment: SlipMoment, words: Words): SlipElement[] {
  const { from, to } = facts;
  const named = ({ version, dataDate }: typeof to): string => words.catalogue(version, formatDate(dataDate));
  return [
    ...slipHeader(moment, words.kind, words.title),
    ...factRow(words.kiosk, facts.kiosk),
    ...factRow(words.updatedAt, momentInWords(facts.updatedAt, moment.language)),
    ...factRow(words.from, from === null ? words.none : named(from)),
    ...factRow(words.to, named(to)),
    ...factRow(words.added, words.procedures(facts.added)),
    ...factRow(words.changed, words.procedures(facts.changed)),
    ...factRow(words.removed, words.procedures(facts.removed)),
  ];
}

/** The procedure over what it said and says now; `heading` opens the list. */
function changeBlock(change: Change, heading: string | null, words: Words, lineLimit: number): SlipBlock {
  const { code, title, before, after } = change;
  return {
    rank: blockRanks.alwaysPaper,
    paper: true,
    elements: [
      ...(heading === null ? [smallGap] : [gap, { kind: 'heading', text: heading } as const]),
      smallText(`${code} ${upTo(title, lineLimit)}`, true),
      {
        kind: 'table',
        columns: beforeAndNow,
        rows: [[words.before(upTo(before, lineLimit)), words.now(upTo(after, lineLimit))]],
        size: 'body',
      },
    ],
  };
}
