/** How long the new roll is: the configured length, unless staff say otherwise. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../components/action-button.tsx';
import { QuestionDialog } from '../../components/question-dialog.tsx';
import { NumberStepper } from '../number-stepper.tsx';
import styles from './roll-question.module.css';

interface RollQuestionProps {
  readonly rollMetres: number;
  readonly onConfirm: (metres: number) => void;
  readonly onCancel: () => void;
}

/** As `printer.changeRoll` takes them. */
const leastMetres = 1;
const mostMetres = 300;
const stepMetres = 5;

export function RollQuestion({ rollMetres, onConfirm, onCancel }: RollQuestionProps) {
  const { t } = useTranslation();
  const [metres, setMetres] = useState(rollMetres);
  return (
    <QuestionDialog
      icon="printer"
      title={t('staff.roll.title')}
      onDismiss={onCancel}
      actions={
        <>
          <ActionButton onPress={onCancel} size="large">
            {t('staff.roll.cancel')}
          </ActionButton>
          <ActionButton onPress={() => onConfirm(metres)} size="large" variant="primary">
            {t('staff.roll.confirm')}
          </ActionButton>
        </>
      }
    >
      <p>{t('staff.roll.text')}</p>
      <div className={styles['metres']}>
        <NumberStepper
          label={t('staff.roll.metres')}
          shown={t('staff.roll.length', { metres })}
          value={metres}
          least={leastMetres}
          most={mostMetres}
          step={stepMetres}
          onChange={setMetres}
        />
      </div>
    </QuestionDialog>
  );
}
