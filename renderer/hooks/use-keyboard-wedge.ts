/** Hands what a reader types to the core, where the configuration says that the reader is a keyboard; otherwise does nothing. */
import { useEffect } from 'react';
import { createKeyboardWedge } from '../scanning/keyboard-wedge.ts';
import { rememberField, typeText } from '../scanning/type-text.ts';
import type { CoreConnection } from '../transport/core-connection.ts';

export function useKeyboardWedge(connection: CoreConnection, isKeyboard: boolean): void {
  useEffect(() => {
    if (!isKeyboard) return undefined;
    /** Typed by ourselves: not looked at twice. */
    const own = new WeakSet<Event>();
    let takeBack = (): void => undefined;
    const wedge = createKeyboardWedge({
      schedule(delayMs, action) {
        const timer = setTimeout(action, delayMs);
        return () => clearTimeout(timer);
      },
      onScan(text) {
        // Without a core the page says so itself.
        connection.call('scanning.keyed', { text }).catch(() => undefined);
      },
      onTakeBack() {
        takeBack();
      },
      onTyped(text, isFirstOfBurst) {
        if (isFirstOfBurst) takeBack = rememberField(document);
        void typeText(text, document, (event) => own.add(event));
      },
    });
    const hear = (event: KeyboardEvent) => {
      if (own.has(event)) return;
      const { key, ctrlKey, altKey, metaKey, repeat, isComposing, timeStamp } = event;
      const isCommand = ctrlKey || altKey || metaKey || isComposing;
      if (wedge.press({ key, atMs: timeStamp, isCommand, isRepeat: repeat })) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    };
    // Before anything of the page hears it.
    window.addEventListener('keydown', hear, { capture: true });
    return () => {
      window.removeEventListener('keydown', hear, { capture: true });
      wedge.close();
    };
  }, [connection, isKeyboard]);
}
