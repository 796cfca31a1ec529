/** All that a code alone opens: how far the dossier is, in words first, then as a bar that says its number too. */
import { useState } from 'react';
import type { DossierProgress } from '../../main/contract/dossiers.ts';
import { Icon } from '../components/icon.tsx';
import { useWording } from '../hooks/use-wording.ts';
import { stageKeys } from '../wording/dossier-words.ts';
import { momentWords } from '../wording/moment-words.ts';
import styles from './progress-card.module.css';

const stageIcons = { registered: 'note', 'in-progress': 'clock', done: 'check', ended: 'information' } as const;

export function ProgressCard({ progress }: { readonly progress: DossierProgress }) {
  const { t, language } = useWording();
  const [nowMs] = useState(() => Date.now());
  const { stage, percent, asOfMs } = progress;
  const keys = stageKeys[stage];
  return (
    <section className={styles['card']}>
      <div className={styles['head']}>
        <Icon name={stageIcons[stage]} />
        <div>
          <h2 className={styles['title']}>{t(keys.title)}</h2>
          <p>{t(keys.text)}</p>
        </div>
      </div>
      {/* Of a dossier that goes no further a share of the way would mislead. */}
      {stage !== 'ended' && (
        <div className={styles['way']}>
          <progress className={styles['bar']} max={100} value={percent} aria-label={t(keys.title)} />
          <p className={styles['percent']}>{t('dossier.progress', { percent })}</p>
        </div>
      )}
      <p className={styles['asOf']}>{t('dossier.asOf', { moment: momentWords(asOfMs, nowMs, language) })}</p>
    </section>
  );
}
