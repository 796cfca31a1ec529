/** Rows of one page, other provinces' rules in a group of their own (docs/catalogue.md §2). */
import { useTranslation } from 'react-i18next';
import type { ProcedureRow } from '../../main/contract/procedure.ts';
import styles from './procedure-list.module.css';
import { ProcedureRows } from './procedure-rows.tsx';

export function GroupedRows({ rows }: { readonly rows: readonly ProcedureRow[] }) {
  const { t } = useTranslation();
  const national = rows.filter((row) => row.province === null);
  const local = rows.filter((row) => row.province !== null);
  return (
    <>
      {national.length > 0 && <ProcedureRows rows={national} />}
      {local.length > 0 && (
        <>
          <h2 className={styles['group']}>{t('list.otherProvinces')}</h2>
          <ProcedureRows rows={local} />
        </>
      )}
    </>
  );
}
