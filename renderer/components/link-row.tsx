/** A line that leads to a list: what it holds, perhaps a word about it, and how many procedures. */
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../hooks/use-language.ts';
import { numberWords } from '../wording/number-words.ts';
import { Icon } from './icon.tsx';
import styles from './link-row.module.css';

interface LinkRowProps {
  readonly name: string;
  /** Language of the name where it is not that of the page. */
  readonly nameLang?: string;
  readonly hint?: string | null;
  readonly count: number;
  readonly onPress: () => void;
}

export function LinkRow({ name, nameLang, hint = null, count, onPress }: LinkRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Button className={styles['row'] ?? ''} onPress={onPress}>
      <span className={styles['words']}>
        <span className={styles['name']} lang={nameLang}>
          {name}
        </span>
        {hint !== null && <span className={styles['hint']}>{hint}</span>}
      </span>
      <span className={styles['count']}>{t('list.count', { count, number: numberWords(count, language) })}</span>
      <Icon name="next" plain />
    </Button>
  );
}
