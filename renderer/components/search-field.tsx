/** The search field: takes keys from the screen and from a real keyboard alike, and composes Telex in Vietnamese. */
import { type Ref, useEffect, useEffectEvent, useImperativeHandle } from 'react';
import { Button, SearchField as Field, Input, Label } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../hooks/use-language.ts';
import type { EditKey } from '../keyboard/edit-text.ts';
import { useKeyTyping } from '../keyboard/use-key-typing.ts';
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
  const { input, press, focusEnd } = useKeyTyping(onWords);
  useImperativeHandle(handle, () => ({ press, focusEnd }));

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
  }, [input]);

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
