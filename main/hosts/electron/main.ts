/** Entry of Electron's main process: reads the options and runs the host. */
import { join, resolve } from 'node:path';
import {
  app,
  BrowserWindow,
  Menu,
  MessageChannelMain,
  powerSaveBlocker,
  protocol,
  session,
  utilityProcess,
} from 'electron';
import { createLineLogger } from '../../adapters/logging/line-logger.ts';
import { defaultDataFolder } from '../../core/data-folder.ts';
import { parseStartOptions, startHelp } from '../start-options.ts';
import { runHost } from './run-host.ts';

const builtFolder = resolve(app.getAppPath(), 'dist');
const parsed = parseStartOptions(ownArguments(), {
  workingFolder: process.cwd(),
  // SQLite opens its files itself and cannot look into the asar archive, so a packaged catalogue lies beside it.
  catalogueFolder: app.isPackaged ? join(process.resourcesPath, 'catalogue') : join(builtFolder, 'catalogue'),
  dataFolder: defaultDataFolder(process.env, process.platform),
});

if (parsed.kind === 'start') {
  const { kiosk, windowed } = parsed.options;
  // Chromium's own files, and with them the lock of the single instance: one for each data folder.
  app.setPath('userData', join(kiosk.dataFolder, 'electron'));
  const clock = { nowMs: () => Date.now() };
  void runHost({
    electron: { app, BrowserWindow, Menu, MessageChannelMain, powerSaveBlocker, protocol, session, utilityProcess },
    options: kiosk,
    windowed,
    paths: {
      core: join(builtFolder, 'electron', 'core.js'),
      preload: join(builtFolder, 'preload', 'preload.cjs'),
      page: join(builtFolder, 'page'),
    },
    clock,
    logger: createLineLogger((text) => process.stderr.write(text), clock, 'shell'),
  });
} else {
  process.stderr.write(parsed.kind === 'help' ? startHelp : `${parsed.message}\n`);
  app.exit(parsed.kind === 'help' ? 0 : 2);
}

/** Without what belongs to Electron: its own path, in a developer's tree the app's, and the switch for root. */
function ownArguments(): string[] {
  const given = process.argv.slice(1).filter((argument) => argument !== '--no-sandbox');
  const ownPath = given.findIndex((argument) => !argument.startsWith('-'));
  return app.isPackaged ? given : given.slice(ownPath + 1);
}
