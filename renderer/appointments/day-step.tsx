/** First step: the office's open days, week by week; a day that is full is shown as full. */
import { Button } from 'react-aria-components';
import { Notice } from '../components/notice.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useWording } from '../hooks/use-wording.ts';
import type { Screen } from '../state/screen.ts';
import { nearDayWords, placesWords, shortDateWords, weekdayWords, weekWords } from '../wording/appointment-words.ts';
import { BookingHead } from './booking-head.tsx';
import styles from './day-step.module.css';
import { type FreeDay, placesLeft, weeksOf, withoutLost } from './free-times.ts';
import { FreeTimesAnswer, type OfferedTimes } from './free-times-answer.tsx';
import { OtherWays } from './other-ways.tsx';
import { ServicePlace } from './service-place.tsx';

type BookPlace = Extract<Screen, { kind: 'book' }>;

export function DayStep({ screen }: { readonly screen: BookPlace }) {
  const { t } = useWording();
  return (
    <ScreenLayout
      title={t(screen.change === undefined ? 'appointment.dayTitle' : 'appointment.dayTitleChange')}
      lead={<BookingHead booking={screen} />}
    >
      <FreeTimesAnswer booking={screen}>{(offered) => <Days screen={screen} offered={offered} />}</FreeTimesAnswer>
    </ScreenLayout>
  );
}

function Days({ screen, offered }: { readonly screen: BookPlace; readonly offered: OfferedTimes }) {
  const wording = useWording();
  const { t, today } = wording;
  const { open } = useKiosk();
  const days = withoutLost(offered.days, screen.lost ?? []);
  const hasPlaces = days.some((day) => placesLeft(day) > 0);
  return (
    <div className={styles['days']}>
      <ServicePlace service={offered.service} />
      {!hasPlaces && (
        <Notice tone="gold" icon="calendar" isLive title={t('appointment.noTimesTitle')}>
          <p>{t('appointment.noTimesText')}</p>
        </Notice>
      )}
      {weeksOf(days).map(({ monday, days: ofWeek }) => (
        <section key={monday} className={styles['week']}>
          <h2 className={styles['heading']}>{weekWords(monday, today, wording)}</h2>
          <ul className={styles['list']}>
            {ofWeek.map((one) => (
              <li key={one.day}>
                <DayCard
                  day={one}
                  onChoose={() => {
                    const { service } = offered;
                    open({ ...screen, service, step: { at: 'time', day: one.day } });
                  }}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {!hasPlaces && <OtherWays code={screen.code} contact={offered.service.contact} />}
    </div>
  );
}

function DayCard({ day, onChoose }: { readonly day: FreeDay; readonly onChoose: () => void }) {
  const { t, language, today } = useWording();
  const free = placesLeft(day);
  const near = nearDayWords(day.day, today, t);
  const words = (
    <>
      <span className={styles['weekday']}>{near ?? weekdayWords(day.day, language)}</span>
      <span className={styles['date']}>{shortDateWords(day.day, language)}</span>
      <span className={styles['places']}>{free === 0 ? t('appointment.dayFull') : placesWords(free, t)}</span>
    </>
  );
  // Full: to be read, not to be touched.
  if (free === 0) return <div className={styles['full']}>{words}</div>;
  return (
    <Button className={styles['day'] ?? ''} onPress={onChoose}>
      {words}
    </Button>
  );
}
