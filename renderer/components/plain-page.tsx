/** A page with one message and nothing else: while the kiosk starts, when it cannot, and when a screen broke. */
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-drawings.tsx';
import styles from './plain-page.module.css';

interface PlainPageProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly staffText?: string | undefined;
  readonly children?: ReactNode;
  /** Lies over the page without taking it away. */
  readonly isLayer?: boolean;
}

export function PlainPage({ icon, title, text, staffText, children, isLayer = false }: PlainPageProps) {
  return (
    <div className={styles[isLayer ? 'layer' : 'page']} role={isLayer ? 'alert' : undefined}>
      <div className={styles['card']}>
        <Icon name={icon} />
        <h1 className={styles['title']}>{title}</h1>
        <p className={styles['text']}>{text}</p>
        {children}
        {staffText !== undefined && <p className={styles['staff']}>{staffText}</p>}
      </div>
    </div>
  );
}
