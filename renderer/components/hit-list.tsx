/** The hits of an answer as one list: lone rows, and near-duplicates as cards with a heading that asks to choose the case. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchAnswer } from '../../main/contract/search.ts';
import { useLanguage } from '../hooks/use-language.ts';
import { lowerFirst } from '../wording/lower-first.ts';
import { ActionButton } from './action-button.tsx';
import { arrangeHits, type GroupHeading, type HitItem } from './arrange-hits.ts';
import styles from './hit-list.module.css';
import { ProcedureRow } from './procedure-rows.tsx';

/** Rows drawn at a keystroke: what the screen shows and a little more, for each row costs time to paint. */
const fewRows = 10;

interface HitListProps {
  readonly answer: SearchAnswer;
  readonly unfolded: readonly string[];
  readonly isWide: boolean;
  readonly onUnfold: (group: string) => void;
  readonly onMore: () => void;
}

export function HitList({ answer, unfolded, isWide, onUnfold, onMore }: HitListProps) {
  const { t } = useTranslation();
  const { items, undrawn } = useMemo(
    () => arrangeHits(answer, { unfolded, mostRows: isWide ? Number.POSITIVE_INFINITY : fewRows }),
    [answer, unfolded, isWide],
  );
  const rest = answer.total - answer.hits.length + undrawn;
  return (
    <>
      {/* One flat list: a row that joins a group or leaves it stays the same row. */}
      <ul className={styles['hits']} aria-label={t('search.results')}>
        {items.map((item) => (
          <li key={item.key} className={styles[item.kind === 'row' ? item.place : item.kind]}>
            <Item item={item} answer={answer} onUnfold={onUnfold} />
          </li>
        ))}
      </ul>
      {rest > 0 && !isWide && (
        <ActionButton onPress={onMore} size="large" fills>
          {t('list.more')}
        </ActionButton>
      )}
      {rest > 0 && <p className={styles['rest']}>{t('search.moreFound', { count: rest })}</p>}
    </>
  );
}

function Item({ item, answer, onUnfold }: Pick<HitListProps, 'answer' | 'onUnfold'> & { readonly item: HitItem }) {
  const { t } = useTranslation();
  switch (item.kind) {
    case 'heading':
      return <Heading heading={item} />;
    case 'row':
      return <ProcedureRow row={item.hit} part={answer.aspect} showsName={item.isAmbiguous} />;
    case 'unfold':
      break;
  }
  return (
    <ActionButton onPress={() => onUnfold(item.group)} variant="quiet" icon="down">
      {t('search.unfold', { count: item.count })}
    </ActionButton>
  );
}

function Heading({ heading: { title, count, isOtherProvinces } }: { readonly heading: GroupHeading }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const named = language === 'vi' ? lowerFirst(title) : title;
  return (
    <h2 className={styles['title']}>
      {isOtherProvinces && <span className={styles['provinces']}>{t('list.otherProvinces')}</span>}
      <span>{t(isOtherProvinces ? 'search.groupOfProvinces' : 'search.group', { count, title: named })}</span>
    </h2>
  );
}
