/** The dossier's way from top to bottom: behind it, where it is, and what is to come; said in words, drawn in shapes. */
import type { Dossier } from '../../main/contract/dossiers.ts';
import { Icon } from '../components/icon.tsx';
import { keyedItems } from '../components/keyed-items.ts';
import { useWording } from '../hooks/use-wording.ts';
import { dayOrMomentWords, futureKey, stateKeys } from '../wording/dossier-words.ts';
import styles from './dossier-timeline.module.css';
import { type TimelineStep, timelineOf } from './timeline.ts';

const placeKeys = {
  past: 'dossier.wayPast',
  present: 'dossier.wayPresent',
  future: 'dossier.wayFuture',
} as const satisfies Record<TimelineStep['place'], string>;

export function DossierTimeline({ dossier }: { readonly dossier: Dossier }) {
  const { t, language } = useWording();
  const steps = timelineOf(dossier);
  return (
    <section className={styles['timeline']}>
      <h2 className={styles['heading']}>{t('dossier.way')}</h2>
      <ol className={styles['steps']}>
        {keyedItems(steps, (step) => `${step.place} ${step.state}`).map(({ key, item: step }) => (
          <li
            key={key}
            className={styles['step']}
            data-place={step.place}
            aria-current={step.place === 'present' ? 'step' : undefined}
          >
            <span className={styles['mark']}>{step.place === 'past' && <Icon name="check" plain />}</span>
            <div className={styles['words']}>
              <p className={styles['state']}>
                <span className={styles['place']}>{t(placeKeys[step.place])} </span>
                {t(step.place === 'future' ? futureKey(step.state) : stateKeys[step.state])}
              </p>
              {step.at !== null && (
                <p className={styles['at']}>
                  {step.place === 'future'
                    ? `${t('dossier.next.due')}: ${dayOrMomentWords(step.at, language)}`
                    : dayOrMomentWords(step.at, language)}
                </p>
              )}
              {step.department !== null && <p lang="vi">{step.department}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
