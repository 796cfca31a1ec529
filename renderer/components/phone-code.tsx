/** When no paper comes out: the same page on the citizen's own phone. */
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../hooks/use-answer.ts';
import styles from './phone-code.module.css';
import { QrCode } from './qr-code.tsx';

/** Draws nothing where the procedure cannot be asked for: the words beside it still stand. */
export function PhoneCode({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const answer = useAnswer('procedures.get', { code });
  if (answer.kind !== 'ready') return null;
  return (
    <div className={styles['phone']}>
      <QrCode text={answer.value.portalUrl} label={t('procedure.portal')} />
      <div>
        <h2 className={styles['title']}>{t('print.phone')}</h2>
        <p>{t('procedure.portalText')}</p>
      </div>
    </div>
  );
}
