/** One fact of a slip: what matters in reading size, what explains it in small print below. */
import { shortenText } from './shorten-text.ts';
import type { SlipWords } from './slip-words.ts';

export interface SlipFact {
  /** Empty where the words below say it all. */
  readonly value: string;
  readonly details: readonly string[];
}

export interface FactWording {
  readonly words: SlipWords;
  /** Longest wording of one detail, in UTF-16 units. */
  readonly limit: number;
}

/** Without a bullet before it, shortened with a pointer to the code to scan. */
export function briefly(text: string, { words, limit }: FactWording): string {
  const { text: kept, shortened } = shortenText(text.replace(/^[\s\-–+*•]+/u, ''), limit);
  return shortened ? `${kept} ${words.readOn}` : kept;
}
