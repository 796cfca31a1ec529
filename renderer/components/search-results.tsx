/** What a search found: rows with the match marked; before it, examples; after nothing, the nearest topics and a person. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { fewRows, type Search } from '../hooks/use-search.ts';
import { ActionButton } from './action-button.tsx';
import { Notice } from './notice.tsx';
import { ProcedureRows } from './procedure-rows.tsx';
import styles from './search-results.module.css';
import { TileGrid } from './tile-grid.tsx';

interface SearchResultsProps {
  readonly search: Search;
  /** Nothing is typed yet. */
  readonly isEmpty: boolean;
  readonly onExample: (words: string) => void;
  /** More rows of this question are wanted. */
  readonly onMore: (question: string) => void;
}

/** Drawn again only for another answer, not for each letter: its rows take longer than a key. */
export const SearchResults = memo(function SearchResults({ search, isEmpty, onExample, onMore }: SearchResultsProps) {
  const { t } = useTranslation();
  const { answer, error } = search;
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
  if (isEmpty || answer === null) return <Examples onExample={onExample} />;
  if (answer.hits.length === 0) return <NothingFound />;
  const rest = answer.total - answer.hits.length;
  return (
    <div className={styles['results']}>
      <output className={styles['count']}>{t('search.found', { count: answer.total })}</output>
      <ProcedureRows rows={answer.hits} />
      {rest > 0 && answer.hits.length <= fewRows && (
        <ActionButton onPress={() => onMore(answer.query)} size="large" fills>
          {t('list.more')}
        </ActionButton>
      )}
      {rest > 0 && <p className={styles['rest']}>{t('search.moreFound', { count: rest })}</p>}
    </div>
  );
});

function Examples({ onExample }: Pick<SearchResultsProps, 'onExample'>) {
  const { t } = useTranslation();
  const examples = t('exampleWords', { returnObjects: true });
  return (
    <div className={styles['results']}>
      <p className={styles['hint']}>{t('search.hint')}</p>
      <h2 className={styles['heading']}>{t('search.examples')}</h2>
      <div className={styles['examples']} lang="vi">
        {examples.map((example) => (
          <ActionButton key={example} onPress={() => onExample(example)} icon="search">
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
    <div className={styles['results']}>
      <Notice tone="gold" icon="information" title={t('search.nothingTitle')} isLive>
        <p>{t('search.nothingText')}</p>
      </Notice>
      {home.kind === 'ready' && <TileGrid tiles={home.value.tiles} label={t('home.tiles')} compact />}
      <ActionButton onPress={() => open({ kind: 'help' })} icon="help" size="large" fills>
        {t('home.help')}
      </ActionButton>
    </div>
  );
}
