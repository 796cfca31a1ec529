/** The field for a dossier's code: letters as they stand on the paper, from the keys on the screen or real ones. */
import { type Ref, useEffect, useImperativeHandle } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classNames } from '../components/class-names.ts';
import entry from '../components/entry-field.module.css';
import { Icon } from '../components/icon.tsx';
import type { EditKey } from '../keyboard/edit-text.ts';
import { useKeyTyping } from '../keyboard/use-key-typing.ts';
import styles from './code-field.module.css';

export interface CodeFieldHandle {
  press(key: EditKey): void;
}

interface CodeFieldProps {
  readonly label: string;
  readonly example: string;
  readonly code: string;
  readonly isMistaken: boolean;
  /** Id of the words that say what is wrong. */
  readonly saidBy: string;
  readonly onCode: (code: string) => void;
  /** Enter on a keyboard. */
  readonly onEnter: () => void;
  readonly handle: Ref<CodeFieldHandle>;
}

export function CodeField(props: CodeFieldProps) {
  const { label, example, code, isMistaken, saidBy, onCode, onEnter, handle } = props;
  const { t } = useTranslation();
  const { input, press } = useKeyTyping(onCode);
  useImperativeHandle(handle, () => ({ press }));

  useEffect(() => {
    const { current } = input;
    current?.focus({ preventScroll: true });
    current?.setSelectionRange(current.value.length, current.value.length);
  }, [input]);

  return (
    <TextField value={code} onChange={onCode} isInvalid={isMistaken}>
      <Label className={entry['label'] ?? ''}>{label}</Label>
      <div className={classNames(entry['frame'], styles['frame'])} data-mistaken={isMistaken || undefined}>
        <Input
          ref={input}
          className={classNames(entry['input'], styles['code'])}
          placeholder={example}
          aria-describedby={saidBy}
          // Keeps the operating system's keyboard away; ours is on the page.
          inputMode="none"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onEnter();
          }}
        />
        {code !== '' && (
          <Button
            className={entry['clear'] ?? ''}
            aria-label={t('dossier.entry.clear')}
            onPress={() => press({ kind: 'clear' })}
          >
            <Icon name="close" plain />
          </Button>
        )}
      </div>
    </TextField>
  );
}
