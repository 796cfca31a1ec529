/** One screen: a heading that takes the focus, content that scrolls, and what matters most at the lower edge. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useKioskState } from '../hooks/kiosk-context.ts';
import { screenName } from '../state/screen-name.ts';
import styles from './screen-layout.module.css';
import { ScrollRegion } from './scroll-region.tsx';

interface ScreenLayoutProps {
  readonly title: string;
  /** Language of the title where it is not that of the page. */
  readonly titleLang?: string | undefined;
  /** What is read aloud in the title's place, where the title alone says too little to a listener. */
  readonly spokenTitle?: string | undefined;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  /** Stays in sight above the tool bar. */
  readonly footer?: ReactNode;
}

export function ScreenLayout({ title, titleLang, spokenTitle, lead, children, footer }: ScreenLayoutProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const state = useKioskState();
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <ScrollRegion name={screenName(state)}>
        <div className={styles['content']}>
          <div className={styles['head']}>
            <h1 className={styles['title']} ref={heading} tabIndex={-1} lang={titleLang} aria-label={spokenTitle}>
              {title}
            </h1>
            {lead !== undefined && <div className={styles['lead']}>{lead}</div>}
          </div>
          {children}
        </div>
      </ScrollRegion>
      {footer !== undefined && <div className={styles['footer']}>{footer}</div>}
    </>
  );
}
