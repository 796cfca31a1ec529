/** A call that failed, said kindly, with the code that staff need in small letters. */
import { useTranslation } from 'react-i18next';
import type { KioskError } from '../../main/contract/error.ts';
import { ActionButton } from './action-button.tsx';
import styles from './failure-notice.module.css';
import { Notice } from './notice.tsx';

interface FailureNoticeProps {
  readonly error: KioskError;
  readonly retry: () => void;
}

export function FailureNotice({ error, retry }: FailureNoticeProps) {
  const { t } = useTranslation();
  const isMissing = error.code === 'not-found';
  return (
    <Notice tone="gold" icon="warning" isLive title={isMissing ? t('failure.notFoundTitle') : t('failure.title')}>
      <p>{isMissing ? t('failure.notFoundText') : t('failure.text')}</p>
      <div className={styles['end']}>
        {!isMissing && <ActionButton onPress={retry}>{t('failure.retry')}</ActionButton>}
        <p className={styles['code']}>{t('failure.staffCode', { code: error.code })}</p>
      </div>
    </Notice>
  );
}
