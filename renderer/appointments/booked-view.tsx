/** It is booked, or has another time: large on the screen whatever becomes of its slip. */
import type { Appointment } from '../../main/contract/appointments.ts';
import { ActionButton } from '../components/action-button.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useWording } from '../hooks/use-wording.ts';
import type { AppointmentNews } from '../state/screen.ts';
import { fullDayWords, timeSpanWords } from '../wording/appointment-words.ts';
import { clockWords } from '../wording/opening-words.ts';
import styles from './appointment-actions.module.css';
import { AppointmentCard } from './appointment-card.tsx';
import { AppointmentSlip, useAppointmentSlip } from './appointment-slip.tsx';
import view from './appointment-view.module.css';
import { BringList } from './bring-list.tsx';

interface BookedViewProps {
  readonly news: AppointmentNews;
  readonly appointment: Appointment;
}

export function BookedView({ news, appointment }: BookedViewProps) {
  const { t, language } = useWording();
  const { home, end } = useKiosk();
  const slip = useAppointmentSlip(appointment);
  const { service, checkInFromMs, checkInUntilMs } = appointment;
  // To go on now would call the slip off.
  const isWaiting = slip.state.kind === 'asking' || slip.state.kind === 'queued';
  const title = t(news.what === 'changed' ? 'appointment.changedTitle' : 'appointment.bookedTitle');
  const when = `${fullDayWords(appointment.day, language)}, ${timeSpanWords(appointment)}`;
  return (
    <ScreenLayout
      title={title}
      spokenTitle={t('appointment.spoken', { title, when })}
      footer={
        <div className={styles['buttons']}>
          <ActionButton onPress={home} size="large" icon="search" isDisabled={isWaiting}>
            {t('appointment.another')}
          </ActionButton>
          <ActionButton onPress={end} size="large" variant="primary" icon="check" isDisabled={isWaiting}>
            {t('appointment.done')}
          </ActionButton>
        </div>
      }
    >
      <div className={view['view']}>
        <AppointmentCard appointment={appointment} isAlive />
        <div className={view['beside']}>
          <AppointmentSlip slip={slip} appointmentCode={appointment.appointmentCode} />
          {news.what === 'changed' && <p>{t('appointment.takeOldSlip')}</p>}
          <p className={view['come']}>
            {t('appointment.comeText', { from: clockWords(checkInFromMs), until: clockWords(checkInUntilMs) })}
          </p>
          <BringList code={appointment.procedureCode} caseChoice={news.caseChoice} />
          {service.contact !== null && (
            <p className={view['contact']}>{t('appointment.cannotCome', { contact: service.contact })}</p>
          )}
        </div>
      </div>
    </ScreenLayout>
  );
}
