/** What staff do to the printer: try it, empty it, tell that a new roll is in. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KioskError } from '../../../main/contract/error.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { refusalKeys } from '../../wording/staff-words.ts';
import { ActionNotice } from '../action-notice.tsx';
import { useStaffDesk } from '../staff-desk-context.ts';
import { type ActionReport, useStaffAction } from '../use-staff-action.ts';
import styles from './printer-actions.module.css';
import { RollQuestion } from './roll-question.tsx';

interface PrinterActionsProps {
  /** Length of a new roll, as configured. */
  readonly rollMetres: number;
  readonly onSettled: () => void;
}

export function PrinterActions({ rollMetres, onSettled }: PrinterActionsProps) {
  const { t } = useTranslation();
  const desk = useStaffDesk();
  const [isAsking, setAsking] = useState(false);
  const failureWords = ({ code }: KioskError) =>
    code === 'unavailable' ? t('staff.printer.unavailable') : t('staff.failed', { code });
  const { isBusy, report, run } = useStaffAction(failureWords, onSettled);

  const test = async (): Promise<ActionReport> => {
    const answer = await desk.ask('printer.test', {});
    return answer.outcome === 'accepted'
      ? { tone: 'green', words: t('staff.printer.testQueued', { job: answer.job.job }) }
      : { tone: 'red', words: t(refusalKeys[answer.reason]) };
  };
  const clear = async (): Promise<ActionReport> => {
    const { outcome } = await desk.ask('printer.clear', {});
    return outcome === 'confirmed'
      ? { tone: 'green', words: t('staff.printer.cleared') }
      : { tone: 'gold', words: t('staff.printer.clearSent') };
  };
  const changeRoll = (metres: number) => async (): Promise<ActionReport> => {
    await desk.ask('printer.changeRoll', { metres: metres === rollMetres ? null : metres });
    return { tone: 'green', words: t('staff.printer.rollNoted') };
  };

  return (
    <>
      <div className={styles['actions']}>
        <ActionButton icon="printer" isDisabled={isBusy} onPress={() => run(test)}>
          {t('staff.printer.test')}
        </ActionButton>
        <ActionButton icon="close" isDisabled={isBusy} onPress={() => run(clear)}>
          {t('staff.printer.clear')}
        </ActionButton>
        <ActionButton icon="check" isDisabled={isBusy} onPress={() => setAsking(true)}>
          {t('staff.printer.changeRoll')}
        </ActionButton>
      </div>
      <ActionNotice report={report} />
      {isAsking && (
        <RollQuestion
          rollMetres={rollMetres}
          onCancel={() => setAsking(false)}
          onConfirm={(metres) => {
            setAsking(false);
            run(changeRoll(metres));
          }}
        />
      )}
    </>
  );
}
