/** The PIN, typed with big keys and shown as dots; says what the core says to it. */
import { useEffect, useReducer } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { StaffEntry } from '../../main/contract/staff-session.ts';
import { ActionButton } from '../components/action-button.tsx';
import { classNames } from '../components/class-names.ts';
import { Icon } from '../components/icon.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { toKioskError } from '../hooks/use-answer.ts';
import { emptyEntry, isSendable, longestPin, pinEntryReducer, takesKeys } from '../state/pin-entry.ts';
import styles from './pin-pad.module.css';
import { PinRefusalNotice } from './pin-refusal-notice.tsx';

interface PinPadProps {
  readonly onOpen: (entry: Extract<StaffEntry, { outcome: 'open' }>) => void;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

export function PinPad({ onOpen }: PinPadProps) {
  const { t } = useTranslation();
  const { connection } = useKiosk();
  const [entry, send] = useReducer(pinEntryReducer, emptyEntry);
  const isShut = !takesKeys(entry);

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

  // A keypad that happens to be there; staff need none.
  useEffect(() => {
    const type = (event: KeyboardEvent) => {
      if (/^\d$/u.test(event.key)) send({ kind: 'digit', digit: event.key });
      else if (event.key === 'Backspace') send({ kind: 'backspace' });
    };
    window.addEventListener('keydown', type);
    return () => window.removeEventListener('keydown', type);
  }, []);

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
        <fieldset className={styles['keys']} aria-label={t('staff.pin.keys')}>
          {digits.map((digit) => (
            <Button
              key={digit}
              className={styles['key'] ?? ''}
              isDisabled={isShut}
              onPress={() => send({ kind: 'digit', digit })}
            >
              {digit}
            </Button>
          ))}
          <Button
            className={classNames(styles['key'], styles['backspace'])}
            isDisabled={isShut}
            onPress={() => send({ kind: 'backspace' })}
            aria-label={t('staff.pin.backspace')}
          >
            <Icon name="back" plain />
          </Button>
          <div className={styles['enter']}>
            <ActionButton
              onPress={() => void check()}
              variant="primary"
              size="large"
              fills
              isDisabled={!isSendable(entry)}
            >
              {t('staff.pin.enter')}
            </ActionButton>
          </div>
        </fieldset>
      </div>
    </ScreenLayout>
  );
}
