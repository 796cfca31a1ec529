/** Where a kiosk keeps what it remembers unless it is told otherwise. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** `XDG_STATE_HOME` (XDG Base Directory 0.8) or its default; `LOCALAPPDATA` on Windows. */
export function defaultDataFolder(environment: Readonly<Record<string, string | undefined>>, platform: string): string {
  const stateFolder =
    platform === 'win32'
      ? environment['LOCALAPPDATA'] || join(homedir(), 'AppData', 'Local')
      : environment['XDG_STATE_HOME'] || join(homedir(), '.local', 'state');
  return join(stateFolder, 'procedure-kiosk');
}
