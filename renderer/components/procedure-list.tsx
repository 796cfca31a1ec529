/** A list that grows on touch: rows of a topic, a field or of everything, other provinces' rules in a group of their own. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Params } from '../../main/contract/methods.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { ActionButton } from './action-button.tsx';
import { Answered } from './answered.tsx';
import { Notice } from './notice.tsx';
import styles from './procedure-list.module.css';
import { ProcedureRows } from './procedure-rows.tsx';

/** Rows asked for at once; few enough to read, enough for nearly every topic. */
const pageSize = 40;

interface ProcedureListProps {
  readonly of: Params<'catalogue.list'>['of'];
  readonly offset?: number;
}

export function ProcedureList({ of, offset = 0 }: ProcedureListProps) {
  const { t } = useTranslation();
  const [showsMore, setShowsMore] = useState(false);
  const answer = useAnswer('catalogue.list', { of, offset, limit: pageSize });
  return (
    <Answered answer={answer}>
      {({ rows, total }) => {
        const national = rows.filter((row) => row.province === null);
        const local = rows.filter((row) => row.province !== null);
        const shown = offset + rows.length;
        return (
          <div className={styles['list']}>
            {offset === 0 && total === 0 && (
              <Notice tone="plain" icon="information">
                <p>{t('list.empty')}</p>
              </Notice>
            )}
            {offset === 0 && total > 0 && <p className={styles['count']}>{t('list.count', { count: total })}</p>}
            <ProcedureRows rows={national} />
            {local.length > 0 && (
              <>
                <h2 className={styles['group']}>{t('list.otherProvinces')}</h2>
                <ProcedureRows rows={local} />
              </>
            )}
            {shown < total && !showsMore && (
              <ActionButton onPress={() => setShowsMore(true)} icon="down" size="large">
                {t('list.more')}
              </ActionButton>
            )}
            {shown < total && showsMore && rows.length > 0 && <ProcedureList of={of} offset={shown} />}
          </div>
        );
      }}
    </Answered>
  );
}
