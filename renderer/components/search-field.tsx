/** The search field; its keys come from the screen or from a real keyboard. */
import { type Ref, useImperativeHandle } from 'react';
import { Button, SearchField as Field, Input, Label } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type KeyFieldHandle, useKeyField } from '../keyboard/use-key-field.ts';
import styles from './entry-field.module.css';
import { Icon } from './icon.tsx';

interface SearchFieldProps {
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly onTouch: () => void;
  readonly handle: Ref<KeyFieldHandle>;
}

export function SearchField({ words, onWords, onTouch, handle }: SearchFieldProps) {
  const { t } = useTranslation();
  const { input, press, focusEnd } = useKeyField(onWords);
  useImperativeHandle(handle, () => ({ press, focusEnd }));

  return (
    <Field value={words} onChange={onWords} onClear={() => onWords('')}>
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
