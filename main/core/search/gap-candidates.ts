/** Words on their way to being counted. They live in memory alone: asked by too few, they never reach the disk or anybody's eyes. */
import type { SearchGap } from '../../contract/staff-methods.ts';

export interface GapCandidatesOptions {
  /** Sessions after which words may be written down. */
  readonly leastSessions: number;
  /** Words kept at one time; beyond it those not asked for longest are forgotten. */
  readonly capacity: number;
}

export interface GapCandidates {
  /** Counts one session more. Gives the gap when that was the last one needed, and forgets the words then; null before. */
  count(words: string, kind: SearchGap['kind'], day: string): SearchGap | null;
}

export function createGapCandidates({ leastSessions, capacity }: GapCandidatesOptions): GapCandidates {
  // Least recently asked first: a map keeps the order in which its keys were set.
  const candidates = new Map<string, { readonly sessions: number; readonly firstDay: string }>();
  return {
    count: (words, kind, day) => {
      const before = candidates.get(words);
      const sessions = (before?.sessions ?? 0) + 1;
      const firstDay = before?.firstDay ?? day;
      candidates.delete(words);
      if (sessions >= leastSessions) {
        return { words, kind, sessions, firstDay, lastDay: day };
      }
      candidates.set(words, { sessions, firstDay });
      const [oldest] = candidates.keys();
      if (candidates.size > capacity && oldest !== undefined) {
        candidates.delete(oldest);
      }
      return null;
    },
  };
}
