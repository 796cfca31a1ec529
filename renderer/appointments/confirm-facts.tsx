/** What is about to be booked, in full. */
import type { ReactNode } from 'react';
import { useWording } from '../hooks/use-wording.ts';
import { fullDayWords, timeSpanWords } from '../wording/appointment-words.ts';
import type { Booking, ChosenTime } from './booking-steps.ts';
import styles from './confirm-facts.module.css';
import type { Holder } from './holder.ts';
import { holderWords } from './holder-words.ts';

interface ConfirmFactsProps {
  readonly booking: Booking;
  readonly time: ChosenTime;
  readonly holder: Holder | null;
}

export function ConfirmFacts({ booking, time, holder }: ConfirmFactsProps) {
  const { t, language } = useWording();
  const { change } = booking;
  const service = booking.service ?? change?.service ?? null;
  const moment = (one: ChosenTime) => (
    <>
      <span className={styles['time']}>{timeSpanWords(one)}</span> <span>{fullDayWords(one.day, language)}</span>
    </>
  );
  return (
    <dl className={styles['facts']}>
      {change !== undefined && (
        <Fact name={t('appointment.whenBefore')} isPast>
          {moment(change)}
        </Fact>
      )}
      <Fact name={t(change === undefined ? 'appointment.when' : 'appointment.whenNow')}>{moment(time)}</Fact>
      {holder !== null && <Fact name={t('appointment.who')}>{holderWords(holder, t)}</Fact>}
      {service !== null && <Fact name={t('appointment.what')}>{service.name[language]}</Fact>}
      {service !== null && (
        <Fact name={t('appointment.where')}>
          <span lang="vi">
            {[service.place.counter, service.place.name].filter((part) => part !== null).join(' · ')}
          </span>
          {service.place.address !== null && (
            <span className={styles['more']} lang="vi">
              {service.place.address}
            </span>
          )}
        </Fact>
      )}
    </dl>
  );
}

interface FactProps {
  readonly name: string;
  readonly isPast?: boolean;
  readonly children: ReactNode;
}

function Fact({ name, isPast = false, children }: FactProps) {
  return (
    <div className={isPast ? styles['past'] : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
