/** Ten big keys as on a telephone, with a way back and a last key of the caller's; a real keypad does the same. */
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { Button } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './digit-keys.module.css';
import { Icon } from './icon.tsx';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

export type DigitKey = { readonly kind: 'digit'; readonly digit: string } | { readonly kind: 'backspace' };

interface DigitKeysProps {
  readonly label: string;
  readonly backspaceLabel: string;
  /** Smaller, where other things stand beside them. */
  readonly isCompact?: boolean;
  readonly isShut: boolean;
  readonly onKey: (key: DigitKey) => void;
  /** The key that says that all is typed. */
  readonly children: ReactNode;
}

export function DigitKeys({ label, backspaceLabel, isCompact = false, isShut, onKey, children }: DigitKeysProps) {
  const take = useEffectEvent(onKey);
  useEffect(() => {
    const type = (event: KeyboardEvent) => {
      if (/^\d$/u.test(event.key)) take({ kind: 'digit', digit: event.key });
      else if (event.key === 'Backspace') take({ kind: 'backspace' });
    };
    window.addEventListener('keydown', type);
    return () => window.removeEventListener('keydown', type);
  }, []);

  return (
    <fieldset className={classNames(styles['keys'], isCompact && styles['compact'])} aria-label={label}>
      {digits.map((digit) => (
        <Button
          key={digit}
          className={styles['key'] ?? ''}
          isDisabled={isShut}
          onPress={() => onKey({ kind: 'digit', digit })}
        >
          {digit}
        </Button>
      ))}
      <Button
        className={classNames(styles['key'], styles['backspace'])}
        isDisabled={isShut}
        onPress={() => onKey({ kind: 'backspace' })}
        aria-label={backspaceLabel}
      >
        <Icon name="back" plain />
      </Button>
      <div className={styles['enter']}>{children}</div>
    </fieldset>
  );
}
