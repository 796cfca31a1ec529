/** What a search found and how it was understood; before it, examples; after nothing, the nearest topics and a person. */
import { memo } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { SearchAnswer } from '../../main/contract/search.ts';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { useLanguage } from '../hooks/use-language.ts';
import type { Search } from '../hooks/use-search.ts';
import { ActionButton } from './action-button.tsx';
import { HitList } from './hit-list.tsx';
import { LifeEventCard } from './life-event-card.tsx';
import { Notice } from './notice.tsx';
import styles from './search-results.module.css';
import { TileGrid } from './tile-grid.tsx';

interface SearchResultsProps {
  readonly search: Search;
  /** Nothing is typed yet. */
  readonly isEmpty: boolean;
  readonly unfolded: readonly string[];
  readonly isWide: boolean;
  /** Writes a whole question into the field. */
  readonly onQuestion: (words: string) => void;
  readonly onUnfold: (group: string) => void;
  readonly onMore: () => void;
}

/** Drawn again only for another answer, not for each letter: its rows take longer than a key. */
export const SearchResults = memo(function SearchResults(props: SearchResultsProps) {
  const { t } = useTranslation();
  const { answer, error } = props.search;
  if (error !== null) {
    return (
      <div className={styles['results']}>
        <Notice tone="gold" icon="warning" title={t('failure.title')} isLive>
          <p>{t('failure.text')}</p>
          <p className={styles['code']}>{t('failure.staffCode', { code: error.code })}</p>
        </Notice>
      </div>
    );
  }
  if (props.isEmpty || answer === null) return <Examples onQuestion={props.onQuestion} />;
  return (
    <div className={styles['results']}>
      {(answer.hits.length > 0 || answer.corrected !== null) && (
        <Understood answer={answer} onQuestion={props.onQuestion} />
      )}
      {answer.lifeEvent !== null && <LifeEventOffer id={answer.lifeEvent} />}
      {answer.hits.length > 0 ? <HitList {...props} answer={answer} /> : <NothingFound />}
    </div>
  );
});

/** How many, and for what words where typing errors were mended; as high with a correction as without. */
function Understood({
  answer,
  onQuestion,
}: Pick<SearchResultsProps, 'onQuestion'> & { readonly answer: SearchAnswer }) {
  const { t } = useTranslation();
  const { corrected, total } = answer;
  return (
    <output className={styles['understood']}>
      {corrected !== null && (
        <Button className={styles['corrected'] ?? ''} onPress={() => onQuestion(corrected)}>
          <span>
            {t('search.searchedFor')} <strong lang="vi">{corrected}</strong>
          </span>
        </Button>
      )}
      <span className={styles['count']}>{t('search.found', { count: total })}</span>
    </output>
  );
}

/** Many who tell what has happened need more than one paper. */
function LifeEventOffer({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const home = useAnswer('catalogue.home', {});
  const event = home.kind === 'ready' ? home.value.lifeEvents.find((one) => one.id === id) : undefined;
  if (event === undefined) return null;
  return <LifeEventCard event={event} question={t('search.lifeEvent', { title: event.title[language] })} />;
}

function Examples({ onQuestion }: Pick<SearchResultsProps, 'onQuestion'>) {
  const { t } = useTranslation();
  const examples = t('exampleWords', { returnObjects: true });
  return (
    <div className={styles['results']}>
      <p className={styles['hint']}>{t('search.hint')}</p>
      <h2 className={styles['heading']}>{t('search.examples')}</h2>
      <div className={styles['examples']}>
        {examples.map((example) => (
          <ActionButton key={example} onPress={() => onQuestion(example)} icon="search">
            {example}
          </ActionButton>
        ))}
      </div>
    </div>
  );
}

function NothingFound() {
  const { t } = useTranslation();
  const { open } = useKiosk();
  const home = useAnswer('catalogue.home', {});
  return (
    <>
      <Notice tone="gold" icon="information" title={t('search.nothingTitle')} isLive>
        <p>{t('search.nothingText')}</p>
      </Notice>
      {home.kind === 'ready' && <TileGrid tiles={home.value.tiles} label={t('home.tiles')} compact />}
      <ActionButton onPress={() => open({ kind: 'help' })} icon="help" size="large" fills>
        {t('home.help')}
      </ActionButton>
    </>
  );
}
