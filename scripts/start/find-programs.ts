/** What this machine has to show the kiosk with; only looks, runs nothing. */
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Debian's name first; Chrome's own packages after it. */
const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Electron's binary, or null where it is not installed. Reads what the package's installer leaves (`path.txt`, `dist/`)
 * and ELECTRON_OVERRIDE_DIST_PATH: importing the package would start the download.
 */
export function findElectron(projectFolder: string, environment: Environment): string | null {
  const packageFolder = join(projectFolder, 'node_modules', 'electron');
  const pathFile = join(packageFolder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : null;
  const override = environment['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') {
    return executable(join(override, name ?? 'electron'));
  }
  return name === null ? null : executable(join(packageFolder, 'dist', name));
}

export function findChromium(environment: Environment): string | null {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const name of chromiumNames) {
    for (const folder of folders) {
      const path = executable(join(folder, name));
      if (path !== null) {
        return path;
      }
    }
  }
  return null;
}

/** Windows and macOS always have one. */
export function hasDisplay(environment: Environment, platform: string): boolean {
  return platform !== 'linux' || Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY']);
}

function executable(path: string): string | null {
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    // Not there, or not to be run by this user: the same to us.
    return null;
  }
}
