/** Procedures as a list: what it is called, where it is handed in, and whether the network will do. */
import { memo } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ProcedureRow as RowData } from '../../main/contract/procedure.ts';
import type { Aspect, SearchHit } from '../../main/contract/search.ts';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useLanguage } from '../hooks/use-language.ts';
import { onlineWords, shortPlaceName } from '../wording/place-words.ts';
import { restOfName } from '../wording/rest-of-name.ts';
import { Icon } from './icon.tsx';
import { MarkedText } from './marked-text.tsx';
import styles from './procedure-rows.module.css';

interface ProcedureRowsProps {
  readonly rows: readonly RowData[];
}

export function ProcedureRows({ rows }: ProcedureRowsProps) {
  return (
    <ul className={styles['rows']}>
      {rows.map((row) => (
        <li key={row.code}>
          <ProcedureRow row={row} />
        </li>
      ))}
    </ul>
  );
}

interface ProcedureRowProps {
  readonly row: RowData | SearchHit;
  /** Where the procedure opens; at its beginning where it is not told. */
  readonly part?: Aspect | null;
  /** Shows the rest of the full name, too, where the short title does not tell it from another one. */
  readonly showsName?: boolean;
}

/** Drawn again only where something in it changed: the answer to each keystroke brings mostly the same rows. */
export const ProcedureRow = memo(Row, (before, after) => whatIsDrawn(before) === whatIsDrawn(after));

function whatIsDrawn({ row, part, showsName }: ProcedureRowProps): string {
  return JSON.stringify({ ...row, score: 0, part, showsName });
}

function Row({ row, part = null, showsName = false }: ProcedureRowProps) {
  const { t } = useTranslation();
  const { description, open } = useKiosk();
  const language = useLanguage();
  const hit = 'highlights' in row ? row : null;
  const rest = showsName ? restOfName(row.name, row.shortTitle) : null;
  const title = <MarkedText text={row.shortTitle} ranges={hit?.highlights ?? []} />;
  return (
    <Button
      className={styles['row'] ?? ''}
      onPress={() => open({ kind: 'procedure', code: row.code, caseChoice: undefined, part })}
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
        {rest !== null && (
          <span className={styles['name']} lang="vi">
            {rest}
          </span>
        )}
        {hit !== null && hit.matched !== null && !(showsName && hit.matched.text === row.name) && (
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
