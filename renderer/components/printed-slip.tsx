/** A slip that belongs to something still open has come out: take it, and go back to what it is of, or be done. */
import { useTranslation } from 'react-i18next';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { ActionButton } from './action-button.tsx';
import { Notice } from './notice.tsx';
import styles from './printed-slip.module.css';

export function PrintedSlip({ backLabel }: { readonly backLabel: string }) {
  const { t } = useTranslation();
  const { back, end } = useKiosk();
  return (
    <div className={styles['printed']}>
      <Notice tone="green" icon="check" title={t('print.printed')} isLive>
        <p>{t('thanks.text')}</p>
      </Notice>
      <div className={styles['ways']}>
        <ActionButton onPress={back} icon="back" size="large">
          {backLabel}
        </ActionButton>
        <ActionButton onPress={end} icon="check" size="large" variant="primary">
          {t('thanks.done')}
        </ActionButton>
      </div>
    </div>
  );
}
