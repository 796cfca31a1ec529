/** Second step: the day's times, morning and afternoon apart, each with the places left. */
import { Button } from 'react-aria-components';
import { ActionButton } from '../components/action-button.tsx';
import { Notice } from '../components/notice.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useWording } from '../hooks/use-wording.ts';
import type { Screen } from '../state/screen.ts';
import { fullDayWords, partKey, placesWords, timeSpanWords } from '../wording/appointment-words.ts';
import { BookingHead } from './booking-head.tsx';
import { afterTime } from './booking-steps.ts';
import { type FreeTime, partsOf, withoutLost } from './free-times.ts';
import { FreeTimesAnswer, type OfferedTimes } from './free-times-answer.tsx';
import styles from './time-step.module.css';

type BookPlace = Extract<Screen, { kind: 'book' }>;

interface TimeStepProps {
  readonly screen: BookPlace;
  readonly day: string;
}

export function TimeStep({ screen, day }: TimeStepProps) {
  const { t, language } = useWording();
  const { returnTo } = useKiosk();
  const hasLost = screen.lost?.some((time) => time.day === day) === true;
  const otherDay = () => returnTo({ ...screen, step: { at: 'day' } });
  return (
    <ScreenLayout
      title={t(screen.change === undefined ? 'appointment.timeTitle' : 'appointment.timeTitleChange')}
      lead={<BookingHead booking={screen} />}
      footer={
        <ActionButton onPress={otherDay} icon="calendar" size="large" fills>
          {t('appointment.otherDay')}
        </ActionButton>
      }
    >
      <div className={styles['times']}>
        {hasLost && (
          <Notice tone="gold" icon="information" isLive title={t('appointment.fullTitle')}>
            <p>{t('appointment.fullText')}</p>
          </Notice>
        )}
        <h2 className={styles['day']}>{fullDayWords(day, language)}</h2>
        <FreeTimesAnswer booking={screen}>
          {(offered) => <Times screen={screen} day={day} offered={offered} />}
        </FreeTimesAnswer>
      </div>
    </ScreenLayout>
  );
}

function Times({ screen, day, offered }: TimeStepProps & { readonly offered: OfferedTimes }) {
  const { t } = useWording();
  const { open, wishes } = useKiosk();
  const slots = withoutLost(offered.days, screen.lost ?? []).find((one) => one.day === day)?.slots ?? [];
  if (!slots.some(({ free }) => free > 0)) {
    return (
      <Notice tone="gold" icon="calendar" isLive title={t('appointment.dayGoneTitle')}>
        <p>{t('appointment.dayGoneText')}</p>
      </Notice>
    );
  }
  return partsOf(slots).map(({ part, slots: ofPart }) => (
    <section key={part} className={styles['part']}>
      <h3 className={styles['heading']}>{t(partKey(part))}</h3>
      <ul className={styles['list']}>
        {ofPart.map((slot) => (
          <li key={slot.from}>
            <TimeCard
              slot={slot}
              onChoose={() => {
                const time = { day, from: slot.from, until: slot.until };
                const step = afterTime(screen, time, wishes.keyFor);
                open({ ...screen, service: offered.service, step });
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function TimeCard({ slot, onChoose }: { readonly slot: FreeTime; readonly onChoose: () => void }) {
  const { t } = useWording();
  const words = (
    <>
      <span className={styles['span']}>{timeSpanWords(slot)}</span>
      <span className={styles['places']}>{placesWords(slot.free, t)}</span>
    </>
  );
  // Full: to be read, not to be touched.
  if (slot.free === 0) return <div className={styles['full']}>{words}</div>;
  return (
    <Button className={styles['time'] ?? ''} onPress={onChoose}>
      {words}
    </Button>
  );
}
