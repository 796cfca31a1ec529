/** Which shell is opened, and the one line that says why. */
import type { Shell } from '../../main/hosts/start-options.ts';

export interface Machine {
  readonly electronPath: string | null;
  readonly chromiumPath: string | null;
  readonly hasDisplay: boolean;
}

export type ShellChoice =
  | { readonly kind: 'electron'; readonly path: string; readonly reason: string }
  | { readonly kind: 'browser'; readonly path: string; readonly reason: string }
  | { readonly kind: 'none'; readonly reason: string }
  /** Electron was asked for by name and has to be fetched first. */
  | { readonly kind: 'install-electron' }
  | { readonly kind: 'refused'; readonly reason: string };

const noDisplay = 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)';
const noChromium = 'Chromium is not installed (Debian: apt-get install chromium)';
const noElectron = 'Electron is not installed (npm run electron:install fetches it)';

/** `requested` null takes the best one the machine has. */
export function chooseShell(requested: Shell | null, machine: Machine): ShellChoice {
  const { electronPath, chromiumPath } = machine;
  if (requested === 'none') {
    return { kind: 'none', reason: 'no window, as asked for' };
  }
  if (requested === 'electron') {
    if (!machine.hasDisplay) {
      return { kind: 'refused', reason: `Electron cannot open a window: ${noDisplay}.` };
    }
    return electronPath === null
      ? { kind: 'install-electron' }
      : { kind: 'electron', path: electronPath, reason: 'Electron, as asked for' };
  }
  if (requested === 'browser') {
    if (!machine.hasDisplay || chromiumPath === null) {
      return {
        kind: 'refused',
        reason: `Chromium cannot open a window: ${machine.hasDisplay ? noChromium : noDisplay}.`,
      };
    }
    return { kind: 'browser', path: chromiumPath, reason: 'Chromium, as asked for' };
  }
  if (!machine.hasDisplay) {
    return { kind: 'none', reason: `no window, because ${noDisplay}` };
  }
  if (electronPath !== null) {
    return { kind: 'electron', path: electronPath, reason: 'Electron, because it is installed' };
  }
  if (chromiumPath !== null) {
    return { kind: 'browser', path: chromiumPath, reason: `Chromium, because ${noElectron}` };
  }
  return { kind: 'none', reason: `no window, because ${noElectron} and ${noChromium}` };
}
