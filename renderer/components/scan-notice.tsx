/** What a scan is good for where it leads nowhere by itself: said kindly, without repeating what stood there. */
import { useTranslation } from 'react-i18next';
import { useKiosk } from '../hooks/kiosk-context.ts';
import type { ScanWord } from '../scanning/scan-routing.ts';
import { ActionButton } from './action-button.tsx';
import { QuestionDialog } from './question-dialog.tsx';

interface ScanNoticeProps {
  readonly word: ScanWord;
  readonly onClose: () => void;
}

export function ScanNotice({ word, onClose }: ScanNoticeProps) {
  const { t } = useTranslation();
  const { open } = useKiosk();
  const lead = (dossierCode: string | null) => {
    onClose();
    open({ kind: 'dossier', dossierCode });
  };
  const ok = (
    <ActionButton onPress={onClose} size="large" variant="primary">
      {t('scan.ok')}
    </ActionButton>
  );
  switch (word.kind) {
    case 'card':
      return (
        <QuestionDialog
          icon="identity-card"
          title={t('scan.cardTitle')}
          onDismiss={onClose}
          actions={
            <>
              <ActionButton onPress={() => lead(null)} size="large">
                {t('scan.toDossiers')}
              </ActionButton>
              {ok}
            </>
          }
        >
          <p>{t('scan.cardNumber', { number: word.card.maskedNumber })}</p>
          <p>{t('scan.cardText')}</p>
        </QuestionDialog>
      );
    case 'payment': {
      const { dossierCode } = word;
      return (
        <QuestionDialog
          icon="phone"
          title={t('scan.paymentTitle')}
          onDismiss={onClose}
          actions={
            <>
              {dossierCode !== null && (
                <ActionButton onPress={() => lead(dossierCode)} size="large">
                  {t('scan.toDossier')}
                </ActionButton>
              )}
              {ok}
            </>
          }
        >
          <p>{t('scan.paymentText')}</p>
          {dossierCode !== null && <p>{t('scan.paymentDossier', { code: dossierCode })}</p>}
        </QuestionDialog>
      );
    }
    case 'unknown':
      break;
  }
  return (
    <QuestionDialog icon="information" title={t('scan.unknownTitle')} onDismiss={onClose} actions={ok}>
      <p>{t('scan.unknownText')}</p>
    </QuestionDialog>
  );
}
