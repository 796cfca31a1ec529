/** Results as one types; nothing found is answered kindly, with ways on. */
import { useCallback, useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../components/action-button.tsx';
import { OnScreenKeyboard } from '../components/on-screen-keyboard.tsx';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { SearchField, type SearchFieldHandle } from '../components/search-field.tsx';
import { SearchResults } from '../components/search-results.tsx';
import { useKiosk, useKioskState } from '../hooks/kiosk-context.ts';
import { fewRows, manyRows, useSearch } from '../hooks/use-search.ts';
import type { KeyName } from '../keyboard/key-layout.ts';
import { screenName } from '../state/screen-name.ts';
import styles from './search-screen.module.css';

export function SearchScreen({ words }: { readonly words: string }) {
  const { t } = useTranslation();
  const { amend } = useKiosk();
  const state = useKioskState();
  const field = useRef<SearchFieldHandle>(null);
  const [hasKeyboard, setHasKeyboard] = useState(true);
  // The question whose rows are all wanted; every other one begins with few again.
  const [widened, setWidened] = useState<string | null>(null);
  const search = useSearch(words, widened === words.trim() ? manyRows : fewRows);
  // The field answers each key at once; the list may follow a moment later.
  const shown = useDeferredValue(search);

  const write = useCallback((next: string) => amend({ kind: 'search', words: next }), [amend]);
  const type = (key: KeyName) => {
    if (key.kind === 'hide') setHasKeyboard(false);
    else if (key.kind === 'letter') {
      field.current?.press({ ...key, usesTelex: state.language === 'vi' });
    } else if (key.kind === 'tone') field.current?.press(key);
    else field.current?.press({ kind: key.kind });
  };

  return (
    <div className={styles['search']}>
      <h1 className={styles['title']}>{t('search.title')}</h1>
      <div className={styles['field']}>
        <SearchField words={words} onWords={write} onTouch={() => setHasKeyboard(true)} handle={field} />
      </div>
      <div className={styles['results']}>
        <ScrollRegion name={screenName(state)}>
          <SearchResults search={shown} isEmpty={words.trim() === ''} onExample={write} onMore={setWidened} />
        </ScrollRegion>
      </div>
      <div className={styles['keys']}>
        {hasKeyboard ? (
          <OnScreenKeyboard onKey={type} />
        ) : (
          <div className={styles['shown']}>
            <ActionButton onPress={() => setHasKeyboard(true)} icon="keyboard" size="large" fills>
              {t('search.showKeyboard')}
            </ActionButton>
          </div>
        )}
      </div>
    </div>
  );
}
