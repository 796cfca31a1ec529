/** An appointment slip (phiếu hẹn): when, where, what for and what to bring. */
import type { SlipElement, SlipLayout } from '../typesetting/slip-layout.ts';
import type { AppointmentFacts } from './appointment-facts.ts';
import { blockRanks, type SlipBlock, slipBlock } from './fit-blocks.ts';
import { fitSlip } from './fit-slip.ts';
import { promisedDayElements } from './promised-day.ts';
import { upTo } from './shorten-text.ts';
import { bodyText, codeToScan, createFactRow, gap, smallGap, smallText } from './slip-elements.ts';
import { type HeightOf, type SlipMoment, slipClosing, slipHeader } from './slip-frame.ts';
import { wholeNumbers } from './slip-numbers.ts';
import { type AppointmentWords, appointmentWords } from './words/appointment-words.ts';

/** What an appointment's QR says. */
export function appointmentCode(code: string): string {
  return `APPOINTMENT:${code}`;
}

export function composeAppointment(facts: AppointmentFacts, moment: SlipMoment, heightOf: HeightOf): SlipLayout {
  const words = appointmentWords[moment.language];
  return fitSlip(
    ({ lineLimit }) => [
      slipBlock('fixed', opening(facts, moment, words, { lineLimit, heightOf })),
      ...facts.bring.map((_, index) => paperBlock(facts.bring, index, words, lineLimit)),
      slipBlock('fixed', [
        ...(facts.morePapers ? [gap, bodyText(words.morePapers)] : []),
        gap,
        codeToScan(appointmentCode(facts.code), [
          bodyText(words.scan, true),
          smallText(words.alsoScan),
          smallText(words.code(facts.code)),
        ]),
        ...(facts.contact === null
          ? []
          : [smallGap, bodyText(words.cannotCome(wholeNumbers(upTo(facts.contact, lineLimit))))]),
        ...slipClosing(moment, words.marking),
      ]),
    ],
    words.leftOut,
    { heightOf, context: moment },
  );
}

function opening(
  facts: AppointmentFacts,
  moment: SlipMoment,
  words: AppointmentWords,
  { lineLimit, heightOf }: { readonly lineLimit: number; readonly heightOf: HeightOf },
): SlipElement[] {
  const { place, from, until } = facts;
  const factRow = createFactRow(heightOf);
  const time = until === null ? from : `${from}–${until}`;
  return [
    ...slipHeader(moment, { kind: words.kind, title: upTo(facts.service, lineLimit) }, heightOf),
    gap,
    bodyText(words.when),
    ...promisedDayElements({ date: facts.day, time }, moment.language, heightOf),
    ...factRow(
      words.where,
      upTo(place.name, lineLimit),
      place.address === null ? [] : [upTo(place.address, lineLimit)],
    ),
    ...factRow(words.counter, upTo(place.counter, lineLimit)),
    ...factRow(words.name, upTo(facts.name, lineLimit)),
  ];
}

function paperBlock(
  papers: AppointmentFacts['bring'],
  index: number,
  words: AppointmentWords,
  lineLimit: number,
): SlipBlock {
  const { name, count } = papers[index] ?? { name: '', count: null };
  return {
    rank: blockRanks.alwaysPaper,
    paper: true,
    elements: [
      ...(index === 0
        ? [gap, { kind: 'heading', text: words.bring, trailing: words.paperCount(papers.length) } as const]
        : [smallGap]),
      { kind: 'checkbox', runs: [{ text: upTo(name, lineLimit) }], ...(count === null ? {} : { trailing: count }) },
    ],
  };
}
