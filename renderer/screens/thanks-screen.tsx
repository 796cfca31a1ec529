/** The end of a visit: take the slip, go on or go home. */
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../components/action-button.tsx';
import { Icon } from '../components/icon.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import styles from './thanks-screen.module.css';

export function ThanksScreen() {
  const { t } = useTranslation();
  const { home, end } = useKiosk();
  return (
    <ScreenLayout
      title={t('thanks.title')}
      lead={<p>{t('thanks.text')}</p>}
      footer={
        <div className={styles['footer']}>
          <ActionButton onPress={home} size="large" icon="search" fills>
            {t('thanks.another')}
          </ActionButton>
          <ActionButton onPress={end} size="large" variant="primary" icon="check" fills>
            {t('thanks.done')}
          </ActionButton>
        </div>
      }
    >
      <div className={styles['picture']}>
        <span className={styles['slot']} aria-hidden="true">
          <span className={styles['slip']}>
            <Icon name="check" plain />
          </span>
        </span>
        <p className={styles['reminder']}>{t('thanks.reminder')}</p>
      </div>
    </ScreenLayout>
  );
}
