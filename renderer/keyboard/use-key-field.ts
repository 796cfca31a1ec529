/** A text field that takes keys from the screen and from a real keyboard alike, and composes Telex in Vietnamese. */
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { useLanguage } from '../hooks/use-language.ts';
import { type EditKey, editText, longestQuestion } from './edit-text.ts';

/** Lets the on-screen keyboard type where the caret is. */
export interface KeyFieldHandle {
  press(key: EditKey): void;
  /** Puts the caret behind the last letter of what was just written. */
  focusEnd(): void;
}

/** The field has the focus from the start. `onText` is told the whole text after each key. */
export function useKeyField(
  onText: (text: string) => void,
): KeyFieldHandle & { readonly input: RefObject<HTMLInputElement | null> } {
  const usesTelex = useLanguage() === 'vi';
  const input = useRef<HTMLInputElement>(null);
  const caret = useRef<number | null>(null);

  const press = (key: EditKey) => {
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
    onText(edited.text);
    current.focus({ preventScroll: true });
  };
  const focusEnd = () => {
    // Cut to the text by the browser; the new words stand in the field only when this is drawn.
    caret.current = longestQuestion;
    input.current?.focus({ preventScroll: true });
  };

  useLayoutEffect(() => {
    if (caret.current !== null) input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  const compose = useEffectEvent((event: InputEvent) => {
    if (event.inputType !== 'insertText' || event.data === null || !/^[a-z]$/iu.test(event.data)) return;
    event.preventDefault();
    press({ kind: 'letter', letter: event.data, usesTelex });
  });

  useEffect(() => {
    const { current } = input;
    if (current === null) return undefined;
    current.focus({ preventScroll: true });
    current.setSelectionRange(current.value.length, current.value.length);
    const receive = (event: InputEvent) => compose(event);
    current.addEventListener('beforeinput', receive);
    return () => current.removeEventListener('beforeinput', receive);
  }, []);

  return { input, press, focusEnd };
}
