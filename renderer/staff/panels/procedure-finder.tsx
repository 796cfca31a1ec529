/** Finds procedures by words or by code, with the keyboard of the search screen. */
import { useDeferredValue, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { OnScreenKeyboard } from '../../components/on-screen-keyboard.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { useLanguage } from '../../hooks/use-language.ts';
import { useSearch } from '../../hooks/use-search.ts';
import type { KeyName } from '../../keyboard/key-layout.ts';
import type { KeyFieldHandle } from '../../keyboard/use-key-field.ts';
import styles from './procedure-finder.module.css';

interface ProcedureFinderProps {
  readonly onChoose: (code: string) => void;
}

const hitsShown = 5;

export function ProcedureFinder({ onChoose }: ProcedureFinderProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const field = useRef<KeyFieldHandle>(null);
  const [words, setWords] = useState('');
  const [hasKeyboard, setHasKeyboard] = useState(true);
  const { answer } = useDeferredValue(useSearch(words, false));
  const hits = answer?.hits.slice(0, hitsShown) ?? [];
  const type = (key: KeyName) => {
    if (key.kind === 'hide') setHasKeyboard(false);
    else if (key.kind === 'letter') field.current?.press({ ...key, usesTelex: language === 'vi' });
    else if (key.kind === 'tone') field.current?.press(key);
    else field.current?.press({ kind: key.kind });
  };
  const choose = (code: string) => {
    onChoose(code);
    setWords('');
    // What was chosen comes into sight; a touch of the field brings the keys back.
    setHasKeyboard(false);
  };
  return (
    <div className={styles['finder']}>
      <SearchField words={words} onWords={setWords} onTouch={() => setHasKeyboard(true)} handle={field} />
      <ul className={styles['hits']} aria-label={t('search.results')}>
        {hits.map(({ code, shortTitle }) => (
          <li key={code}>
            <Button className={styles['hit'] ?? ''} onPress={() => choose(code)}>
              <span lang="vi">{shortTitle}</span>
              <span className={styles['code']}>{code}</span>
            </Button>
          </li>
        ))}
      </ul>
      {words.trim() !== '' && answer !== null && hits.length === 0 && (
        <p className={styles['nothing']}>{t('staff.slips.nothing')}</p>
      )}
      {hasKeyboard && (
        <div className={styles['keys']}>
          <OnScreenKeyboard onKey={type} />
        </div>
      )}
    </div>
  );
}
