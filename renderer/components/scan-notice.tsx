/** What was held before the reader is no procedure of this kiosk: said kindly, without repeating what stood there. */
import { useTranslation } from 'react-i18next';
import { ActionButton } from './action-button.tsx';
import { QuestionDialog } from './question-dialog.tsx';

export function ScanNotice({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <QuestionDialog
      icon="information"
      title={t('scan.unknownTitle')}
      onDismiss={onClose}
      actions={
        <ActionButton onPress={onClose} size="large" variant="primary">
          {t('scan.ok')}
        </ActionButton>
      }
    >
      <p>{t('scan.unknownText')}</p>
    </QuestionDialog>
  );
}
