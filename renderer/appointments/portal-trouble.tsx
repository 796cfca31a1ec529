/** The portal cannot be asked: said plainly, nothing promised, and what else a citizen can do. */
import { useState } from 'react';
import type { Unreachable } from '../../main/contract/portal.ts';
import { ActionButton } from '../components/action-button.tsx';
import { Notice } from '../components/notice.tsx';
import { useWording } from '../hooks/use-wording.ts';
import { troubleWords } from '../wording/appointment-words.ts';
import { OtherWays, type Ways } from './other-ways.tsx';
import styles from './portal-trouble.module.css';

interface PortalTroubleProps {
  readonly trouble: Unreachable;
  /** What cannot be done now. */
  readonly title: string;
  /** What holds nevertheless. */
  readonly text: string;
  /** What else can be done; null where there is no room to say so. */
  readonly ways: Ways | null;
  /** Null where another button of the screen tries again. */
  readonly onRetry: (() => void) | null;
}

export function PortalTrouble({ trouble, title, text, ways, onRetry }: PortalTroubleProps) {
  const { t } = useWording();
  const [nowMs] = useState(() => Date.now());
  return (
    <div className={styles['trouble']}>
      <Notice tone="gold" icon="warning" isLive title={title}>
        <p>{troubleWords(trouble, nowMs, t)}</p>
        <p className={styles['strong']}>{text}</p>
        {onRetry !== null && trouble.reason !== 'not-configured' && (
          <div className={styles['retry']}>
            <ActionButton onPress={onRetry} size="large" variant="primary">
              {t('failure.retry')}
            </ActionButton>
          </div>
        )}
      </Notice>
      {ways !== null && <OtherWays {...ways} />}
    </div>
  );
}
