/** A text field that the keys on the screen type into, at the caret, as a real keyboard would. */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { type EditKey, editText, longestQuestion } from './edit-text.ts';

export interface KeyTyping {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly press: (key: EditKey) => void;
  /** Puts the caret behind the last letter of what was just written. */
  readonly focusEnd: () => void;
}

/** `write` is given the whole new text; the caret follows when it is drawn. */
export function useKeyTyping(write: (text: string) => void): KeyTyping {
  const input = useRef<HTMLInputElement>(null);
  const caret = useRef<number | null>(null);

  useLayoutEffect(() => {
    if (caret.current !== null) input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  return {
    input,
    press(key) {
      const { current } = input;
      if (current === null) return;
      const edited = editText(
        {
          text: current.value,
          start: current.selectionStart ?? current.value.length,
          end: current.selectionEnd ?? current.value.length,
        },
        key,
      );
      caret.current = edited.start;
      write(edited.text);
      current.focus({ preventScroll: true });
    },
    focusEnd() {
      // Cut to the text by the browser; the new words stand in the field only when this is drawn.
      caret.current = longestQuestion;
      input.current?.focus({ preventScroll: true });
    },
  };
}
