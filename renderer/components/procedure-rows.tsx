/** Procedures as a list: what it is called, where it is handed in, and whether the network will do. */
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ProcedureRow } from '../../main/contract/procedure.ts';
import type { SearchHit } from '../../main/contract/search.ts';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useLanguage } from '../hooks/use-language.ts';
import { onlineWords, shortPlaceName } from '../wording/place-words.ts';
import { Icon } from './icon.tsx';
import { MarkedText } from './marked-text.tsx';
import styles from './procedure-rows.module.css';

interface ProcedureRowsProps {
  readonly rows: readonly (ProcedureRow | SearchHit)[];
}

export function ProcedureRows({ rows }: ProcedureRowsProps) {
  return (
    <ul className={styles['rows']}>
      {rows.map((row) => (
        <li key={row.code}>
          <Row row={row} />
        </li>
      ))}
    </ul>
  );
}

function Row({ row }: { readonly row: ProcedureRow | SearchHit }) {
  const { t } = useTranslation();
  const { description, open } = useKiosk();
  const language = useLanguage();
  const hit = 'highlights' in row ? row : null;
  const title = <MarkedText text={row.shortTitle} ranges={hit?.highlights ?? []} />;
  return (
    <Button
      className={styles['row'] ?? ''}
      onPress={() => open({ kind: 'procedure', code: row.code, caseChoice: undefined })}
    >
      <span className={styles['words']}>
        {language === 'en' && row.english !== null ? (
          <>
            <span className={styles['title']}>{row.english}</span>
            <span className={styles['original']} lang="vi">
              {title}
            </span>
          </>
        ) : (
          <span className={styles['title']} lang="vi">
            {title}
          </span>
        )}
        {hit !== null && hit.matched !== null && (
          <span className={styles['matched']}>
            {t('search.alsoCalled')}{' '}
            <span lang="vi">
              <MarkedText text={hit.matched.text} ranges={hit.matched.highlights} />
            </span>
          </span>
        )}
        <span className={styles['facts']}>
          <span className={styles['fact']}>
            <Icon name="place" />
            {shortPlaceName(row.servedAt, description, t)}
          </span>
          {row.onlineService !== 'none' && (
            <span className={styles['fact']}>
              <Icon name="online" />
              {onlineWords(row.onlineService, t)}
            </span>
          )}
          {row.province !== null && (
            <span className={styles['province']}>{t('list.province', { province: row.province })}</span>
          )}
        </span>
      </span>
      <span className={styles['arrow']}>
        <Icon name="next" plain />
      </span>
    </Button>
  );
}
