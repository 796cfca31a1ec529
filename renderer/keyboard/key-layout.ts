/** Which keys the on-screen keyboard has: digits, letters, the letters only Vietnamese has, and the five tones; those of a code. */
import type { Tone } from '../../main/contract/telex.ts';

/** Rows in the notation of simple-keyboard: keys by spaces, names in braces. */
export const keyRows = [
  '1 2 3 4 5 6 7 8 9 0 {backspace}',
  'q w e r t y u i o p {acute}',
  'a s d f g h j k l đ {grave}',
  'z x c v b n m ă â ê {hook}',
  'ô ơ ư {space} {tilde} {dot}',
  '{clear} {hide}',
] as const;

/** The keys of a dossier's code: capitals as they stand on the paper, digits, dot and hyphen. */
export const codeKeyRows = [
  '1 2 3 4 5 6 7 8 9 0',
  'Q W E R T Y U I O P',
  'A S D F G H J K L -',
  'Z X C V B N M . {backspace}',
] as const;

export type KeyName =
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'tone'; readonly tone: Tone }
  | { readonly kind: 'backspace' | 'clear' | 'hide' };

const namedKeys: Readonly<Record<string, KeyName>> = {
  '{backspace}': { kind: 'backspace' },
  '{clear}': { kind: 'clear' },
  '{hide}': { kind: 'hide' },
  '{space}': { kind: 'letter', letter: ' ' },
  '{acute}': { kind: 'tone', tone: 'acute' },
  '{grave}': { kind: 'tone', tone: 'grave' },
  '{hook}': { kind: 'tone', tone: 'hook' },
  '{tilde}': { kind: 'tone', tone: 'tilde' },
  '{dot}': { kind: 'tone', tone: 'dot' },
};

/** Null for a key that is not of this layout. */
export function readKey(button: string): KeyName | null {
  return namedKeys[button] ?? (/^[\p{L}\d.-]$/u.test(button) ? { kind: 'letter', letter: button } : null);
}
