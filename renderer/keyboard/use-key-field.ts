/** A field for words: it has the focus from the start, and composes Telex from a real keyboard where the page is Vietnamese. */
import { useEffect, useEffectEvent } from 'react';
import { useLanguage } from '../hooks/use-language.ts';
import { type KeyTyping, useKeyTyping } from './use-key-typing.ts';

/** Lets the on-screen keyboard type where the caret is. */
export type KeyFieldHandle = Omit<KeyTyping, 'input'>;

/** `onText` is given the whole text after each key. */
export function useKeyField(onText: (text: string) => void): KeyTyping {
  const usesTelex = useLanguage() === 'vi';
  const typing = useKeyTyping(onText);
  const { input } = typing;

  const compose = useEffectEvent((event: InputEvent) => {
    if (event.inputType !== 'insertText' || event.data === null || !/^[a-z]$/iu.test(event.data)) return;
    event.preventDefault();
    typing.press({ kind: 'letter', letter: event.data, usesTelex });
  });

  useEffect(() => {
    const { current } = input;
    if (current === null) return undefined;
    current.focus({ preventScroll: true });
    current.setSelectionRange(current.value.length, current.value.length);
    const receive = (event: InputEvent) => compose(event);
    current.addEventListener('beforeinput', receive);
    return () => current.removeEventListener('beforeinput', receive);
  }, [input]);

  return typing;
}
