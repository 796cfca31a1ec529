/** Every button that does something: large enough for any finger, pressed rather than hovered. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import styles from './action-button.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-drawings.tsx';

interface ActionButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** `primary` once a screen; `secondary` beside it; `quiet` inside texts. */
  readonly variant?: 'primary' | 'secondary' | 'quiet';
  readonly size?: 'normal' | 'large';
  readonly icon?: IconName;
  readonly isDisabled?: boolean;
  readonly fills?: boolean;
  /** Where the visible words alone do not say enough to a listener. */
  readonly label?: string;
}

export function ActionButton(props: ActionButtonProps) {
  const { children, onPress, variant = 'secondary', size = 'normal', icon, isDisabled = false, fills = false } = props;
  return (
    <Button
      className={classNames(styles['button'], styles[variant], styles[size], fills && styles['fills'])}
      onPress={onPress}
      isDisabled={isDisabled}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
    >
      {icon !== undefined && <Icon name={icon} plain />}
      <span>{children}</span>
    </Button>
  );
}
