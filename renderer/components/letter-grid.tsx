/** The Vietnamese alphabet as keys, in its order; letters nothing begins with stay in place and cannot be pressed. */
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { indexLetters } from '../../main/contract/index-letter.ts';
import { useLanguage } from '../hooks/use-language.ts';
import { numberWords } from '../wording/number-words.ts';
import { classNames } from './class-names.ts';
import styles from './letter-grid.module.css';

/** Letters of foreign words and the sign for none: shown only where something stands under them. */
const rareLetters: ReadonlySet<string> = new Set(['F', 'J', 'W', 'Z', '#']);

interface LetterGridProps {
  readonly label: string;
  /** How many things begin with each letter; a letter that is missing holds none. */
  readonly counts: ReadonlyMap<string, number>;
  readonly onLetter: (letter: string) => void;
  /** A single line of small keys without numbers, to jump within a long list. */
  readonly compact?: boolean;
}

export function LetterGrid({ label, counts, onLetter, compact = false }: LetterGridProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const letters = indexLetters.filter((letter) => counts.has(letter) || !(compact || rareLetters.has(letter)));
  return (
    <ul className={classNames(styles['grid'], compact && styles['compact'])} aria-label={label}>
      {letters.map((letter) => {
        const count = counts.get(letter) ?? 0;
        const number = numberWords(count, language);
        return (
          <li key={letter}>
            <Button
              className={styles['letter'] ?? ''}
              onPress={() => onLetter(letter)}
              isDisabled={count === 0}
              aria-label={compact ? t('browse.jump', { letter }) : `${letter}: ${t('list.count', { count, number })}`}
            >
              <span className={styles['sign']} lang="vi">
                {letter}
              </span>
              {!compact && count > 0 && <span className={styles['count']}>{number}</span>}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
