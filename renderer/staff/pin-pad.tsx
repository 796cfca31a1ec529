/** The PIN, typed with big keys and shown as dots; says what the core says to it. */
import { useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffEntry } from '../../main/contract/staff-session.ts';
import { ActionButton } from '../components/action-button.tsx';
import { classNames } from '../components/class-names.ts';
import { DigitKeys } from '../components/digit-keys.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { toKioskError } from '../hooks/use-answer.ts';
import { emptyEntry, isSendable, longestPin, pinEntryReducer, takesKeys } from '../state/pin-entry.ts';
import styles from './pin-pad.module.css';
import { PinRefusalNotice } from './pin-refusal-notice.tsx';

interface PinPadProps {
  readonly onOpen: (entry: Extract<StaffEntry, { outcome: 'open' }>) => void;
}

export function PinPad({ onOpen }: PinPadProps) {
  const { t } = useTranslation();
  const { connection } = useKiosk();
  const [entry, send] = useReducer(pinEntryReducer, emptyEntry);

  const check = async () => {
    send({ kind: 'sent' });
    try {
      const answer = await connection.call('staff.enter', { pin: entry.digits });
      if (answer.outcome === 'open') onOpen(answer);
      else send({ kind: 'refused', refusal: answer });
    } catch (cause) {
      send({ kind: 'refused', refusal: { outcome: 'failed', code: toKioskError(cause).code } });
    }
  };

  return (
    <ScreenLayout title={t('staff.pin.title')} lead={<p>{t('staff.pin.text')}</p>}>
      <div className={styles['pad']}>
        <output className={styles['dots']} aria-label={t('staff.pin.typed', { count: entry.digits.length })}>
          {Array.from({ length: longestPin }, (_none, index) => (
            <span key={index} className={classNames(styles['dot'], index < entry.digits.length && styles['full'])} />
          ))}
        </output>
        <div className={styles['said']}>
          {entry.isChecking && <p className={styles['checking']}>{t('staff.pin.checking')}</p>}
          {entry.refusal !== null && (
            <PinRefusalNotice refusal={entry.refusal} onPauseOver={() => send({ kind: 'pause-over' })} />
          )}
        </div>
        <div className={styles['keys']}>
          <DigitKeys
            label={t('staff.pin.keys')}
            backspaceLabel={t('staff.pin.backspace')}
            isShut={!takesKeys(entry)}
            onKey={send}
          >
            <ActionButton
              onPress={() => void check()}
              variant="primary"
              size="large"
              fills
              isDisabled={!isSendable(entry)}
            >
              {t('staff.pin.enter')}
            </ActionButton>
          </DigitKeys>
        </div>
      </div>
    </ScreenLayout>
  );
}
