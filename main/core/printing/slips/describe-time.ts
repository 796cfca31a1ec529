/** How long it takes to get the result. */
import type { Procedure, ProcessingTime } from '../../../contract/procedure.ts';
import { briefly, type FactWording, type SlipFact } from './slip-fact.ts';
import { formatAmount } from './slip-numbers.ts';
import type { SlipWords } from './slip-words.ts';

/** The direct channel's time, labelled, with what the source says beside it: the note may overrule the number. */
export function describeProcessingTime(procedure: Procedure, wording: FactWording): SlipFact {
  const { words } = wording;
  const method =
    procedure.submissionMethods.find(({ channel }) => channel === 'direct') ?? procedure.submissionMethods[0];
  if (method === undefined) {
    return { value: words.askDesk, details: [] };
  }
  const { processingTime } = method;
  const sameDay = procedure.sameDayUntil === null ? null : words.sameDay(procedure.sameDayUntil);
  const number = formatProcessingTime(processingTime, words);
  const note = processingTime.note === null ? null : briefly(processingTime.note, wording);
  const channel = words.channels[method.channel];
  const value = number ?? sameDay ?? (note === null ? words.askDesk : '');
  return {
    value,
    details: [
      note === null ? channel : `${channel}: ${note}`,
      ...(number !== null && sameDay !== null ? [sameDay] : []),
    ],
  };
}

/** Null where the source gives no number with a unit. */
function formatProcessingTime(time: ProcessingTime, words: SlipWords): string | null {
  return time.amount === null || time.unit === null ? null : words.units[time.unit](formatAmount(time.amount));
}
