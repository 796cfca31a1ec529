/** What the portal says of free times, or why there are none: the same for the step of the day and that of the time. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlotsAnswer } from '../../main/contract/appointments.ts';
import { Answered } from '../components/answered.tsx';
import { Notice } from '../components/notice.tsx';
import { useFreshAnswer } from '../hooks/use-fresh-answer.ts';
import type { Booking } from './booking-steps.ts';
import { OtherWays } from './other-ways.tsx';
import styles from './portal-trouble.module.css';
import { PortalTrouble } from './portal-trouble.tsx';

export type OfferedTimes = Extract<SlotsAnswer, { outcome: 'slots' }>;

interface FreeTimesAnswerProps {
  readonly booking: Booking;
  readonly children: (offered: OfferedTimes) => ReactNode;
}

export function FreeTimesAnswer({ booking, children }: FreeTimesAnswerProps) {
  const { t } = useTranslation();
  const { code, change } = booking;
  const { answer, again } = useFreshAnswer('appointments.slots', { code }, ({ outcome }) => outcome === 'slots');
  return (
    <Answered answer={answer}>
      {(value) => {
        switch (value.outcome) {
          case 'slots':
            return children(value);
          case 'not-offered':
            return (
              <div className={styles['trouble']}>
                <Notice tone="gold" icon="information" isLive title={t('appointment.notOfferedTitle')}>
                  <p>{t('appointment.notOfferedText')}</p>
                </Notice>
                <OtherWays code={code} contact={null} />
              </div>
            );
          case 'unreachable':
            break;
        }
        return (
          <PortalTrouble
            trouble={value}
            title={t(change === undefined ? 'appointment.troubleTitle' : 'appointment.troubleTitleChange')}
            text={t(change === undefined ? 'appointment.nothingBooked' : 'appointment.nothingChanged')}
            ways={{
              code: change === undefined ? code : null,
              contact: booking.service?.contact ?? change?.service.contact ?? null,
            }}
            onRetry={again}
          />
        );
      }}
    </Answered>
  );
}
