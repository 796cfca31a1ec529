/** The steps in order, numbered by the kiosk and cut to what can be taken in. */
import { useTranslation } from 'react-i18next';
import type { Step } from '../../main/contract/procedure.ts';
import { keyedItems } from './keyed-items.ts';
import { LongText } from './long-text.tsx';
import styles from './step-lines.module.css';

/** A published step runs to thousands of characters; its beginning says what it is about. */
const stepLimit = 320;

export function StepLines({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useTranslation();
  return (
    <ol className={styles['steps']}>
      {keyedItems(steps, (step) => step.text).map(({ key, item: step, number }) => (
        <li key={key} className={styles['step']}>
          <span className={styles['number']} aria-label={t('lifeEvent.step', { number })}>
            {number}
          </span>
          <div className={styles['words']}>
            {step.title !== null && (
              <p className={styles['title']} lang="vi">
                {step.title}
              </p>
            )}
            <LongText text={step.text} limit={stepLimit} />
          </div>
        </li>
      ))}
    </ol>
  );
}
