/** Electron in its own process; it supervises window and core itself. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Logger } from '../../main/core/ports.ts';
import type { StartOptions } from '../../main/hosts/start-options.ts';

export interface ElectronShellOptions {
  readonly executablePath: string;
  readonly projectFolder: string;
  readonly options: StartOptions;
  readonly logger: Logger;
  readonly stopAsked: Promise<void>;
}

/** Killed when it has not ended by then. */
const stopTimeoutMs = 10_000;

/** Resolves with 0 when Electron ended in order, 1 otherwise. */
export async function runElectronShell(shell: ElectronShellOptions): Promise<0 | 1> {
  if (!bringBundlesUpToDate(shell.projectFolder)) {
    return 1;
  }
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    shell.logger.warn('Electron runs without its sandbox because this is root; run the kiosk as a user of its own');
  }
  const argumentList = [...(isRoot ? ['--no-sandbox'] : []), shell.projectFolder, ...electronArguments(shell.options)];
  // A process group of its own, so that Ctrl-C in the terminal reaches this process first.
  const child = spawn(shell.executablePath, argumentList, { stdio: ['ignore', 2, 2], detached: true });
  const { promise, resolve } = Promise.withResolvers<0 | 1>();
  child.once('error', (error) => {
    shell.logger.error('Electron could not be started', { reason: error.message });
    resolve(1);
  });
  child.once('exit', (code) => resolve(code === 0 ? 0 : 1));
  let timer: NodeJS.Timeout | undefined;
  const stop = async (): Promise<void> => {
    await shell.stopAsked;
    child.kill('SIGTERM');
    timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  };
  void stop();
  const code = await promise;
  clearTimeout(timer);
  return code;
}

/** Main process, core and preload are bundled for Electron only, so they are not among the parts built for every start. */
function bringBundlesUpToDate(projectFolder: string): boolean {
  const bootstrap = join(projectFolder, 'scripts', 'bootstrap.mjs');
  return spawnSync(process.execPath, [bootstrap, '--build=preload,electron'], { stdio: ['ignore', 2, 2] }).status === 0;
}

/** The options as Electron's main process reads them. */
export function electronArguments({ windowed, kiosk }: StartOptions): string[] {
  return [
    ...(windowed ? ['--windowed'] : []),
    `--data-dir=${kiosk.dataFolder}`,
    `--catalogue=${kiosk.catalogueFolder}`,
    ...(kiosk.configurationPath === null ? [] : [`--config=${kiosk.configurationPath}`]),
  ];
}
