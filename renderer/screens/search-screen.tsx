/** Results as one types; nothing found is answered kindly, with ways on. */
import { useCallback, useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../components/action-button.tsx';
import { Completions } from '../components/completions.tsx';
import { OnScreenKeyboard } from '../components/on-screen-keyboard.tsx';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { SearchField } from '../components/search-field.tsx';
import { SearchResults } from '../components/search-results.tsx';
import { useKiosk, useKioskState } from '../hooks/kiosk-context.ts';
import { useCompletions } from '../hooks/use-completions.ts';
import { useSearch } from '../hooks/use-search.ts';
import type { KeyName } from '../keyboard/key-layout.ts';
import type { KeyFieldHandle } from '../keyboard/use-key-field.ts';
import type { Screen } from '../state/screen.ts';
import { screenName } from '../state/screen-name.ts';
import styles from './search-screen.module.css';

type SearchPlace = Extract<Screen, { kind: 'search' }>;

/** One and the same, so that lists that hang on it are not drawn again. */
const nothingUnfolded: readonly string[] = [];

export function SearchScreen({ screen }: { readonly screen: SearchPlace }) {
  const { t } = useTranslation();
  const { amend } = useKiosk();
  const state = useKioskState();
  const field = useRef<KeyFieldHandle>(null);
  const [hasKeyboard, setHasKeyboard] = useState(true);
  const { words, unfolded = nothingUnfolded, isWide = false } = screen;
  const search = useSearch(words, isWide);
  // The field answers each key at once; the list may follow a moment later.
  const shown = useDeferredValue(search);
  const completions = useCompletions(shown.answer);
  const isEmpty = words.trim() === '';

  const write = useCallback((next: string) => amend({ kind: 'search', words: next }), [amend]);
  // The next key belongs to the field again, whatever was touched.
  const ask = useCallback(
    (question: string) => {
      write(question);
      field.current?.focusEnd();
    },
    [write],
  );
  const unfold = useCallback(
    (group: string) => amend({ kind: 'search', words, isWide, unfolded: [...unfolded, group] }),
    [amend, words, isWide, unfolded],
  );
  const widen = useCallback(() => amend({ kind: 'search', words, unfolded, isWide: true }), [amend, words, unfolded]);
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
        {!isEmpty && <Completions question={shown.answer?.query ?? ''} completions={completions} onChoose={ask} />}
      </div>
      <div className={styles['results']}>
        <ScrollRegion name={screenName(state)}>
          <SearchResults
            search={shown}
            isEmpty={isEmpty}
            unfolded={unfolded}
            isWide={isWide}
            onQuestion={ask}
            onUnfold={unfold}
            onMore={widen}
          />
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
