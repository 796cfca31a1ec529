/** "Nhờ cán bộ giúp": where a person is found; an office must help those who cannot use the machine (NĐ 118/2025). */
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import styles from './help-screen.module.css';

export function HelpScreen() {
  const { t } = useTranslation();
  const { office } = useKiosk().description;
  return (
    <ScreenLayout title={t('help.title')} lead={<p>{t('help.text')}</p>}>
      <div className={styles['card']}>
        <span className={styles['picture']}>
          <Icon name="help" />
        </span>
        <dl className={styles['facts']}>
          <div>
            <dt>{t('help.where')}</dt>
            <dd className={styles['desk']} lang="vi">
              {office.helpDesk}
            </dd>
          </div>
          {office.hours !== null && (
            <div>
              <dt>{t('help.hours')}</dt>
              <dd lang="vi">{office.hours}</dd>
            </div>
          )}
          {office.address !== null && (
            <div>
              <dt>{t('help.address')}</dt>
              <dd lang="vi">{office.address}</dd>
            </div>
          )}
        </dl>
      </div>
    </ScreenLayout>
  );
}
