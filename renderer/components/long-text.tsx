/** A text that shows its beginning and, on touch, the whole (docs/catalogue.md §3: a line of ≤ 120 characters). */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestLine, shortenLine } from '../wording/shorten-line.ts';
import { ActionButton } from './action-button.tsx';
import styles from './long-text.module.css';

interface LongTextProps {
  readonly text: string;
  readonly limit?: number;
  /** Texts of the catalogue are Vietnamese whatever the page's language is. */
  readonly lang?: string;
}

export function LongText({ text, limit = longestLine, lang = 'vi' }: LongTextProps) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const { shown, isCut } = shortenLine(text, limit);
  return (
    <>
      <span className={styles['text']} lang={lang}>
        {isWhole ? text : shown}
      </span>
      {isCut && (
        <span className={styles['more']}>
          <ActionButton variant="quiet" onPress={() => setWhole(!isWhole)}>
            {isWhole ? t('shell.showLess') : t('shell.showAll')}
          </ActionButton>
        </span>
      )}
    </>
  );
}
