/** Which keys of a keyboard that somebody plugs in must not reach the window. */
import type { Input } from 'electron';

const functionKey = /^F\d{1,2}$/u;
/** Editing in the search field; everything else with Ctrl or Meta opens, closes, prints, zooms or reloads something. */
const allowedWithControl: ReadonlySet<string> = new Set([
  'a',
  'c',
  'v',
  'x',
  'z',
  'y',
  'arrowleft',
  'arrowright',
  'backspace',
  'delete',
  'home',
  'end',
]);

export type KeyInput = Pick<Input, 'key' | 'control' | 'meta' | 'alt'>;

/** Alt+F4, F11, F12, Ctrl+W/R/Q/P/T/N, Alt+arrow (back, forward), zoom keys …: all but typing and editing. */
export function isBlockedKey({ key, control, meta, alt }: KeyInput): boolean {
  if (functionKey.test(key) || key.startsWith('Browser') || key === 'ContextMenu') {
    return true;
  }
  // Vietnamese and other layouts type letters with AltGr, which reports Ctrl and Alt together.
  if (control && alt && key.length === 1) {
    return false;
  }
  return alt || ((control || meta) && !allowedWithControl.has(key.toLowerCase()));
}
