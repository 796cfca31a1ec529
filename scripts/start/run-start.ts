/** Chooses a shell, starts it and the virtual devices, and runs the kiosk until it is stopped. */
import { dirname, join } from 'node:path';
import { createLineLogger } from '../../main/adapters/logging/line-logger.ts';
import { defaultDataFolder } from '../../main/core/data-folder.ts';
import { parseStartOptions, type StartOptions, startHelp } from '../../main/hosts/start-options.ts';
import { chooseShell, type ShellChoice } from './choose-shell.ts';
import { findChromium, findElectron, hasDisplay } from './find-programs.ts';
import { installElectron } from './install-electron.ts';
import { offerReferencePortal } from './offer-reference-portal.ts';
import { runBrowserShell } from './run-browser-shell.ts';
import { runElectronShell } from './run-electron-shell.ts';

const projectFolder = dirname(dirname(import.meta.dirname));
const clock = { nowMs: () => Date.now() };
const logger = createLineLogger((text) => process.stderr.write(text), clock, 'shell');

function say(text: string): void {
  process.stderr.write(`kiosk: ${text}\n`);
}

/** Resolves at the first SIGINT, SIGTERM or SIGHUP (a second one ends this process at once), and when npm is gone. */
function stopSignal(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => resolve());
  }
  if (process.env['npm_lifecycle_event'] === 'start') {
    // A signal sent to npm ends the shell between it and us without a word; what is left to see is another parent.
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid !== parent) {
        clearInterval(watch);
        resolve();
      }
    }, 500);
    watch.unref();
  }
  return promise;
}

function chooseForThisMachine(options: StartOptions): ShellChoice {
  const choice = chooseShell(options.shell, {
    electronPath: findElectron(projectFolder, process.env),
    chromiumPath: findChromium(process.env),
    hasDisplay: hasDisplay(process.env, process.platform),
  });
  if (choice.kind !== 'install-electron') {
    return choice;
  }
  const path = installElectron({ projectFolder, environment: process.env, say });
  return path === null
    ? { kind: 'refused', reason: 'Electron was asked for and is not there.' }
    : { kind: 'electron', path, reason: 'Electron, as asked for' };
}

async function run(options: StartOptions, stopAsked: Promise<void>): Promise<0 | 1> {
  const choice = chooseForThisMachine(options);
  if (choice.kind === 'refused' || choice.kind === 'install-electron') {
    say(choice.kind === 'refused' ? choice.reason : 'Electron is not installed.');
    return 1;
  }
  say(`shell: ${choice.reason}`);
  const configurationPath = options.kiosk.configurationPath ?? join(projectFolder, 'data', 'site.json');
  const { dataFolder } = options.kiosk;
  const portal = await offerReferencePortal({ configurationPath, dataFolder, logger, say });
  const kiosk = portal === null ? options.kiosk : { ...options.kiosk, configurationPath: portal.configurationPath };
  const shell = runShell(choice, { ...options, kiosk }, stopAsked);
  // Loaded and started while the core starts, which takes longer.
  const { startVirtualDevices } = await import('./start-virtual-devices.ts');
  const [devices] = await Promise.all([
    startVirtualDevices({ configurationPath, dataFolder, logger }),
    portal?.start(),
  ]);
  try {
    return await shell;
  } finally {
    await Promise.all([devices.close(), portal?.close()]);
  }
}

function runShell(
  choice: Exclude<ShellChoice, { kind: 'refused' | 'install-electron' }>,
  options: StartOptions,
  stopAsked: Promise<void>,
): Promise<0 | 1> {
  if (choice.kind === 'electron') {
    return runElectronShell({ executablePath: choice.path, projectFolder, options, logger, stopAsked });
  }
  return runBrowserShell({
    options,
    chromiumPath: choice.kind === 'browser' ? choice.path : null,
    coreModulePath: join(projectFolder, 'main', 'hosts', 'browser', 'core-process.ts'),
    pageFolder: join(projectFolder, 'dist', 'page'),
    clock,
    logger,
    say,
    stopAsked,
  });
}

/** `argumentList` without node and script. Resolves with the exit code. */
export async function runStart(argumentList: readonly string[]): Promise<0 | 1 | 2> {
  const parsed = parseStartOptions(argumentList, {
    // npm runs scripts in the project's folder and keeps here where the person stands.
    workingFolder: process.env['INIT_CWD'] ?? process.cwd(),
    catalogueFolder: join(projectFolder, 'dist', 'catalogue'),
    dataFolder: defaultDataFolder(process.env, process.platform),
  });
  if (parsed.kind === 'start') {
    return run(parsed.options, stopSignal());
  }
  if (parsed.kind === 'help') {
    process.stdout.write(startHelp);
    return 0;
  }
  say(`${parsed.message} npm start -- --help lists the options.`);
  return 2;
}
