/** The words and the buttons for each state of a slip. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrinterStatus } from '../../main/contract/kiosk.ts';
import type { PrintState } from '../state/print-state.ts';
import { failureKeysOf, mayPrint, statusKey, unknownKey } from '../wording/print-words.ts';
import { ActionButton } from './action-button.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-drawings.tsx';
import { PausedActions, PausedWords } from './paused-slip.tsx';
import styles from './print-panel.module.css';

interface PrintPanelProps {
  readonly state: PrintState;
  /** Null while the printer has not been asked. */
  readonly status: PrinterStatus | null;
  /** Words on the button that prints for the first time. */
  readonly printLabel: string;
  /** Words once it is printed; those of a number's slip where none are given. */
  readonly printedText?: string;
  readonly onPrint: () => void;
  readonly onStop: () => void;
  readonly onConfirm: (cameOut: boolean) => void;
}

export function PrintPanel(props: PrintPanelProps) {
  const { state, status, onPrint, onConfirm } = props;
  const { t } = useTranslation();
  switch (state.kind) {
    case 'asking':
    case 'queued':
    case 'sending':
      return (
        <Panel icon="printer" title={t('print.printing')} words={t('print.printingHint')}>
          <div className={styles['progress']} aria-hidden="true" />
        </Panel>
      );
    case 'paused':
      return (
        <div className={styles['stacked']}>
          <PausedWords reason={state.reason} isCompact />
          <div className={styles['actions']}>
            <PausedActions onStop={props.onStop} />
          </div>
        </div>
      );
    case 'printed':
      return <Panel icon="check" title={t('print.printed')} words={props.printedText ?? t('ticket.takeSlip')} />;
    case 'unknown':
      return (
        <Panel icon="information" title={t('print.unknownTitle')} words={t(unknownKey(state.reason))} isAlert>
          <ActionButton onPress={() => onConfirm(false)}>{t('print.unknownNo')}</ActionButton>
          <ActionButton onPress={() => onConfirm(true)} variant="primary">
            {t('print.unknownYes')}
          </ActionButton>
        </Panel>
      );
    case 'denied':
      return (
        <Panel icon="information" title={t('print.deniedTitle')} words={t('print.deniedText')} isAlert>
          <AgainButton status={status} onPrint={onPrint} />
        </Panel>
      );
    case 'failed': {
      const keys = failureKeysOf(state.reason);
      const icon = state.reason === 'cancelled' ? 'information' : 'warning';
      return (
        <Panel icon={icon} title={t(keys.title)} words={t(keys.words)} isAlert>
          {state.reason !== 'no-printer' && <AgainButton status={status} onPrint={onPrint} />}
        </Panel>
      );
    }
    case 'idle':
      break;
  }
  return <ReadyPanel {...props} />;
}

interface PanelProps {
  readonly icon: IconName;
  readonly title: string;
  readonly words: string;
  /** Read aloud at once; else when there is a pause. */
  readonly isAlert?: boolean;
  /** Buttons, or what moves while paper comes out. */
  readonly children?: ReactNode;
}

function Panel({ icon, title, words, isAlert = false, children }: PanelProps) {
  return (
    <div className={styles['panel']}>
      <Icon name={icon} />
      <div className={styles['words']} role={isAlert ? 'alert' : 'status'}>
        <p className={styles['title']}>{title}</p>
        <p>{words}</p>
      </div>
      {children !== undefined && <div className={styles['actions']}>{children}</div>}
    </div>
  );
}

function AgainButton({ status, onPrint }: Pick<PrintPanelProps, 'status' | 'onPrint'>) {
  const { t } = useTranslation();
  return (
    <ActionButton onPress={onPrint} variant="primary" size="large" icon="printer" isDisabled={!mayPrint(status)}>
      {t('print.again')}
    </ActionButton>
  );
}

function ReadyPanel({ status, printLabel, onPrint }: PrintPanelProps) {
  const { t } = useTranslation();
  const isWell = mayPrint(status);
  return (
    <div className={styles['panel']}>
      <output className={styles[isWell ? 'well' : 'unwell']}>
        <Icon name={isWell ? 'printer' : 'warning'} />
        {status !== null && t(statusKey(status))}
      </output>
      <ActionButton onPress={onPrint} variant="primary" size="large" icon="printer" isDisabled={!isWell}>
        {printLabel}
      </ActionButton>
    </div>
  );
}
