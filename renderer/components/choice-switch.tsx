/** One of a few, always in sight: text size and language. */
import type { ReactNode } from 'react';
import { type Key, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import styles from './choice-switch.module.css';

export interface SwitchChoice<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly shown: ReactNode;
  /** Language of the label itself. */
  readonly lang?: string;
}

interface ChoiceSwitchProps<Id extends string> {
  readonly label: string;
  readonly choices: readonly SwitchChoice<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}

export function ChoiceSwitch<Id extends string>({ label, choices, chosen, onChoose }: ChoiceSwitchProps<Id>) {
  const choose = (keys: Set<Key>) => {
    const choice = choices.find(({ id }) => keys.has(id));
    if (choice !== undefined) onChoose(choice.id);
  };
  return (
    <ToggleButtonGroup
      className={styles['group'] ?? ''}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={choose}
    >
      {choices.map((choice) => (
        <ToggleButton key={choice.id} id={choice.id} className={styles['choice'] ?? ''} aria-label={choice.label}>
          <span lang={choice.lang}>{choice.shown}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
