/** A life event as a sequence: what comes first, by when, where, and one slip for all of it. */
import { useTranslation } from 'react-i18next';
import type { LifeEventView } from '../../main/contract/life-event.ts';
import { ActionButton } from '../components/action-button.tsx';
import { Answered } from '../components/answered.tsx';
import { LifeEventStage } from '../components/life-event-stage.tsx';
import { ScreenLayout } from '../components/screen-layout.tsx';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { useLanguage } from '../hooks/use-language.ts';
import type { Screen } from '../state/screen.ts';
import styles from './life-event-screen.module.css';

type LifeEventPlace = Extract<Screen, { kind: 'life-event' }>;

export function LifeEventScreen({ screen }: { readonly screen: LifeEventPlace }) {
  const { t } = useTranslation();
  const { amend, open } = useKiosk();
  const language = useLanguage();
  const answer = useAnswer('lifeEvents.get', { id: screen.id });
  const event = answer.kind === 'ready' ? answer.value : null;
  const print = (title: string) => {
    const codes = Object.values(screen.chosen);
    open({ kind: 'print', slip: { kind: 'life-event', id: screen.id, codes }, title });
  };
  return (
    <ScreenLayout
      title={event?.title[language] ?? t('shell.loading')}
      lead={event === null ? undefined : <p>{event.intro[language]}</p>}
      footer={
        event === null ? undefined : (
          <div className={styles['footer']}>
            <p className={styles['hint']}>
              {hasOpenChoice(event, screen.chosen) ? t('lifeEvent.chooseFirst') : t('lifeEvent.printHint')}
            </p>
            <ActionButton onPress={() => print(event.title[language])} variant="primary" size="large" icon="printer">
              {t('lifeEvent.print')}
            </ActionButton>
          </div>
        )
      }
    >
      <Answered answer={answer}>
        {({ stages }) => (
          <ol className={styles['stages']}>
            {stages.map((stage, index) => (
              <LifeEventStage
                key={stage.title.vi}
                stage={stage}
                number={index + 1}
                chosen={screen.chosen[index]}
                onChoose={(code) => amend({ ...screen, chosen: { ...screen.chosen, [index]: code } })}
              />
            ))}
          </ol>
        )}
      </Answered>
    </ScreenLayout>
  );
}

function hasOpenChoice(event: LifeEventView, chosen: LifeEventPlace['chosen']): boolean {
  return event.stages.some((stage, index) => stage.choices.length > 1 && !stage.optional && !(index in chosen));
}
