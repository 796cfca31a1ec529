/** `npm start`, after the bootstrap: chooses a shell, starts the virtual devices and runs the kiosk until it is stopped. */
import { dirname, join } from 'node:path';
import { createLineLogger } from '../main/adapters/logging/line-logger.ts';
import { defaultDataFolder } from '../main/hosts/data-folder.ts';
import { parseStartOptions, type StartOptions, startHelp } from '../main/hosts/start-options.ts';
import { chooseShell, type ShellChoice } from './start/choose-shell.ts';
import { findChromium, findElectron, hasDisplay } from './start/find-programs.ts';
import { installElectron } from './start/install-electron.ts';
import { runBrowserShell } from './start/run-browser-shell.ts';
import { runElectronShell } from './start/run-electron-shell.ts';
import { startVirtualDevices } from './start/start-virtual-devices.ts';

const projectFolder = dirname(import.meta.dirname);
const clock = { nowMs: () => Date.now() };
const logger = createLineLogger((text) => process.stderr.write(text), clock, 'shell');

function say(text: string): void {
  process.stderr.write(`kiosk: ${text}\n`);
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends this process at once. */
function stopSignal(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  process.once('SIGINT', () => resolve());
  process.once('SIGTERM', () => resolve());
  process.once('SIGHUP', () => resolve());
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
  const devices = await startVirtualDevices({
    configurationPath: options.kiosk.configurationPath ?? join(projectFolder, 'data', 'site.json'),
    dataFolder: options.kiosk.dataFolder,
    logger,
  });
  try {
    if (choice.kind === 'electron') {
      return await runElectronShell({ executablePath: choice.path, projectFolder, options, logger, stopAsked });
    }
    return await runBrowserShell({
      options,
      chromiumPath: choice.kind === 'browser' ? choice.path : null,
      coreModulePath: join(projectFolder, 'main', 'hosts', 'browser', 'core-process.ts'),
      pageFolder: join(projectFolder, 'dist', 'page'),
      clock,
      logger,
      say,
      stopAsked,
    });
  } finally {
    await devices.close();
  }
}

const parsed = parseStartOptions(process.argv.slice(2), {
  // npm runs scripts in the project's folder and keeps here where the person stands.
  workingFolder: process.env['INIT_CWD'] ?? process.cwd(),
  catalogueFolder: join(projectFolder, 'dist', 'catalogue'),
  dataFolder: defaultDataFolder(process.env, process.platform),
});
if (parsed.kind === 'start') {
  process.exitCode = await run(parsed.options, stopSignal());
} else if (parsed.kind === 'help') {
  process.stdout.write(startHelp);
} else {
  process.stderr.write(`kiosk: ${parsed.message} npm start -- --help lists the options.\n`);
  process.exitCode = 2;
}
