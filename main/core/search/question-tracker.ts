/**
 * Tells from keystrokes what was one question and how it ended: pure, a state and an event give the next state. A text that
 * extends or shortens the former one belongs to the same question; a choice, another question or leaving ends it.
 */

export interface TypedText {
  /** Folded. */
  readonly words: string;
  /** Procedures found. */
  readonly total: number;
  readonly sinceMs: number;
}

/** Plain data; `noQuestion` to begin with, one for each session. */
export interface QuestionState {
  /** What stands in the field. */
  readonly current: TypedText | null;
  /** The last text that stood long enough for its answer to be read. */
  readonly settled: TypedText | null;
  /** The last text that was reached by typing on, not by deleting. */
  readonly peak: TypedText | null;
  /** What a choice has answered; coming back to it, or deleting it, asks nothing new. */
  readonly answered: string | null;
  /** What stood in the field last could be personal: it was not kept, and its remains are not looked at either. */
  readonly isPersonal: boolean;
}

export type QuestionEvent =
  /** `words` folded, null for what could be personal; `total` procedures found. */
  | { readonly kind: 'asked'; readonly words: string | null; readonly total: number; readonly atMs: number }
  /** Something was opened. */
  | { readonly kind: 'chosen' }
  /** The citizen has gone. */
  | { readonly kind: 'left' };

export interface EndedQuestion {
  readonly words: string;
  readonly outcome: 'answered' | 'no-result' | 'no-choice';
}

export interface QuestionStep {
  readonly state: QuestionState;
  readonly ended: EndedQuestion | null;
}

export const noQuestion: QuestionState = {
  current: null,
  settled: null,
  peak: null,
  answered: null,
  isPersonal: false,
};

/** Nobody reads an answer quicker; texts that stood shorter were only passed through. */
const settledMs = 2_000;
/** Shorter texts ask nothing yet. */
const leastLetters = 2;

export function advanceQuestion(state: QuestionState, event: QuestionEvent): QuestionStep {
  if (event.kind === 'asked') {
    return asked(state, event);
  }
  return event.kind === 'chosen' ? chosen(state) : left(state);
}

function chosen(state: QuestionState): QuestionStep {
  const words = state.current?.words ?? state.answered;
  const ended: EndedQuestion | null = words === null ? null : { words, outcome: 'answered' };
  return { state: { ...noQuestion, answered: words }, ended };
}

function left(state: QuestionState): QuestionStep {
  const { current } = state;
  const last = current !== null && isQuestion(current) ? current : lastQuestion(state);
  return { state: noQuestion, ended: last === null ? null : unanswered(last) };
}

function asked(state: QuestionState, event: Extract<QuestionEvent, { kind: 'asked' }>): QuestionStep {
  const { words, total, atMs } = event;
  if (words === null || (state.isPersonal && /\p{Nd}/u.test(words))) {
    return { state: { ...noQuestion, isPersonal: true }, ended: null };
  }
  const next: TypedText = { words, total, sinceMs: atMs };
  const { current, answered } = state;
  if (answered?.startsWith(words) === true) {
    return { state, ended: null };
  }
  if (current === null) {
    // What is left of a personal text is no question that somebody typed; only what stays in the end may be.
    return { state: state.isPersonal ? { ...begun(next), peak: null } : begun(next), ended: null };
  }
  if (words === current.words) {
    return { state: { ...state, current: { ...current, total } }, ended: null };
  }
  const before = settle(state, current, atMs);
  const isLonger = words.startsWith(current.words);
  if (isLonger ? isDeleted(current, state.peak) : !current.words.startsWith(words)) {
    const last = lastQuestion(before);
    return { state: begun(next), ended: last === null ? null : unanswered(last) };
  }
  return { state: { ...before, current: next, peak: isLonger ? next : state.peak }, ended: null };
}

function begun(first: TypedText): QuestionState {
  return { ...noQuestion, current: first, peak: first };
}

/** The state with the text that is being left taken for settled, if it stood long enough. */
function settle(state: QuestionState, leaving: TypedText, atMs: number): QuestionState {
  return isQuestion(leaving) && atMs - leaving.sinceMs >= settledMs ? { ...state, settled: leaving } : state;
}

/** Whether so little is left of a longer text that whoever types on begins anew. */
function isDeleted(current: TypedText, peak: TypedText | null): boolean {
  return !isQuestion(current) && peak !== null && peak.words.length > current.words.length;
}

function lastQuestion({ settled, peak }: QuestionState): TypedText | null {
  const last = settled ?? peak;
  return last !== null && isQuestion(last) ? last : null;
}

function isQuestion({ words }: TypedText): boolean {
  return words.length >= leastLetters;
}

function unanswered({ words, total }: TypedText): EndedQuestion {
  return { words, outcome: total === 0 ? 'no-result' : 'no-choice' };
}
