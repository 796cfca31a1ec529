/** A message set apart: good to know, take care, or bad news; colour never alone, an icon says it too. */
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-drawings.tsx';
import styles from './notice.module.css';

interface NoticeProps {
  readonly tone: 'plain' | 'gold' | 'red' | 'green';
  readonly icon: IconName;
  readonly title?: string;
  readonly children?: ReactNode;
  /** Read aloud when it appears. */
  readonly isLive?: boolean;
}

export function Notice({ tone, icon, title, children, isLive = false }: NoticeProps) {
  return (
    <div className={classNames(styles['notice'], styles[tone])} role={isLive ? 'alert' : undefined}>
      <Icon name={icon} />
      <div className={styles['words']}>
        {title !== undefined && <p className={styles['title']}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
