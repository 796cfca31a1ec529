/**
 * Learns from searches without prying: which questions led nowhere, and what is opened most. It hears keystrokes, choices and
 * the end of a session; what it keeps of them are counts, and words only after enough different sessions asked the same.
 */
import { leastSessions, type SearchGap } from '../../contract/staff-methods.ts';
import { officeDate } from '../office-date.ts';
import type { Clock, ScheduleAfter } from '../ports.ts';
import { foldedWords } from '../vietnamese-text.ts';
import { createGapCandidates } from './gap-candidates.ts';
import { isPossiblyPersonal } from './personal-words.ts';
import { advanceQuestion, type EndedQuestion, noQuestion, type QuestionEvent } from './question-tracker.ts';

/** Where counts are kept over a restart; never throws for what the disk does. */
export interface LearningStore {
  isGap(words: string): boolean;
  openings(): ReadonlyMap<string, number>;
  add(counts: { readonly gaps: readonly SearchGap[]; readonly openings: ReadonlyMap<string, number> }): void;
}

export interface SearchLearningOptions {
  readonly store: LearningStore;
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
  /** Hears that a question is over, never which; of what could be personal it hears nothing. */
  readonly onQuestion?: (outcome: EndedQuestion['outcome']) => void;
}

export interface SearchLearning {
  /** A search was answered: the words as typed, and how many procedures were found. */
  searched(words: string, total: number): void;
  /** A procedure was opened. */
  opened(code: string): void;
  /** Something else that a search offers was opened. */
  chosen(): void;
  /** The citizen has gone: everything that belonged to them alone is dropped, counts are written. */
  sessionEnded(): void;
  /** Sessions that opened a procedure at this kiosk; 0 for one nobody opened. */
  demandOf(code: string): number;
  /** Writes what is counted. The question of a citizen who still stands there is not. */
  close(): void;
}

/** Words that fewer sessions asked than needed, kept in memory. */
const mostCandidates = 2_000;
/** One citizen asks fewer; beyond it nothing more is learned from a session. */
const mostQuestionsInSession = 100;
/** Openings are written together, after so long without a keystroke or a choice: a disk may take a tenth of a second. */
const quietMs = 5_000;

export function createSearchLearning({ store, clock, schedule, onQuestion }: SearchLearningOptions): SearchLearning {
  const candidates = createGapCandidates({ leastSessions, capacity: mostCandidates });
  const demand = new Map(store.openings());
  let state = noQuestion;
  /** Of this session. */
  const gapKinds = new Map<string, SearchGap['kind']>();
  const openedCodes = new Set<string>();
  /** Not yet written. */
  const openings = new Map<string, number>();
  let cancelWriting: (() => void) | null = null;

  const advance = (event: QuestionEvent): void => {
    const isAnotherChoice = event.kind === 'chosen' && state.current === null;
    const step = advanceQuestion(state, event);
    state = step.state;
    if (step.ended === null) {
      return;
    }
    const { words, outcome } = step.ended;
    if (!isAnotherChoice) {
      onQuestion?.(outcome);
    }
    if (outcome === 'answered') {
      gapKinds.delete(words);
    } else if (gapKinds.size < mostQuestionsInSession) {
      gapKinds.set(words, outcome);
    }
  };

  const writeWhenQuiet = (): void => {
    cancelWriting?.();
    cancelWriting = openings.size === 0 ? null : schedule(quietMs, () => write([]));
  };

  const write = (gaps: readonly SearchGap[]): void => {
    cancelWriting?.();
    cancelWriting = null;
    if (gaps.length > 0 || openings.size > 0) {
      store.add({ gaps, openings });
      openings.clear();
    }
  };

  return {
    searched: (words, total) => {
      const kept = isPossiblyPersonal(words) ? null : foldedWords(words);
      advance({ kind: 'asked', words: kept, total, atMs: clock.nowMs() });
      writeWhenQuiet();
    },
    opened: (code) => {
      advance({ kind: 'chosen' });
      if (openedCodes.has(code)) {
        return;
      }
      openedCodes.add(code);
      demand.set(code, (demand.get(code) ?? 0) + 1);
      openings.set(code, (openings.get(code) ?? 0) + 1);
      writeWhenQuiet();
    },
    chosen: () => advance({ kind: 'chosen' }),
    sessionEnded: () => {
      advance({ kind: 'left' });
      const day = officeDate(clock.nowMs());
      const gaps = [...gapKinds].flatMap(([words, kind]) => {
        const gap = store.isGap(words)
          ? { words, kind, sessions: 1, firstDay: day, lastDay: day }
          : candidates.count(words, kind, day);
        return gap === null ? [] : [gap];
      });
      gapKinds.clear();
      openedCodes.clear();
      write(gaps);
    },
    demandOf: (code) => demand.get(code) ?? 0,
    close: () => write([]),
  };
}
