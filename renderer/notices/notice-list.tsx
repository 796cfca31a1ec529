/** Notices one below the other (beside each other where the screen is wide), read aloud when they appear. */

import { useContext } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './notice-list.module.css';
import { NoticeRow } from './notice-row.tsx';
import { NoticeReaderContext, type SteadyNotice } from './notices-context.ts';

/** More would push away what the screen is for; the rest is one touch away. */
const mostRows = 3;

export function NoticeList({ notices }: { readonly notices: readonly SteadyNotice[] }) {
  const { t } = useTranslation();
  const read = useContext(NoticeReaderContext);
  const rest = notices.length - mostRows;
  // The region is there before its first notice: only so is what comes into it read.
  return (
    <output aria-label={t('notices.label')} className={notices.length === 0 ? undefined : styles['region']}>
      {notices.length > 0 && (
        <ul className={styles['list']}>
          {notices.slice(0, mostRows).map(({ notice, isOver }) => (
            <NoticeRow
              key={`${notice.origin} ${notice.id}`}
              notice={notice}
              isOver={isOver}
              onRead={() => read([notice])}
            />
          ))}
        </ul>
      )}
      {rest > 0 && (
        <Button className={styles['all'] ?? ''} onPress={() => read(notices.map(({ notice }) => notice))}>
          {t('notices.all', { count: notices.length })}
        </Button>
      )}
    </output>
  );
}
