/**
 * Tells a reader that types (HID keyboard wedge) from people who type, by time alone. What may be the beginning of a scan is held
 * back for the moment in which that shows: so nothing of a card ever stands in a field, and nothing that people type is lost.
 */

export interface KeyStroke {
  /** `KeyboardEvent.key`. */
  readonly key: string;
  /** When the key went down, in milliseconds from any beginning. */
  readonly atMs: number;
  /** With Ctrl, Alt or Meta. */
  readonly isCommand: boolean;
  /** Held down and repeated by the system. */
  readonly isRepeat: boolean;
}

export interface KeyboardWedgeOptions {
  readonly schedule: (delayMs: number, action: () => void) => () => void;
  readonly onScan: (text: string) => void;
  /** What was held back and is no scan after all: to be typed now, before anything else. */
  readonly onTyped: (text: string) => void;
}

export interface KeyboardWedge {
  /** True where the key is held back or belongs to a scan: it must have no effect. */
  press(stroke: KeyStroke): boolean;
  /** Gives back what is held. */
  close(): void;
}

/** Longest time between two characters of a reader. Nobody types twenty characters a second six times in a row. */
const longestGapMs = 50;
const fewestCharacters = 6;
/** More than the gap, as the news of a key may come late. */
const patienceMs = 70;
/** As `scanning.keyed` takes it; what is longer is no code of ours, whatever its end is. */
const longestScan = 8_192;

/** Change what the next key means, and are no keys of a text themselves. */
const modifiers: ReadonlySet<string> = new Set(['Shift', 'CapsLock', 'NumLock', 'AltGraph']);
const suffixes: ReadonlySet<string> = new Set(['Enter', 'Tab']);
const character = /^.$/su;

export function createKeyboardWedge({ schedule, onScan, onTyped }: KeyboardWedgeOptions): KeyboardWedge {
  let held = '';
  let count = 0;
  let lastMs = Number.NEGATIVE_INFINITY;
  let scanEndMs = Number.NEGATIVE_INFINITY;
  let stopWaiting: (() => void) | null = null;

  const take = (): string => {
    const text = held;
    stopWaiting?.();
    stopWaiting = null;
    held = '';
    count = 0;
    return text;
  };
  const giveBack = (): void => {
    const text = take();
    if (text !== '') onTyped(text);
  };
  const hold = (key: string, atMs: number): void => {
    if (held.length + key.length <= longestScan) held += key;
    count += 1;
    lastMs = atMs;
    stopWaiting?.();
    stopWaiting = schedule(patienceMs, giveBack);
  };

  return {
    press({ key, atMs, isCommand, isRepeat }) {
      if (modifiers.has(key)) return false;
      const isQuick = count > 0 && atMs - lastMs <= longestGapMs;
      const isPlain = !isCommand && !isRepeat;
      if (isPlain && suffixes.has(key)) {
        if (isQuick && count >= fewestCharacters) {
          scanEndMs = atMs;
          onScan(take());
          return true;
        }
        // Some readers end a scan twice, with CR and LF.
        if (count === 0 && atMs - scanEndMs <= longestGapMs) return true;
      } else if (isPlain && character.test(key)) {
        if (!isQuick) giveBack();
        // No code begins with a space, and a space presses buttons: it is left as it is.
        if (key === ' ' && count === 0) return false;
        hold(key, atMs);
        return true;
      }
      giveBack();
      return false;
    },
    close: giveBack,
  };
}
