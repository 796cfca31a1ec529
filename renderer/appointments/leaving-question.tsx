/** While nobody knows what became of a wish, leaving is asked about first. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../components/action-button.tsx';
import { QuestionDialog } from '../components/question-dialog.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';

interface LeavingQuestionProps {
  readonly isGuarded: boolean;
  /** What may happen to the wish. */
  readonly text: string;
}

export function LeavingQuestion({ isGuarded, text }: LeavingQuestionProps) {
  const { t } = useTranslation();
  const { guardLeaving } = useKiosk();
  const [way, setWay] = useState<(() => void) | null>(null);

  useEffect(() => {
    if (!isGuarded) return undefined;
    guardLeaving((next) => setWay(() => next));
    return () => guardLeaving(null);
  }, [guardLeaving, isGuarded]);

  if (way === null || !isGuarded) return null;
  return (
    <QuestionDialog
      icon="warning"
      title={t('appointment.leaveTitle')}
      onDismiss={() => setWay(null)}
      actions={
        <>
          <ActionButton onPress={way} size="large">
            {t('appointment.leave')}
          </ActionButton>
          <ActionButton onPress={() => setWay(null)} size="large" variant="primary">
            {t('appointment.stay')}
          </ActionButton>
        </>
      }
    >
      <p>{text}</p>
    </QuestionDialog>
  );
}
