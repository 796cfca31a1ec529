/** "Có thuộc diện ưu tiên không?": asked, never assumed; one kind or none, and nobody proves anything at the kiosk. */
import { useId } from 'react';
import { type Key, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PriorityKind } from '../../main/contract/queue.ts';
import { useLanguage } from '../hooks/use-language.ts';
import { Icon } from './icon.tsx';
import styles from './priority-question.module.css';

interface PriorityQuestionProps {
  /** Where there is none, nothing is asked. */
  readonly kinds: readonly PriorityKind[];
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}

export function PriorityQuestion({ kinds, chosen, onChoose }: PriorityQuestionProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const questionId = useId();
  const hintId = useId();
  if (kinds.length === 0) return null;
  const choose = (keys: Set<Key>) => onChoose(kinds.find(({ id }) => keys.has(id))?.id ?? null);
  return (
    <section className={styles['question']} aria-labelledby={questionId}>
      <h2 className={styles['title']} id={questionId}>
        {t('queue.priority')}
      </h2>
      <p id={hintId}>{t('queue.priorityHint')}</p>
      <ToggleButtonGroup
        className={styles['kinds'] ?? ''}
        aria-labelledby={questionId}
        aria-describedby={hintId}
        selectionMode="single"
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={choose}
      >
        {kinds.map(({ id, title }) => (
          <ToggleButton key={id} id={id} className={styles['kind'] ?? ''}>
            {chosen === id && <Icon name="check" plain />}
            <span>{title[language]}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </section>
  );
}
