/** The words and the button for each state of the slip. */
import { useTranslation } from 'react-i18next';
import type { PrinterStatus } from '../../main/contract/kiosk.ts';
import type { PrintState } from '../state/print-state.ts';
import { ActionButton } from './action-button.tsx';
import { Icon } from './icon.tsx';
import styles from './print-panel.module.css';

const statusKeys = {
  ready: 'print.printerReady',
  'paper-out': 'print.printerPaperOut',
  'cover-open': 'print.printerCoverOpen',
  error: 'print.printerError',
  unreachable: 'print.printerUnreachable',
  unknown: 'print.printerUnknown',
  none: 'print.printerNone',
} as const;

const failureKeys = {
  'no-printer': 'print.failedNoPrinter',
  unreachable: 'print.failedUnreachable',
  'paper-out': 'print.failedPaperOut',
  'cover-open': 'print.failedCoverOpen',
  error: 'print.failedError',
  timeout: 'print.failedTimeout',
  busy: 'print.failedBusy',
} as const;

interface PrintPanelProps {
  readonly job: PrintState;
  /** Null while the printer has not been asked. */
  readonly status: PrinterStatus | null;
  readonly onPrint: () => void;
  readonly onHaveIt: () => void;
}

export function PrintPanel({ job, status, onPrint, onHaveIt }: PrintPanelProps) {
  const { t } = useTranslation();
  if (job.kind === 'printing') {
    return (
      <div className={styles['panel']} aria-live="polite">
        <Icon name="printer" />
        <div className={styles['words']}>
          <p className={styles['title']}>{t('print.printing')}</p>
          <p>{t('print.printingHint')}</p>
          <div className={styles['progress']} aria-hidden="true" />
        </div>
      </div>
    );
  }
  if (job.kind === 'unknown') {
    return (
      <div className={styles['panel']} role="alert">
        <Icon name="information" />
        <div className={styles['words']}>
          <p className={styles['title']}>{t('print.unknownTitle')}</p>
          <p>{t('print.unknownText')}</p>
        </div>
        <div className={styles['actions']}>
          <ActionButton onPress={onPrint}>{t('print.unknownNo')}</ActionButton>
          <ActionButton onPress={onHaveIt} variant="primary">
            {t('print.unknownYes')}
          </ActionButton>
        </div>
      </div>
    );
  }
  if (job.kind === 'failed') {
    return (
      <div className={styles['panel']} role="alert">
        <Icon name="warning" />
        <div className={styles['words']}>
          <p className={styles['title']}>{t('print.failedTitle')}</p>
          <p>{t(failureKeys[job.reason])}</p>
        </div>
        {job.reason !== 'no-printer' && (
          <ActionButton onPress={onPrint} variant="primary" size="large">
            {t('failure.retry')}
          </ActionButton>
        )}
      </div>
    );
  }
  return <ReadyPanel status={status} onPrint={onPrint} />;
}

function ReadyPanel({ status, onPrint }: Pick<PrintPanelProps, 'status' | 'onPrint'>) {
  const { t } = useTranslation();
  const state = status?.state ?? 'unknown';
  const isWell = state === 'ready' || state === 'unknown';
  const words = state === 'ready' && status?.paperNearEnd === true ? 'print.printerNearEnd' : statusKeys[state];
  return (
    <div className={styles['panel']}>
      <output className={styles[isWell ? 'well' : 'unwell']}>
        <Icon name={isWell ? 'printer' : 'warning'} />
        {status !== null && t(words)}
      </output>
      <ActionButton onPress={onPrint} variant="primary" size="large" icon="printer" isDisabled={state === 'none'}>
        {t('print.print')}
      </ActionButton>
    </div>
  );
}
