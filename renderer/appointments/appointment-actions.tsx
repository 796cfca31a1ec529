/** The buttons below an appointment: what its moment allows, the likeliest one large. */
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../main/contract/appointments.ts';
import { ActionButton } from '../components/action-button.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useLanguage } from '../hooks/use-language.ts';
import styles from './appointment-actions.module.css';
import type { AppointmentPhase } from './appointment-phase.ts';
import type { CheckIn } from './use-check-in.ts';

interface AppointmentActionsProps {
  readonly appointment: Appointment;
  readonly phase: AppointmentPhase;
  readonly isToday: boolean;
  readonly checkIn: CheckIn;
  readonly onGiveBack: () => void;
}

export function AppointmentActions(props: AppointmentActionsProps) {
  const { appointment, phase, isToday, checkIn, onGiveBack } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const { open, end } = useKiosk();
  const { appointmentCode, procedureCode, service } = appointment;
  const isBooked = phase === 'ahead' || phase === 'early' || phase === 'open' || phase === 'late';
  if (checkIn.isAsking) {
    return (
      <output className={styles['asking']}>
        <span>{t('appointment.checkingIn')}</span>
        <span className={styles['progress']} aria-hidden="true" />
      </output>
    );
  }
  return (
    <div className={styles['stacked']}>
      {phase === 'open' && (
        <ActionButton onPress={checkIn.ask} size="large" variant="primary" icon="ticket" fills>
          {t('appointment.checkIn')}
        </ActionButton>
      )}
      <div className={styles['buttons']}>
        {isBooked && (
          <ActionButton
            onPress={() => open({ kind: 'book', code: procedureCode, change: appointment })}
            size="large"
            variant={phase === 'late' ? 'primary' : 'secondary'}
            icon="calendar"
          >
            {t('appointment.changeTime')}
          </ActionButton>
        )}
        {isBooked && (
          <ActionButton onPress={onGiveBack} size="large" icon="close">
            {t('appointment.giveBack')}
          </ActionButton>
        )}
        {(phase === 'ahead' || phase === 'early') && (
          <ActionButton
            onPress={() => {
              const slip = { kind: 'appointment', appointmentCode } as const;
              open({ kind: 'print', slip, title: service.name[language] });
            }}
            size="large"
            icon="printer"
          >
            {t('appointment.print')}
          </ActionButton>
        )}
        {(phase === 'over' || phase === 'missed' || phase === 'given-back') && (
          <ActionButton onPress={() => open({ kind: 'book', code: procedureCode })} size="large" icon="calendar">
            {t('appointment.bookNew')}
          </ActionButton>
        )}
        {phase === 'checked-in' && isToday && (
          <ActionButton onPress={checkIn.ask} size="large" icon="ticket">
            {t('appointment.showNumber')}
          </ActionButton>
        )}
        {phase !== 'open' && phase !== 'late' && (
          <ActionButton onPress={end} size="large" variant="primary" icon="check">
            {t('appointment.done')}
          </ActionButton>
        )}
      </div>
    </div>
  );
}
