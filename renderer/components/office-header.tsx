/** Whose kiosk this is and how fresh its data are. Nothing here is touched: the top of the screen is out of a wheelchair's reach. */
import { useTranslation } from 'react-i18next';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useLanguage } from '../hooks/use-language.ts';
import { dateWords } from '../wording/date-words.ts';
import { LogoPlace } from './logo-place.tsx';
import styles from './office-header.module.css';

export function OfficeHeader() {
  const { t } = useTranslation();
  const { description } = useKiosk();
  const language = useLanguage();
  const { office, catalogue } = description;
  return (
    <header className={styles['header']}>
      <LogoPlace />
      <div className={styles['names']} lang="vi">
        {office.parentName !== null && <p className={styles['parent']}>{office.parentName}</p>}
        <p className={styles['name']}>{office.name}</p>
      </div>
      <p className={styles['date']}>{t('shell.dataDate', { date: dateWords(catalogue.dataDate, language) })}</p>
    </header>
  );
}
