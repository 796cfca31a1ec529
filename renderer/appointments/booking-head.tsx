/** What is booked, how far it has come and what was chosen: above each step of booking. */
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon.tsx';
import { useLanguage } from '../hooks/use-language.ts';
import { useProcedureTitle } from '../hooks/use-procedure-title.ts';
import { shortDateWords, timeSpanWords, weekdayWords } from '../wording/appointment-words.ts';
import styles from './booking-head.module.css';
import { type Booking, chosenSoFar, stepOf, stepsOf } from './booking-steps.ts';
import { holderWords } from './holder-words.ts';

const stepKeys = {
  day: 'appointment.stepDay',
  time: 'appointment.stepTime',
  who: 'appointment.stepWho',
  confirm: 'appointment.stepConfirm',
} as const;

export function BookingHead({ booking }: { readonly booking: Booking }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const procedure = useProcedureTitle(booking.code);
  const steps = stepsOf(booking);
  const at = steps.indexOf(stepOf(booking).at);
  // Where everything stands below in full, the steps are named only.
  const { day, from, until, holder }: ReturnType<typeof chosenSoFar> =
    stepOf(booking).at === 'confirm' ? {} : chosenSoFar(booking);
  const chosen = {
    day: day === undefined ? null : `${weekdayWords(day, language)} ${shortDateWords(day, language)}`,
    time: from === undefined || until === undefined ? null : timeSpanWords({ from, until }),
    who: holder === undefined || holder === null ? null : holderWords(holder, t),
    confirm: null,
  };
  return (
    <div className={styles['head']}>
      <p lang={procedure?.lang}>{procedure?.title ?? ''}</p>
      <ol className={styles['steps']} aria-label={t('appointment.steps')}>
        {steps.map((step, index) => (
          <li
            key={step}
            className={styles[index < at ? 'done' : index === at ? 'present' : 'coming']}
            aria-current={index === at ? 'step' : undefined}
          >
            {index < at ? <Icon name="check" plain /> : <span className={styles['number']}>{index + 1}</span>}
            <span className={styles['words']}>{chosen[step] ?? t(stepKeys[step])}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
