/** Keys in the page itself: a kiosk has no other keyboard, and the operating system's would cover the screen. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import Keyboard from 'simple-keyboard';
import { type KeyName, keyRows, readKey } from '../keyboard/key-layout.ts';
import styles from './on-screen-keyboard.module.css';

interface OnScreenKeyboardProps {
  readonly onKey: (key: KeyName) => void;
}

export function OnScreenKeyboard({ onKey }: OnScreenKeyboardProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const pressed = useRef(onKey);
  pressed.current = onKey;

  useEffect(() => {
    if (place.current === null) return undefined;
    const names = {
      '{backspace}': t('search.backspace'),
      '{clear}': t('search.clear'),
      '{hide}': t('search.hideKeyboard'),
      '{space}': t('search.space'),
      '{acute}': t('search.toneAcute'),
      '{grave}': t('search.toneGrave'),
      '{hook}': t('search.toneHook'),
      '{tilde}': t('search.toneTilde'),
      '{dot}': t('search.toneDot'),
    };
    const keyboard = new Keyboard(place.current, {
      layout: { default: [...keyRows] },
      display: {
        '{backspace}': '⌫',
        '{clear}': names['{clear}'],
        '{hide}': names['{hide}'],
        '{space}': names['{space}'],
        // A tone is shown on the letter that everybody learned it with.
        '{acute}': '´',
        '{grave}': '`',
        '{hook}': '̉',
        '{tilde}': '˜',
        '{dot}': '.',
      },
      buttonAttributes: Object.entries(names).map(([buttons, value]) => ({ attribute: 'aria-label', value, buttons })),
      useButtonTag: true,
      useMouseEvents: false,
      // The field keeps focus and caret while keys are touched.
      preventMouseDownDefault: true,
      disableCaretPositioning: true,
      onKeyPress: (button: string) => {
        const key = readKey(button);
        if (key !== null) pressed.current(key);
      },
    });
    return () => keyboard.destroy();
  }, [t]);

  return (
    <div className={styles['keyboard']} role="group" aria-label={t('search.keyboard')}>
      <div ref={place} />
    </div>
  );
}
