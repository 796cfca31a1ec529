/**
 * Where an office puts its emblem: until then a plain house with columns. The official logo is not copied. Holding it is the
 * first half of the way to the staff screen.
 */
import { useTranslation } from 'react-i18next';
import styles from './logo-place.module.css';

export function LogoPlace() {
  const { t } = useTranslation();
  return (
    <svg className={styles['logo']} viewBox="0 0 48 48" data-emblem>
      <title>{t('shell.logoPlace')}</title>
      <circle cx="24" cy="24" r="23" fill="var(--on-red)" />
      <circle cx="24" cy="24" r="20.5" fill="none" stroke="var(--gold)" strokeWidth="1.2" />
      <path
        d="M12 20.5 24 13l12 7.5zM14.5 23.5v8M20.8 23.5v8M27.2 23.5v8M33.5 23.5v8M12 34.5h24"
        fill="none"
        stroke="var(--red)"
        strokeWidth="2.2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
