/** Where a person helps, over a page that must stay as it is. */
import { useTranslation } from 'react-i18next';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { ActionButton } from './action-button.tsx';
import { QuestionDialog } from './question-dialog.tsx';

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { office } = useKiosk().description;
  return (
    <QuestionDialog
      icon="help"
      title={office.helpDesk}
      titleLang="vi"
      onDismiss={onClose}
      actions={
        <ActionButton onPress={onClose} size="large" variant="primary">
          {t('shell.close')}
        </ActionButton>
      }
    >
      <p>{t('help.text')}</p>
    </QuestionDialog>
  );
}
