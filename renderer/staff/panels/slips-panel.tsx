/** Several checklists at once, each so many times: for a pile beside the counter, or for a citizen who cannot use the screen. */
import { useEffect, useEffectEvent, useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../components/action-button.tsx';
import { ChoiceSwitch } from '../../components/choice-switch.tsx';
import { useKiosk } from '../../hooks/kiosk-context.ts';
import { toKioskError } from '../../hooks/use-answer.ts';
import { useLanguage } from '../../hooks/use-language.ts';
import { batchRequests, emptyBatch, mostCopies, slipBatchReducer } from '../../state/slip-batch.ts';
import { refusalKeys } from '../../wording/staff-words.ts';
import { ActionNotice } from '../action-notice.tsx';
import { NumberStepper } from '../number-stepper.tsx';
import { useStaffDesk } from '../staff-desk-context.ts';
import { type ActionReport, useStaffAction } from '../use-staff-action.ts';
import { BatchSlips } from './batch-slips.tsx';
import { ProcedureFinder } from './procedure-finder.tsx';
import styles from './slips-panel.module.css';

export function SlipsPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const desk = useStaffDesk();
  const { connection } = useKiosk();
  const [batch, send] = useReducer(slipBatchReducer, emptyBatch);
  const { isBusy, report, run } = useStaffAction(
    ({ code }) => t('staff.failed', { code }),
    () => undefined,
  );
  const requests = batchRequests(batch, language);

  const add = (code: string) => {
    run(async () => {
      try {
        const { procedure } = await connection.call('procedures.get', { code });
        send({ kind: 'add', procedure });
        return { tone: 'green', words: t('staff.slips.added', { title: procedure.shortTitle }) };
      } catch (cause) {
        const error = toKioskError(cause);
        if (error.code !== 'not-found') throw error;
        return { tone: 'red', words: t('staff.slips.noSuchCode', { code }) };
      }
    });
  };
  const addScanned = useEffectEvent(add);
  // A checklist's own bar code held before the reader is the quickest way to its procedure.
  useEffect(
    () =>
      connection.on('scan.received', (scan) => {
        if (scan.kind === 'procedure') addScanned(scan.code);
      }),
    [connection],
  );

  const print = async (): Promise<ActionReport> => {
    const answers = await desk.ask('printer.print', { slips: requests ?? [], copies: batch.copies });
    const refused = answers.find((answer) => answer.outcome === 'refused');
    if (refused?.outcome === 'refused') return { tone: 'red', words: t(refusalKeys[refused.reason]) };
    send({ kind: 'clear' });
    return { tone: 'green', words: t('staff.slips.queued', { count: answers.length }) };
  };

  return (
    <>
      <ProcedureFinder onChoose={add} />
      <ActionNotice report={report} />
      <BatchSlips
        slips={batch.slips}
        onRemove={(code) => send({ kind: 'remove', code })}
        onChooseCase={(code, caseId) => send({ kind: 'choose-case', code, caseId })}
      />
      <div className={styles['how']}>
        <NumberStepper
          label={t('staff.slips.copies')}
          shown={t('staff.slips.copyCount', { count: batch.copies })}
          value={batch.copies}
          least={1}
          most={mostCopies}
          onChange={(copies) => send({ kind: 'copies', copies })}
        />
        <ChoiceSwitch
          label={t('print.letters')}
          chosen={batch.large ? 'large' : 'normal'}
          onChoose={(size) => send({ kind: 'large', large: size === 'large' })}
          choices={[
            { id: 'normal', label: t('print.lettersNormal'), shown: t('print.lettersNormal') },
            { id: 'large', label: t('print.lettersLarge'), shown: t('print.lettersLarge') },
          ]}
        />
        <ActionButton
          icon="printer"
          variant="primary"
          size="large"
          isDisabled={isBusy || requests === null}
          onPress={() => run(print)}
        >
          {t('staff.slips.print')}
        </ActionButton>
      </div>
    </>
  );
}
