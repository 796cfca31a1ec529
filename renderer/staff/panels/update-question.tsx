/** Asks before another catalogue is shown, and says what that means. */
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../components/action-button.tsx';
import { QuestionDialog } from '../../components/question-dialog.tsx';

interface UpdateQuestionProps {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

export function UpdateQuestion({ title, text, confirm, onConfirm, onCancel }: UpdateQuestionProps) {
  const { t } = useTranslation();
  return (
    <QuestionDialog
      icon="information"
      title={title}
      onDismiss={onCancel}
      actions={
        <>
          <ActionButton onPress={onCancel} size="large">
            {t('staff.updates.cancel')}
          </ActionButton>
          <ActionButton onPress={onConfirm} size="large" variant="primary">
            {confirm}
          </ActionButton>
        </>
      }
    >
      <p>{text}</p>
    </QuestionDialog>
  );
}
