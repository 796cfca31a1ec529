/** Fetches Electron's binary with the package's own installer, and says why where that does not work. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Environment, findElectron } from './find-programs.ts';

export interface InstallElectronOptions {
  readonly projectFolder: string;
  readonly environment: Environment;
  readonly say: (text: string) => void;
  /** Default 300,000. */
  readonly timeoutMs?: number;
}

/** The path of the binary; null where it could not be fetched, after saying so. */
export function installElectron({
  projectFolder,
  environment,
  say,
  timeoutMs = 300_000,
}: InstallElectronOptions): string | null {
  const present = findElectron(projectFolder, environment);
  if (present !== null) {
    return present;
  }
  const host =
    environment['ELECTRON_MIRROR'] ??
    environment['npm_config_electron_mirror'] ??
    'https://github.com/electron/electron/releases/';
  say(`fetching Electron from ${host} …`);
  const installer = join(projectFolder, 'node_modules', 'electron', 'install.js');
  const run = spawnSync(process.execPath, [installer], {
    cwd: projectFolder,
    env: { ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: timeoutMs,
  });
  const installed = findElectron(projectFolder, environment);
  if (installed === null) {
    say(`Electron could not be fetched: ${reasonOf(run)}`);
    say(
      'Its binary is not in the npm registry but at that address. Where it is not reached, set ELECTRON_MIRROR to a mirror or ' +
        'ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron, or use --shell=browser, which serves the same kiosk in Chromium.',
    );
  }
  return installed;
}

/** The line of the installer's output that names the failure. */
function reasonOf(run: { readonly error?: Error; readonly status: number | null; readonly stderr: string }): string {
  const lines = run.stderr.split('\n').map((line) => line.trim());
  const telling =
    lines.find((line) => /\b(?:E[A-Z_]{4,}|HTTP|status|certificate|checksum)\b/u.test(line)) ??
    lines.find((line) => line.includes('Error'));
  // Node's fetch keeps the cause to itself.
  const reason = telling?.endsWith('fetch failed') === true ? 'its host was not reached' : telling;
  return reason ?? run.error?.message ?? `the installer ended with ${run.status}`;
}
