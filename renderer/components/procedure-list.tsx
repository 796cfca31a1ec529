/** A list that is narrowed by filters and grows on touch; what was chosen belongs to the screen and is there on the way back. */
import { useTranslation } from 'react-i18next';
import type { ListSelection } from '../../main/contract/browse.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { useLanguage } from '../hooks/use-language.ts';
import { useSteadyAnswer } from '../hooks/use-steady-answer.ts';
import type { ListView } from '../state/screen.ts';
import { numberWords } from '../wording/number-words.ts';
import { ActionButton } from './action-button.tsx';
import { Answered } from './answered.tsx';
import { GroupedRows } from './grouped-rows.tsx';
import { ListFiltersBar } from './list-filters-bar.tsx';
import { Notice } from './notice.tsx';
import styles from './procedure-list.module.css';

/** Rows asked for at once; few enough to read, enough for nearly every topic. */
const pageSize = 40;

/** A list of fewer rows is read sooner than filtered. */
const worthFiltering = 6;

interface ProcedureListProps {
  readonly of: ListSelection;
  readonly view: ListView;
  readonly onView: (view: ListView) => void;
}

export function ProcedureList({ of, view, onView }: ProcedureListProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { filters, pages } = view;
  const whole = useAnswer('catalogue.list', { of, filters: {}, offset: 0, limit: pageSize });
  const answer = useSteadyAnswer('catalogue.list', { of, filters, offset: 0, limit: pageSize });
  const number = (count: number) => numberWords(count, language);
  return (
    <Answered answer={answer}>
      {({ rows, total, counts }) => (
        <div className={styles['list']}>
          {whole.kind === 'ready' && counts.unfiltered > worthFiltering && (
            <ListFiltersBar
              of={of}
              filters={filters}
              counts={counts}
              wholeCounts={whole.value.counts}
              onFilters={(next) => onView({ filters: next, pages: 1 })}
            />
          )}
          {counts.unfiltered === 0 ? (
            <Notice tone="plain" icon="information">
              <p>{t('list.empty')}</p>
            </Notice>
          ) : (
            <output className={styles['count']}>
              {total === counts.unfiltered
                ? t('list.count', { count: total, number: number(total) })
                : t('filter.found', { count: total, number: number(total), all: number(counts.unfiltered) })}
            </output>
          )}
          <GroupedRows rows={rows} />
          {Array.from({ length: pages - 1 }, (_, index) => (index + 1) * pageSize).map((offset) => (
            <FurtherRows key={offset} of={of} view={view} offset={offset} />
          ))}
          {pages * pageSize < total && (
            <ActionButton onPress={() => onView({ filters, pages: pages + 1 })} icon="down" size="large">
              {t('list.more')}
            </ActionButton>
          )}
        </div>
      )}
    </Answered>
  );
}

interface FurtherRowsProps extends Pick<ProcedureListProps, 'of' | 'view'> {
  readonly offset: number;
}

function FurtherRows({ of, view, offset }: FurtherRowsProps) {
  const answer = useAnswer('catalogue.list', { of, filters: view.filters, offset, limit: pageSize });
  return <Answered answer={answer}>{({ rows }) => <GroupedRows rows={rows} />}</Answered>;
}
