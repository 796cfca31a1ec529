/** One key pressed in a text field: pure, for the on-screen and the physical keyboard alike. */
import { type Tone, telex, toggleTone } from '../../main/contract/telex.ts';

export interface Editing {
  readonly text: string;
  /** Selection in UTF-16 units; start equals end where nothing is selected. */
  readonly start: number;
  readonly end: number;
}

export type EditKey =
  | { readonly kind: 'letter'; readonly letter: string; readonly usesTelex: boolean }
  | { readonly kind: 'tone'; readonly tone: Tone }
  | { readonly kind: 'backspace' }
  | { readonly kind: 'clear' };

/** Longest question the field takes, in UTF-16 units; the core cuts at the same place. */
export const longestQuestion = 500;

function put(before: string, after: string): Editing {
  return { text: before + after, start: before.length, end: before.length };
}

export function editText({ text, start, end }: Editing, key: EditKey): Editing {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const word = /\p{L}*$/u.exec(before)?.[0] ?? '';
  const stem = before.slice(0, before.length - word.length);
  switch (key.kind) {
    case 'clear':
      return { text: '', start: 0, end: 0 };
    case 'backspace':
      return put(start === end ? before.replace(/.$/su, '') : before, after);
    case 'tone':
      return put(stem + toggleTone(word, key.tone), after);
    case 'letter':
      break;
  }
  if (text.length + key.letter.length - (end - start) > longestQuestion) return { text, start, end };
  const composes = key.usesTelex && /^[a-z]$/iu.test(key.letter);
  return put(composes ? stem + telex(word, key.letter) : before + key.letter, after);
}
