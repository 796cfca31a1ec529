/** The one button that books, or asks again with the same key. */
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../components/action-button.tsx';
import styles from './appointment-actions.module.css';
import { isDoubtful, type WishState } from './wish-state.ts';

interface ConfirmActionsProps {
  readonly state: WishState;
  readonly isChange: boolean;
  readonly onAsk: () => void;
  readonly onOtherTime: () => void;
}

export function ConfirmActions({ state, isChange, onAsk, onOtherTime }: ConfirmActionsProps) {
  const { t } = useTranslation();
  const isAsking = state.kind === 'asking';
  if (isAsking) {
    return (
      <output className={styles['asking']}>
        <span>{t(isChange ? 'appointment.changing' : 'appointment.booking')}</span>
        <span className={styles['progress']} aria-hidden="true" />
      </output>
    );
  }
  const isAgain = isDoubtful(state) || state.kind === 'unreachable' || state.kind === 'failed';
  return (
    <div className={styles['buttons']}>
      {!isDoubtful(state) && (
        <ActionButton onPress={onOtherTime} size="large" icon="clock">
          {t('appointment.otherTime')}
        </ActionButton>
      )}
      <ActionButton onPress={onAsk} size="large" variant="primary" icon={isAgain ? 'more' : 'check'}>
        {label()}
      </ActionButton>
    </div>
  );

  function label(): string {
    if (isDoubtful(state)) return t('appointment.askAgain');
    if (isAgain) return t('failure.retry');
    return t(isChange ? 'appointment.change' : 'appointment.book');
  }
}
