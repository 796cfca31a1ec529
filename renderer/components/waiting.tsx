/** A calm sign that something is on its way; it shows itself only after a moment, so that quick answers do not flicker. */
import { useTranslation } from 'react-i18next';
import styles from './waiting.module.css';

export function Waiting() {
  const { t } = useTranslation();
  return (
    <output className={styles['waiting']}>
      <span className={styles['wheel']} aria-hidden="true" />
      {t('shell.loading')}
    </output>
  );
}
