/** One filter: pressed or not, and how many procedures it leaves. */
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../hooks/use-language.ts';
import { numberWords } from '../wording/number-words.ts';
import styles from './filter-chip.module.css';
import { Icon } from './icon.tsx';

interface FilterChipProps {
  readonly label: string;
  readonly count: number;
  readonly isChosen: boolean;
  readonly onChange: (isChosen: boolean) => void;
}

export function FilterChip({ label, count, isChosen, onChange }: FilterChipProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = numberWords(count, language);
  return (
    <ToggleButton
      className={styles['chip'] ?? ''}
      isSelected={isChosen}
      onChange={onChange}
      isDisabled={count === 0 && !isChosen}
      aria-label={`${label}: ${t('list.count', { count, number })}`}
    >
      {isChosen && <Icon name="check" plain />}
      <span>{label}</span>
      <span className={styles['count']}>{number}</span>
    </ToggleButton>
  );
}
