/** The one region of a screen that scrolls, with a button for those who do not know that a page can be pushed up. */
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { Icon } from './icon.tsx';
import styles from './scroll-region.module.css';

interface ScrollRegionProps {
  /** Under this name the height is remembered for the way back. */
  readonly name: string;
  readonly children: ReactNode;
}

/** Less than this below the edge is not worth a button. */
const worthScrollingPx = 60;

export function ScrollRegion({ name, children }: ScrollRegionProps) {
  const { t } = useTranslation();
  const { scrollPositions } = useKiosk();
  const region = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [hasMore, setHasMore] = useState(false);

  const look = useCallback(() => {
    const { current } = region;
    if (current === null) return;
    setHasMore(current.scrollHeight - current.clientHeight - current.scrollTop > worthScrollingPx);
  }, []);

  useLayoutEffect(() => {
    if (region.current !== null) region.current.scrollTop = scrollPositions.get(name) ?? 0;
  }, [name, scrollPositions]);

  useEffect(() => {
    if (content.current === null || region.current === null) return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(content.current);
    observer.observe(region.current);
    return () => observer.disconnect();
  }, [look]);

  const remember = () => {
    if (region.current !== null) scrollPositions.set(name, region.current.scrollTop);
    look();
  };
  const scrollOn = () => region.current?.scrollBy({ top: region.current.clientHeight * 0.8, behavior: 'smooth' });

  return (
    <div className={styles['frame']}>
      <div className={styles['region']} ref={region} onScroll={remember} data-scrolls>
        <div ref={content}>{children}</div>
      </div>
      {hasMore && (
        <div className={styles['more']}>
          <Button className={styles['button'] ?? ''} onPress={scrollOn} excludeFromTabOrder>
            {t('shell.scrollOn')}
            <Icon name="arrowDown" plain />
          </Button>
        </div>
      )}
    </div>
  );
}
