/** An appointment as large as it can be: what for, day, time, place and code. */
import type { Appointment } from '../../main/contract/appointments.ts';
import { useProcedureTitle } from '../hooks/use-procedure-title.ts';
import { useWording } from '../hooks/use-wording.ts';
import { nearDayWords, shortDateWords, timeSpanWords, weekdayWords } from '../wording/appointment-words.ts';
import styles from './appointment-card.module.css';

interface AppointmentCardProps {
  readonly appointment: Appointment;
  /** It still holds; one that does not is drawn in quiet colours. */
  readonly isAlive: boolean;
}

export function AppointmentCard({ appointment, isAlive }: AppointmentCardProps) {
  const { t, language, today } = useWording();
  const { day, service, appointmentCode, procedureCode } = appointment;
  const procedure = useProcedureTitle(procedureCode);
  const { name, address, counter } = service.place;
  const near = nearDayWords(day, today, t);
  const weekday = weekdayWords(day, language);
  return (
    <div className={styles[isAlive ? 'card' : 'gone']}>
      {/* The service where the catalogue does not hold the procedure. */}
      <p className={styles['service']} lang={procedure?.lang}>
        {procedure?.title ?? service.name[language]}
      </p>
      <p className={styles['day']}>
        {near === null ? weekday : `${near}, ${language === 'vi' ? weekday.toLocaleLowerCase('vi') : weekday}`}{' '}
        <span className={styles['date']}>{shortDateWords(day, language)}</span>
      </p>
      <p className={styles['time']}>{timeSpanWords(appointment)}</p>
      <div className={styles['place']} lang="vi">
        {counter !== null && <p className={styles['counter']}>{counter}</p>}
        <p>{name}</p>
        {address !== null && <p className={styles['address']}>{address}</p>}
      </div>
      <p className={styles['code']}>{t('appointment.code', { code: appointmentCode })}</p>
    </div>
  );
}
