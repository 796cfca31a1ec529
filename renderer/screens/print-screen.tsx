/** A slip before, while and after it is printed; the printer's state is told before anybody presses. */
import { useEffect, useReducer, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlipRequest } from '../../main/contract/methods.ts';
import { ActionButton } from '../components/action-button.tsx';
import { PhoneCode } from '../components/phone-code.tsx';
import { PrintPanel } from '../components/print-panel.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { SlipPreview } from '../components/slip-preview.tsx';
import { useKiosk, useKioskState } from '../hooks/kiosk-context.ts';
import { usePrinterStatus } from '../hooks/use-printer-status.ts';
import { printReducer } from '../state/print-state.ts';
import type { Screen } from '../state/screen.ts';
import styles from './print-screen.module.css';

type PrintPlace = Extract<Screen, { kind: 'print' }>;

export function PrintScreen({ screen }: { readonly screen: PrintPlace }) {
  const { t } = useTranslation();
  const { connection, open, setBusy } = useKiosk();
  const state = useKioskState();
  const [job, send] = useReducer(printReducer, { kind: 'waiting' });
  const status = usePrinterStatus();
  const isHere = useRef(true);
  const request: SlipRequest = { ...screen.slip, language: state.language };
  const isPrinting = job.kind === 'printing';
  const isUnwell = status !== null && status.state !== 'ready' && status.state !== 'unknown';
  const needsOtherWay = job.kind === 'failed' || (isUnwell && !isPrinting);

  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  useEffect(() => {
    setBusy(isPrinting);
    return () => setBusy(false);
  }, [isPrinting, setBusy]);

  const print = async () => {
    send({ kind: 'pressed' });
    try {
      const outcome = await connection.call('printing.print', request);
      if (!isHere.current) return;
      if (outcome.outcome === 'printed') open({ kind: 'thanks' });
      else send({ kind: 'answered', outcome });
    } catch {
      // Nobody can tell whether paper came out: the citizen is asked.
      send({ kind: 'lost' });
    }
  };

  return (
    <ScreenLayout
      title={t('print.title')}
      lead={<p>{screen.title}</p>}
      footer={
        <div className={styles['footer']}>
          <PrintPanel
            job={job}
            status={status}
            onPrint={() => void print()}
            onHaveIt={() => open({ kind: 'thanks' })}
          />
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
      <SlipPreview request={request} />
    </ScreenLayout>
  );
}
