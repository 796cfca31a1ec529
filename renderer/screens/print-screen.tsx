/** A slip before, while and after it is printed; the printer's state is told before anybody presses. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlipRequest } from '../../main/contract/printing.ts';
import { ActionButton } from '../components/action-button.tsx';
import { ChoiceSwitch } from '../components/choice-switch.tsx';
import { PausedActions, PausedWords } from '../components/paused-slip.tsx';
import { PhoneCode } from '../components/phone-code.tsx';
import { PrintPanel } from '../components/print-panel.tsx';
import { PrintedSlip } from '../components/printed-slip.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { SlipPreview } from '../components/slip-preview.tsx';
import { useKiosk, useKioskState } from '../hooks/kiosk-context.ts';
import { usePrintTask } from '../hooks/use-print-task.ts';
import { usePrinterStatus } from '../hooks/use-printer-status.ts';
import { createPrintTask } from '../printing/print-task.ts';
import type { Screen } from '../state/screen.ts';
import { mayPrint } from '../wording/print-words.ts';
import styles from './print-screen.module.css';

type PrintPlace = Extract<Screen, { kind: 'print' }>;

export function PrintScreen({ screen }: { readonly screen: PrintPlace }) {
  const { t } = useTranslation();
  const { amend, connection, open } = useKiosk();
  const { language, textSize } = useKioskState();
  const [task] = useState(() => createPrintTask(connection));
  const state = usePrintTask(task);
  const status = usePrinterStatus();
  const large = screen.large ?? textSize !== 'normal';
  const request: SlipRequest = { ...screen.slip, language, large };
  const isPrinted = state.kind === 'printed';
  const needsOtherWay =
    state.kind === 'failed' || state.kind === 'denied' || (state.kind === 'idle' && !mayPrint(status));

  // Whoever printed a slip of a dossier may want another one of it.
  const staysOpen = screen.slip.kind === 'dossier';

  useEffect(() => {
    if (isPrinted && !staysOpen) open({ kind: 'thanks' });
  }, [isPrinted, staysOpen, open]);

  if (state.kind === 'paused') {
    return (
      <ScreenLayout
        title={t('print.title')}
        lead={<p>{screen.title}</p>}
        footer={
          <div className={styles['paused']}>
            <PausedActions onStop={() => task.cancel()} />
          </div>
        }
      >
        <PausedWords reason={state.reason} />
      </ScreenLayout>
    );
  }
  return (
    <ScreenLayout
      title={t('print.title')}
      lead={<p>{screen.title}</p>}
      footer={
        <div className={styles['footer']}>
          {isPrinted && staysOpen ? (
            <PrintedSlip backLabel={t('dossier.backToDossier')} />
          ) : (
            <PrintPanel
              state={state}
              status={status}
              printLabel={t('print.print')}
              onPrint={() => task.print(request)}
              onStop={() => task.cancel()}
              onConfirm={(cameOut) => task.confirm(cameOut)}
            />
          )}
        </div>
      }
    >
      {needsOtherWay && (
        <div className={styles['other']}>
          {screen.slip.kind === 'checklist' && <PhoneCode code={screen.slip.code} />}
          <ActionButton onPress={() => open({ kind: 'help' })} icon="help" size="large" fills>
            {t('home.help')}
          </ActionButton>
        </div>
      )}
      <div className={styles['letters']}>
        <span>{t('print.letters')}</span>
        <ChoiceSwitch
          label={t('print.letters')}
          chosen={large ? 'large' : 'normal'}
          onChoose={(id) => amend({ ...screen, large: id === 'large' })}
          choices={[
            { id: 'normal', label: t('print.lettersNormal'), shown: t('print.lettersNormal') },
            { id: 'large', label: t('print.lettersLarge'), shown: t('print.lettersLarge') },
          ]}
        />
      </div>
      <SlipPreview request={request} />
    </ScreenLayout>
  );
}
