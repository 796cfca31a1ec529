/** The field for the name of whoever comes; what is wrong with it stands below it and is read aloud. */
import { type Ref, useId, useImperativeHandle } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classNames } from '../components/class-names.ts';
import entry from '../components/entry-field.module.css';
import { Icon } from '../components/icon.tsx';
import { type KeyFieldHandle, useKeyField } from '../keyboard/use-key-field.ts';
import { longestName } from './holder.ts';
import styles from './name-field.module.css';

interface NameFieldProps {
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  /** What is wrong with the name; null where nothing is. */
  readonly trouble: string | null;
  readonly onTouch: () => void;
  readonly onEnter: () => void;
  readonly handle: Ref<KeyFieldHandle>;
}

export function NameField({ typed, onTyped, trouble, onTouch, onEnter, handle }: NameFieldProps) {
  const { t } = useTranslation();
  const troubleId = useId();
  const take = (text: string) => {
    if (text.length <= longestName) onTyped(text);
  };
  const { input, press, focusEnd } = useKeyField(take);
  useImperativeHandle(handle, () => ({ press, focusEnd }));
  return (
    <TextField value={typed} onChange={take} isInvalid={trouble !== null}>
      <Label className={entry['label'] ?? ''}>{t('appointment.whoName')}</Label>
      <div className={entry['frame']}>
        <Icon name="person" plain />
        <Input
          ref={input}
          className={classNames(entry['input'], styles['name'])}
          placeholder={t('appointment.whoPlaceholder')}
          // Keeps the operating system's keyboard away; ours is on the page.
          inputMode="none"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={troubleId}
          onPointerDown={onTouch}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onEnter();
          }}
        />
        {typed !== '' && (
          <Button className={entry['clear'] ?? ''} aria-label={t('appointment.whoClear')} onPress={() => onTyped('')}>
            <Icon name="close" plain />
          </Button>
        )}
      </div>
      <p id={troubleId} className={styles['trouble']} role="alert">
        {trouble}
      </p>
    </TextField>
  );
}
