/** An appointment and what can be done with it now: check in, another time, give back; or what to do where it is too late. */
import { useState } from 'react';
import type { Appointment } from '../../main/contract/appointments.ts';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useNow } from '../hooks/use-now.ts';
import { useWording } from '../hooks/use-wording.ts';
import type { AppointmentNews } from '../state/screen.ts';
import { fullDayWords, timeSpanWords } from '../wording/appointment-words.ts';
import { todayInVietnam } from '../wording/date-words.ts';
import { AppointmentActions } from './appointment-actions.tsx';
import { AppointmentCard } from './appointment-card.tsx';
import { appointmentPhase } from './appointment-phase.ts';
import styles from './appointment-view.module.css';
import { BringList } from './bring-list.tsx';
import { CheckInRefusalDialog } from './check-in-refusal.tsx';
import { GiveBack } from './give-back.tsx';
import { OtherWays } from './other-ways.tsx';
import { PhaseNotice } from './phase-notice.tsx';
import { useCheckIn } from './use-check-in.ts';

export function AppointmentView({ appointment }: { readonly appointment: Appointment }) {
  const { t, language } = useWording();
  const { amend, open } = useKiosk();
  const nowMs = useNow();
  const [asksGiveBack, setAsksGiveBack] = useState(false);
  const { appointmentCode, procedureCode, service } = appointment;
  const today = todayInVietnam(nowMs);
  const phase = appointmentPhase(appointment, nowMs, today);
  const isAhead = phase === 'ahead' || phase === 'early';
  const isAlive = isAhead || phase === 'open' || phase === 'checked-in';
  const tell = (what: AppointmentNews['what'], told: Appointment) =>
    amend({ kind: 'appointment', appointmentCode, news: { what, appointment: told } });
  const checkIn = useCheckIn({
    appointmentCode,
    onNumber: (ticket, givenBefore, told) => {
      tell('told', told);
      const arrival = phase === 'checked-in' ? 'shown' : 'new';
      open({ kind: 'ticket', ticket, checklist: null, arrival, givenBefore });
    },
  });
  const dismiss = () => {
    const { refusal } = checkIn;
    checkIn.dismiss();
    // How it stands at the portal counts, not how the page reckoned.
    if (refusal !== null && 'appointment' in refusal) tell('told', refusal.appointment);
  };
  const when = `${fullDayWords(appointment.day, language)}, ${timeSpanWords(appointment)}`;
  const title = t(phase === 'given-back' ? 'appointment.givenBackTitle' : 'appointment.title');
  return (
    <ScreenLayout
      title={title}
      spokenTitle={t('appointment.spoken', { title, when })}
      footer={
        <AppointmentActions
          appointment={appointment}
          phase={phase}
          isToday={appointment.day === today}
          checkIn={checkIn}
          onGiveBack={() => setAsksGiveBack(true)}
        />
      }
    >
      <div className={styles['view']}>
        <AppointmentCard appointment={appointment} isAlive={isAlive} />
        <div className={styles['beside']}>
          <PhaseNotice appointment={appointment} phase={phase} />
          {isAhead && <BringList code={procedureCode} caseChoice={undefined} />}
          {(phase === 'late' || phase === 'over' || phase === 'missed') && (
            <OtherWays code={procedureCode} contact={service.contact} />
          )}
          {isAhead && service.contact !== null && (
            <p className={styles['contact']}>{t('appointment.cannotCome', { contact: service.contact })}</p>
          )}
        </div>
      </div>
      {asksGiveBack && (
        <GiveBack
          appointment={appointment}
          onTold={(what, told) => {
            setAsksGiveBack(false);
            if (told === null) amend({ kind: 'appointment', appointmentCode });
            else tell(what, told);
          }}
          onKeep={() => setAsksGiveBack(false)}
        />
      )}
      <CheckInRefusalDialog checkIn={checkIn} place={service.place.name} onDismiss={dismiss} />
    </ScreenLayout>
  );
}
