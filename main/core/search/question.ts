/** What a citizen's question comes to: which words count, what else they may be called, what is asked. */
import type { Aspect } from '../../contract/search.ts';
import type { WordForms } from '../vietnamese-text.ts';
import type { AskedWord } from './mend-words.ts';

/** One way to say a concept: words in a row. */
export interface Wording {
  readonly words: readonly WordForms[];
  /** How surely it is meant: 1 as typed, less for a synonym. */
  readonly trust: number;
  /** Place of the word that says no ("chưa kết hôn"), without which it means the opposite; -1 for none. */
  readonly negation: number;
}

/** One thing the question speaks of; a procedure answers it by any of its wordings. */
export interface Concept {
  /** Words of the question it stands for: from (inclusive), to (exclusive). */
  readonly start: number;
  readonly end: number;
  /** The typed one first. */
  readonly wordings: readonly Wording[];
  /** It holds the sentence together and tells little. */
  readonly isLight: boolean;
}

export interface Question {
  readonly words: readonly AskedWord[];
  /** By word: it tells nothing about which procedure is meant. */
  readonly isFiller: readonly boolean[];
  readonly concepts: readonly Concept[];
  /** Some word came with accents, so that they tell words apart. */
  readonly hasAccents: boolean;
  /** The last word may be unfinished. */
  readonly isOpen: boolean;
  readonly aspect: Aspect | null;
  readonly lifeEvent: string | null;
  /** Codes of the procedures that situation begins with. */
  readonly leadsTo: readonly string[];
  /** The question with typing errors mended in words that count; null where none was. */
  readonly corrected: string | null;
}
