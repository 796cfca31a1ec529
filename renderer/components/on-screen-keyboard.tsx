/** Keys in the page itself: a kiosk has no other keyboard, and the operating system's would cover the screen. */
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SimpleKeyboard } from 'simple-keyboard';
import { codeKeyRows, type KeyName, keyRows, readKey } from '../keyboard/key-layout.ts';
import styles from './on-screen-keyboard.module.css';

interface OnScreenKeyboardProps {
  /** Words in Vietnamese, or the letters of a code. */
  readonly writes?: 'words' | 'code';
  readonly onKey: (key: KeyName) => void;
}

export function OnScreenKeyboard({ writes = 'words', onKey }: OnScreenKeyboardProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const press = useEffectEvent(onKey);

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
      '.': t('dossier.entry.keyDot'),
      '-': t('dossier.entry.keyHyphen'),
    };
    const keyboard = new SimpleKeyboard(place.current, {
      layout: { default: [...(writes === 'code' ? codeKeyRows : keyRows)] },
      display: {
        '{backspace}': '⌫',
        '{clear}': names['{clear}'],
        '{hide}': names['{hide}'],
        '{space}': names['{space}'],
        // Everybody in Việt Nam knows the tones by name; the bare marks are too small to tell apart.
        '{acute}': t('search.keyAcute'),
        '{grave}': t('search.keyGrave'),
        '{hook}': t('search.keyHook'),
        '{tilde}': t('search.keyTilde'),
        '{dot}': t('search.keyDot'),
      },
      buttonAttributes: Object.entries(names).map(([buttons, value]) => ({ attribute: 'aria-label', value, buttons })),
      useButtonTag: true,
      useMouseEvents: false,
      // The field keeps focus and caret while keys are touched.
      preventMouseDownDefault: true,
      disableCaretPositioning: true,
      onKeyPress: (button: string) => {
        const key = readKey(button);
        if (key !== null) press(key);
      },
    });
    return () => keyboard.destroy();
  }, [t, writes]);

  return (
    <fieldset className={styles['keyboard']} aria-label={t('search.keyboard')}>
      <div ref={place} className="simple-keyboard" />
    </fieldset>
  );
}
