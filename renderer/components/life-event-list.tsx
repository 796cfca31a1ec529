/** All life events: for those who know what has happened to them and not what it is called. */
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../hooks/use-answer.ts';
import { Answered } from './answered.tsx';
import { LifeEventCard } from './life-event-card.tsx';
import { LinkRows } from './link-rows.tsx';
import { Notice } from './notice.tsx';

export function LifeEventList() {
  const { t } = useTranslation();
  const answer = useAnswer('catalogue.home', {});
  return (
    <Answered answer={answer}>
      {({ lifeEvents }) =>
        lifeEvents.length === 0 ? (
          <Notice tone="plain" icon="information">
            <p>{t('list.empty')}</p>
          </Notice>
        ) : (
          <LinkRows>
            {lifeEvents.map((event) => (
              <li key={event.id}>
                <LifeEventCard event={event} />
              </li>
            ))}
          </LinkRows>
        )
      }
    </Answered>
  );
}
