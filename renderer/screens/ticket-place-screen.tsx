/** Where a number stands whose slip was held before the reader: what the kiosk knows, and plainly what it does not. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { TicketPlace } from '../../main/contract/queue.ts';
import { ActionButton } from '../components/action-button.tsx';
import { Answered } from '../components/answered.tsx';
import { Notice } from '../components/notice.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { useWording } from '../hooks/use-wording.ts';
import type { Screen } from '../state/screen.ts';
import { dateWords } from '../wording/date-words.ts';
import { numberWords } from '../wording/number-words.ts';
import { clockWords } from '../wording/opening-words.ts';
import styles from './ticket-place-screen.module.css';

type Place = Extract<Screen, { kind: 'ticket-place' }>;

export function TicketPlaceScreen({ screen }: { readonly screen: Place }) {
  const { t, language } = useWording();
  const { day, number } = screen;
  const answer = useAnswer('queue.place', { day, number });
  const place = answer.kind === 'ready' ? answer.value : null;
  return (
    <ScreenLayout
      // A heading of its own for each outcome, so that it is read aloud.
      key={place?.outcome}
      title={titleOf(place, number, t)}
      spokenTitle={place?.outcome === 'today' ? t('ticketPlace.spoken', { number }) : undefined}
      footer={<Ways isOver={place !== null && place.outcome !== 'today'} />}
    >
      <Answered answer={answer}>
        {(found) => {
          if (found.outcome === 'today') return <Today place={found} />;
          return (
            <Notice tone="gold" icon="information" isLive>
              <p>
                {found.outcome === 'other-day'
                  ? t('ticketPlace.otherDayText', { number, date: dateWords(found.day, language) })
                  : t('ticketPlace.notFoundText')}
              </p>
            </Notice>
          );
        }}
      </Answered>
    </ScreenLayout>
  );
}

function titleOf(place: TicketPlace | null, number: string, t: TFunction): string {
  if (place?.outcome === 'other-day') return t('ticketPlace.otherDayTitle');
  if (place?.outcome === 'not-found') return t('ticketPlace.notFoundTitle', { number });
  return t('ticketPlace.title', { number });
}

function Today({ place }: { readonly place: Extract<TicketPlace, { outcome: 'today' }> }) {
  const { t, language } = useWording();
  const { ticket, givenBefore, givenAfter } = place;
  const counter = ticket.counter?.[language] ?? null;
  return (
    <div className={styles['place']}>
      <div className={styles['card']}>
        <p className={styles['number']} data-letters={ticket.number.length}>
          {ticket.number}
        </p>
        <p className={styles['service']}>{ticket.serviceName[language]}</p>
        <p className={styles['wait']}>{counter === null ? t('ticket.wait') : t('ticket.waitAt', { counter })}</p>
      </div>
      <div className={styles['beside']}>
        <ul className={styles['facts']}>
          <li>{t('ticketPlace.before', { count: givenBefore, number: numberWords(givenBefore, language) })}</li>
          <li>{t('ticketPlace.after', { count: givenAfter, number: numberWords(givenAfter, language) })}</li>
          <li>
            {t('ticket.takenAt')}{' '}
            {t('ticket.takenAtWords', { time: clockWords(ticket.takenAtMs), date: dateWords(ticket.day, language) })}
          </li>
          {ticket.priority !== null && (
            <li>
              {t('ticket.priority')}: {ticket.priority.title[language]}
            </li>
          )}
        </ul>
        <Notice tone="plain" icon="information">
          <p>{t('ticketPlace.honest')}</p>
        </Notice>
      </div>
    </div>
  );
}

/** `isOver`: the number is good no more, so a new one is offered first. */
function Ways({ isOver }: { readonly isOver: boolean }) {
  const { t } = useTranslation();
  const { description, end, open } = useKiosk();
  const canTake = isOver && description.hasQueue;
  return (
    <div className={styles['ways']}>
      <ActionButton onPress={end} size="large" variant={canTake ? 'secondary' : 'primary'} icon="check">
        {t('ticketPlace.done')}
      </ActionButton>
      {canTake && (
        <ActionButton onPress={() => open({ kind: 'queue', code: null })} size="large" variant="primary" icon="ticket">
          {t('ticketPlace.take')}
        </ActionButton>
      )}
    </div>
  );
}
