/** "Ông/bà còn xem không?": asked before a citizen's page is thrown away, with time enough to answer. */
import { useTranslation } from 'react-i18next';
import { ActionButton } from './action-button.tsx';
import { QuestionDialog } from './question-dialog.tsx';

interface IdleQuestionProps {
  readonly secondsLeft: number;
  readonly onProlong: () => void;
  readonly onDone: () => void;
}

export function IdleQuestion({ secondsLeft, onProlong, onDone }: IdleQuestionProps) {
  const { t } = useTranslation();
  return (
    <QuestionDialog
      icon="clock"
      title={t('idle.title')}
      onDismiss={onProlong}
      actions={
        <>
          <ActionButton onPress={onDone} size="large">
            {t('idle.done')}
          </ActionButton>
          <ActionButton onPress={onProlong} size="large" variant="primary">
            {t('idle.reading')}
          </ActionButton>
        </>
      }
    >
      {/* A timer is not read at each second; the title and this sentence are read when the question opens. */}
      <p role="timer">{t('idle.text', { count: secondsLeft })}</p>
    </QuestionDialog>
  );
}
