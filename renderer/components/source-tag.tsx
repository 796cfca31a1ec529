/** Who wrote a sentence: Cổng quốc gia / Thành phố / Phường, or the kiosk's own plain words (docs/catalogue.md §7). */
import { useTranslation } from 'react-i18next';
import type { Origin } from '../../main/contract/procedure.ts';
import styles from './source-tag.module.css';

const originKeys = {
  national: 'procedure.sourceNational',
  city: 'procedure.sourceCity',
  office: 'procedure.sourceOffice',
  'hand-written': 'procedure.sourceHandWritten',
} as const;

export function SourceTag({ origin }: { readonly origin: Origin }) {
  const { t } = useTranslation();
  return <p className={styles['tag']}>{t('procedure.source', { source: t(originKeys[origin]) })}</p>;
}
