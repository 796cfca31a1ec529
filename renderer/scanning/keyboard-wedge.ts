/**
 * Tells a reader that types (HID keyboard wedge) from people who type, by time alone. What may be the beginning of a scan is held
 * back for the moment in which that shows: so nothing of a card stands in a field, and nothing that people type is lost. Where a busy
 * machine brings the keys late, what was typed of a scan is taken back once it shows to be one.
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
  /** What was given back turned out to be a scan: what `onTyped` typed since the burst began is to be taken back. */
  readonly onTakeBack: () => void;
  /** What was held back and is no scan after all: to be typed now, before anything else. */
  readonly onTyped: (text: string, isFirstOfBurst: boolean) => void;
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
/** As long is what might be a scan held back; more than the gap, as the news of a key may come late. */
const patienceMs = 90;
/** Once it can hardly be anything else than a scan, its end may be late by a busy machine's second. */
const longPatienceMs = 1_000;
/** So many characters without an end are no person's, and nothing that may stand in a field: they are dropped. */
const surelyReader = 20;
/** As `scanning.keyed` takes it; what is longer is no code of ours, whatever its end is. */
const longestScan = 8_192;

/** Change what the next key means, and are no keys of a text themselves. */
const modifiers: ReadonlySet<string> = new Set(['Shift', 'CapsLock', 'NumLock', 'AltGraph']);
const suffixes: ReadonlySet<string> = new Set(['Enter', 'Tab']);
const character = /^.$/su;

export function createKeyboardWedge({ schedule, onScan, onTakeBack, onTyped }: KeyboardWedgeOptions): KeyboardWedge {
  /** Held back, and what of the same burst was given back already because the rest came late. */
  let held = '';
  let given = '';
  let count = 0;
  let isDropped = false;
  let lastMs = Number.NEGATIVE_INFINITY;
  let scanEndMs = Number.NEGATIVE_INFINITY;
  let stopWaiting: (() => void) | null = null;

  const forget = (): void => {
    stopWaiting?.();
    stopWaiting = null;
    held = '';
    given = '';
    count = 0;
    isDropped = false;
  };
  const giveBack = (): void => {
    const text = held;
    const isFirst = given === '';
    given += text;
    held = '';
    if (text !== '') onTyped(text, isFirst);
  };
  const runOut = (): void => {
    if (count < surelyReader) {
      giveBack();
    } else {
      held = '';
      isDropped = true;
    }
  };
  const end = (): void => {
    runOut();
    forget();
  };
  const hold = (key: string, atMs: number): void => {
    if (!isDropped && given.length + held.length + key.length <= longestScan) held += key;
    count += 1;
    lastMs = atMs;
    stopWaiting?.();
    stopWaiting = schedule(count < fewestCharacters ? patienceMs : longPatienceMs, runOut);
  };

  return {
    press({ key, atMs, isCommand, isRepeat }) {
      if (modifiers.has(key)) return false;
      const isQuick = count > 0 && atMs - lastMs <= longestGapMs;
      const isPlain = !isCommand && !isRepeat;
      if (isPlain && suffixes.has(key)) {
        if (isQuick && count >= fewestCharacters) {
          const text = isDropped ? '' : given + held;
          const wasTyped = given !== '';
          scanEndMs = atMs;
          forget();
          if (wasTyped) onTakeBack();
          if (text !== '') onScan(text);
          return true;
        }
        // Some readers end a scan twice, with CR and LF.
        if (count === 0 && atMs - scanEndMs <= longestGapMs) return true;
      } else if (isPlain && character.test(key)) {
        if (!isQuick) end();
        // No code begins with a space, and a space presses buttons: it is left as it is.
        if (key === ' ' && count === 0) return false;
        hold(key, atMs);
        return true;
      }
      end();
      return false;
    },
    close: end,
  };
}
