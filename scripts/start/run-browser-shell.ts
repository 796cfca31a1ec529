/** The kiosk with its loopback server, and Chromium before it where there is a display. */
import type { Clock, Logger } from '../../main/core/ports.ts';
import { launchChromium } from '../../main/hosts/browser/launch-chromium.ts';
import { superviseCore } from '../../main/hosts/browser/supervise-core.ts';
import type { StartOptions } from '../../main/hosts/start-options.ts';
import { type Supervisor, supervise } from '../../main/hosts/supervisor.ts';

export interface BrowserShellOptions {
  readonly options: StartOptions;
  /** Null serves without a window. */
  readonly chromiumPath: string | null;
  readonly coreModulePath: string;
  readonly pageFolder: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** One line for the person who started it. */
  readonly say: (text: string) => void;
  /** Resolves when the kiosk is to end. */
  readonly stopAsked: Promise<void>;
}

/** Runs until it is asked to stop; resolves with the exit code when nothing of it is left. */
export async function runBrowserShell(shell: BrowserShellOptions): Promise<0 | 1> {
  const { options, chromiumPath, clock, logger, say } = shell;
  const core = superviseCore({
    modulePath: shell.coreModulePath,
    options: options.kiosk,
    pageFolder: shell.pageFolder,
    port: options.port,
    clock,
    logger,
  });
  const first = await Promise.race([core.firstStart, shell.stopAsked]);
  if (first === undefined || first.kind === 'refused') {
    await core.stop();
    if (first !== undefined) {
      say(first.failure.message);
    }
    return first === undefined ? 0 : 1;
  }
  const { entryAddress, startFailure } = first.ready;
  if (startFailure !== null) {
    say(startFailure.message);
    // A second kiosk on a folder ends; before a screen it says so there until somebody has put it right.
    if (chromiumPath === null && startFailure.code === 'data-folder-locked') {
      await core.stop();
      return 1;
    }
  }
  const end = Promise.withResolvers<0 | 1>();
  const window = chromiumPath === null ? null : openWindow(shell, chromiumPath, entryAddress, end.resolve);
  if (window === null) {
    say(`open ${entryAddress} (Ctrl-C ends)`);
  }
  const code = await Promise.race([end.promise, stopped(shell.stopAsked), failed(core.givenUp)]);
  await window?.stop();
  await core.stop();
  return code;
}

function openWindow(
  { options, clock, logger }: BrowserShellOptions,
  executablePath: string,
  entryAddress: string,
  end: (code: 0 | 1) => void,
): Supervisor {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    logger.warn('Chromium runs without its sandbox because this is root; run the kiosk as a user of its own');
  }
  return supervise({
    name: 'browser',
    clock,
    logger,
    onGiveUp: () => end(1),
    start: () =>
      launchChromium({
        executablePath,
        entryAddress,
        dataFolder: options.kiosk.dataFolder,
        windowed: options.windowed,
        withoutSandbox: isRoot,
        logger,
        onClosedByUser: () => end(0),
      }),
  });
}

async function stopped(stopAsked: Promise<void>): Promise<0> {
  await stopAsked;
  return 0;
}

async function failed(givenUp: Promise<void>): Promise<1> {
  await givenUp;
  return 1;
}
