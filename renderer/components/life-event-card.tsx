/** The way into a life event, wherever it is offered. */
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { LifeEvent } from '../../main/contract/life-event.ts';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useLanguage } from '../hooks/use-language.ts';
import { Icon } from './icon.tsx';
import styles from './life-event-card.module.css';

interface LifeEventCardProps {
  readonly event: LifeEvent;
  /** Where the card answers a question, in the words of that question; else its title and what it is good for. */
  readonly question?: string;
}

export function LifeEventCard({ event, question }: LifeEventCardProps) {
  const { t } = useTranslation();
  const { open } = useKiosk();
  const language = useLanguage();
  return (
    <Button className={styles['event'] ?? ''} onPress={() => open({ kind: 'life-event', id: event.id, chosen: {} })}>
      <span className={styles['picture']}>
        <Icon name="steps" />
      </span>
      <span className={styles['words']}>
        <span className={styles['title']}>{question ?? event.title[language]}</span>
        {question === undefined && (
          <span className={styles['hint']}>
            {t('list.lifeEventSteps', { count: event.stages.length })} · {t('list.lifeEventHint')}
          </span>
        )}
      </span>
      <Icon name="next" plain />
    </Button>
  );
}
