/** How the question may go on: large words to touch instead of typing. Their row keeps its height, so nothing below jumps. */
import { memo } from 'react';
import { Button, Group } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { completionWords } from '../wording/completion-words.ts';
import styles from './completions.module.css';

/** One row of them; three are read at a glance. */
const mostShown = 3;

interface CompletionsProps {
  readonly question: string;
  readonly completions: readonly string[];
  readonly onChoose: (question: string) => void;
}

export const Completions = memo(function Completions({ question, completions, onChoose }: CompletionsProps) {
  const { t } = useTranslation();
  return (
    <Group className={styles['completions'] ?? ''} aria-label={t('search.completions')} lang="vi">
      {completions.slice(0, mostShown).map((completion) => (
        <Button
          key={completion}
          className={styles['chip'] ?? ''}
          onPress={() => onChoose(completion)}
          aria-label={completion}
        >
          <span className={styles['words']}>{completionWords(question, completion)}</span>
        </Button>
      ))}
    </Group>
  );
});
