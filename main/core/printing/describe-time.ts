/** How long it takes and by when the citizen must come. */
import type { Procedure, ProcessingTime, SubmissionMethod } from '../../contract/procedure.ts';
import { shortenText } from './shorten-text.ts';
import { formatAmount } from './slip-numbers.ts';
import type { SlipWords } from './slip-words.ts';

/** The direct channel's time, labelled, with what the source says beside it: the note may overrule the number. */
export function describeProcessingTime(procedure: Procedure, words: SlipWords, limit: number): string[] {
  const method =
    procedure.submissionMethods.find(({ channel }) => channel === 'direct') ?? procedure.submissionMethods[0];
  const sameDay = procedure.sameDayUntil === null ? [] : [words.sameDay(procedure.sameDayUntil)];
  if (method === undefined) {
    return [words.askDesk];
  }
  const time = [formatProcessingTime(method.processingTime, words), noteOf(method, words, limit)].filter(
    (text) => text !== null,
  );
  const [first, ...more] = time.length > 0 || sameDay.length > 0 ? [...time, ...sameDay] : [words.askDesk];
  return [`${words.channels[method.channel]}: ${first}`, ...more];
}

/** Null where the source gives no number with a unit. */
function formatProcessingTime(time: ProcessingTime, words: SlipWords): string | null {
  return time.amount === null || time.unit === null ? null : words.units[time.unit](formatAmount(time.amount));
}

function noteOf(method: SubmissionMethod, words: SlipWords, limit: number): string | null {
  const { note } = method.processingTime;
  if (note === null) {
    return null;
  }
  const { text, shortened } = shortenText(note, limit);
  return shortened ? `${text} ${words.readOn}` : text;
}
