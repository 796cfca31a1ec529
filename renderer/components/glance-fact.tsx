/** One fact at a glance: a label with its icon, the value large, what belongs to it small below. */
import type { ReactNode } from 'react';
import type { ProcedurePart } from '../state/procedure-part.ts';
import styles from './glance.module.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-drawings.tsx';

interface GlanceFactProps {
  /** What the procedure can be opened at; the papers have a part of their own further down. */
  readonly part?: ProcedurePart;
  readonly icon: IconName;
  readonly label: string;
  readonly value: string;
  readonly children?: ReactNode;
}

export function GlanceFact({ part, icon, label, value, children }: GlanceFactProps) {
  return (
    <div className={styles['fact']} data-part={part}>
      <dt className={styles['label']}>
        <Icon name={icon} />
        {label}
      </dt>
      <dd>
        <p className={value.length > 34 ? styles['longValue'] : styles['value']}>{value}</p>
        <div className={styles['more']}>{children}</div>
      </dd>
    </div>
  );
}
