/** One notice in at most two lines; what is longer is opened by touch, so that nothing below it moves. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ShownNotice } from '../../main/contract/notices.ts';
import { classNames } from '../components/class-names.ts';
import { Icon } from '../components/icon.tsx';
import { useLanguage } from '../hooks/use-language.ts';
import styles from './notice-row.module.css';
import { noticeWords } from './notice-words.ts';

interface NoticeRowProps {
  readonly notice: ShownNotice;
  readonly isOver: boolean;
  readonly onRead: () => void;
}

export function NoticeRow({ notice, isOver, onRead }: NoticeRowProps) {
  const { t } = useTranslation();
  const { text, lang } = noticeWords(notice, useLanguage());
  const words = useRef<HTMLParagraphElement>(null);
  const [isCut, setCut] = useState(false);

  // Whether two lines hold it depends on screen, language and size of text; looked at before it is painted.
  const look = useCallback(() => {
    const { current } = words;
    if (current !== null) setCut(current.scrollHeight > current.clientHeight + 1);
  }, []);
  useLayoutEffect(look);
  useEffect(() => {
    if (words.current === null) return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(words.current);
    return () => observer.disconnect();
  }, [look]);

  return (
    <li className={classNames(styles['row'], styles[notice.kind], isOver && styles['over'])} aria-hidden={isOver}>
      <Icon name={notice.kind === 'warning' ? 'warning' : 'information'} />
      <p className={styles['words']} ref={words} lang={lang}>
        {text}
      </p>
      {isCut && (
        <Button className={styles['more'] ?? ''} onPress={onRead} isDisabled={isOver}>
          {t('notices.more')}
        </Button>
      )}
    </li>
  );
}
