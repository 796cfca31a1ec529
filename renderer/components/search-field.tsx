/** The search field: takes keys from the screen and from a real keyboard alike, and composes Telex in Vietnamese. */
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { Button, SearchField as Field, Input, Label } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../hooks/use-language.ts';
import { type EditKey, editText, longestQuestion } from '../keyboard/edit-text.ts';
import { Icon } from './icon.tsx';
import styles from './search-field.module.css';

/** Lets the on-screen keyboard type where the caret is. */
export interface SearchFieldHandle {
  press(key: EditKey): void;
  /** Puts the caret behind the last letter of what was just written. */
  focusEnd(): void;
}

interface SearchFieldProps {
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly onTouch: () => void;
  readonly handle: Ref<SearchFieldHandle>;
}

export function SearchField({ words, onWords, onTouch, handle }: SearchFieldProps) {
  const { t } = useTranslation();
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
    onWords(edited.text);
    current.focus({ preventScroll: true });
  };
  const focusEnd = () => {
    // Cut to the text by the browser; the new words stand in the field only when this is drawn.
    caret.current = longestQuestion;
    input.current?.focus({ preventScroll: true });
  };
  useImperativeHandle(handle, () => ({ press, focusEnd }));

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

  return (
    <Field className={styles['field'] ?? ''} value={words} onChange={onWords} onClear={() => onWords('')}>
      <Label className={styles['label'] ?? ''}>{t('search.label')}</Label>
      <div className={styles['frame']}>
        <Icon name="search" plain />
        <Input
          ref={input}
          className={styles['input'] ?? ''}
          placeholder={t('search.placeholder')}
          // Keeps the operating system's keyboard away; ours is on the page.
          inputMode="none"
          autoComplete="off"
          spellCheck={false}
          onPointerDown={onTouch}
        />
        {words !== '' && (
          <Button className={styles['clear'] ?? ''} aria-label={t('search.clear')}>
            <Icon name="close" plain />
          </Button>
        )}
      </div>
    </Field>
  );
}
