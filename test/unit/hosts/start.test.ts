/** What `npm start` does on machines of every kind. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseShell } from '../../../scripts/start/choose-shell.ts';
import { findChromium, findElectron, hasDisplay } from '../../../scripts/start/find-programs.ts';
import { installElectron } from '../../../scripts/start/install-electron.ts';
import { runBrowserShell } from '../../../scripts/start/run-browser-shell.ts';
import { electronArguments } from '../../../scripts/start/run-electron-shell.ts';
import { startVirtualDevices } from '../../../scripts/start/start-virtual-devices.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';

const fixtures = new URL('../../fixtures/hosts/', import.meta.url);
/** The machine may be busy with other suites. */
const patience = { timeout: 15_000 };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiosk-start-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function writeProgram(path: string, text = '#!/bin/sh\n'): string {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

async function runShell(configurationPath: string | null, chromiumPath: string | null = null, windowed = false) {
  const said: string[] = [];
  const logger = createRecordingLogger();
  const stop = Promise.withResolvers<void>();
  const code = runBrowserShell({
    options: {
      shell: null,
      windowed,
      port: 0,
      kiosk: { configurationPath, catalogueFolder: '/none', dataFolder: folder },
    },
    chromiumPath,
    coreModulePath: fileURLToPath(new URL('fake-core-process.ts', fixtures)),
    pageFolder: fileURLToPath(new URL('page', fixtures)),
    clock: { nowMs: () => Date.now() },
    logger,
    say: (text) => said.push(text),
    stopAsked: stop.promise,
  });
  return { said, logger, code, stop: stop.resolve };
}

describe('the choice of the shell', () => {
  const everything = { electronPath: '/electron', chromiumPath: '/chromium', hasDisplay: true };

  it('takes Electron where it is installed, otherwise Chromium where there is a display, otherwise none', () => {
    expect(chooseShell(null, everything)).toMatchObject({ kind: 'electron', path: '/electron' });
    expect(chooseShell(null, { ...everything, electronPath: null })).toMatchObject({
      kind: 'browser',
      path: '/chromium',
    });
    expect(chooseShell(null, { ...everything, hasDisplay: false })).toMatchObject({ kind: 'none' });
    expect(chooseShell(null, { electronPath: null, chromiumPath: null, hasDisplay: true })).toMatchObject({
      kind: 'none',
    });
  });

  it('says why in one line', () => {
    expect(chooseShell(null, { ...everything, electronPath: null })).toMatchObject({
      reason: 'Chromium, because Electron is not installed (npm run electron:install fetches it)',
    });
    expect(chooseShell(null, { ...everything, hasDisplay: false })).toMatchObject({
      reason: 'no window, because there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)',
    });
  });

  it('fetches Electron when it is asked for by name, and refuses what cannot be', () => {
    expect(chooseShell('electron', { ...everything, electronPath: null })).toEqual({ kind: 'install-electron' });
    expect(chooseShell('electron', { ...everything, hasDisplay: false })).toMatchObject({ kind: 'refused' });
    expect(chooseShell('browser', { ...everything, hasDisplay: false })).toMatchObject({ kind: 'refused' });
    expect(chooseShell('browser', { ...everything, chromiumPath: null })).toEqual({
      kind: 'refused',
      reason: 'Chromium cannot open a window: Chromium is not installed (Debian: apt-get install chromium).',
    });
    expect(chooseShell('none', everything)).toMatchObject({ kind: 'none' });
  });
});

describe('what the machine has', () => {
  it('finds Electron by what its installer leaves, without importing it', () => {
    expect(findElectron(folder, {})).toBeNull();
    const packageFolder = join(folder, 'node_modules', 'electron');
    mkdirSync(packageFolder, { recursive: true });
    writeFileSync(join(packageFolder, 'path.txt'), 'electron');
    expect(findElectron(folder, {})).toBeNull();
    const binary = writeProgram(join(packageFolder, 'dist', 'electron'));
    expect(findElectron(folder, {})).toBe(binary);
  });

  it('finds Electron in a folder of one’s own', () => {
    const binary = writeProgram(join(folder, 'own', 'electron'));
    expect(findElectron(folder, { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'own') })).toBe(binary);
    expect(findElectron(folder, { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'none') })).toBeNull();
  });

  it('finds Chromium on the path, and a display in the environment', () => {
    const chrome = writeProgram(join(folder, 'bin', 'google-chrome'));
    expect(findChromium({ PATH: `/nowhere:${join(folder, 'bin')}` })).toBe(chrome);
    expect(findChromium({ PATH: '/nowhere' })).toBeNull();
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false);
    expect(hasDisplay({}, 'win32')).toBe(true);
  });
});

describe('fetching Electron', () => {
  const said: string[] = [];
  const say = (text: string): void => {
    said.push(text);
  };

  function writeInstaller(text: string): void {
    said.length = 0;
    mkdirSync(join(folder, 'node_modules', 'electron'), { recursive: true });
    writeFileSync(join(folder, 'node_modules', 'electron', 'install.js'), text);
  }

  it('says why not, and what to do, when its host is not reached', () => {
    writeInstaller("console.error('RequestError: getaddrinfo ENOTFOUND github.com'); process.exit(1);");
    expect(installElectron({ projectFolder: folder, environment: {}, say })).toBeNull();
    expect(said[1]).toBe('Electron could not be fetched: RequestError: getaddrinfo ENOTFOUND github.com');
    expect(said[2]).toContain('ELECTRON_MIRROR');
    expect(said[2]).toContain('--shell=browser');
  });

  it('finds what the installer left', () => {
    const dist = join(folder, 'node_modules', 'electron', 'dist');
    writeInstaller(
      `const fs = require('fs'); fs.mkdirSync(${JSON.stringify(dist)});
       fs.writeFileSync(${JSON.stringify(join(dist, 'electron'))}, '', { mode: 0o755 });
       fs.writeFileSync(${JSON.stringify(join(dist, '..', 'path.txt'))}, 'electron');`,
    );
    expect(installElectron({ projectFolder: folder, environment: {}, say })).toBe(join(dist, 'electron'));
  });
});

describe('the virtual devices', () => {
  const logger = createRecordingLogger();

  async function start(printer: string | null, reader: string | null) {
    logger.entries.length = 0;
    const configurationPath = join(folder, 'site.json');
    writeFileSync(
      configurationPath,
      JSON.stringify({ office: { name: 'Mẫu' }, printer: { target: printer }, reader: { target: reader } }),
    );
    return startVirtualDevices({ configurationPath, dataFolder: folder, logger });
  }

  it('listen where the configuration names them, and leave the ports when they close', async () => {
    const devices = await start('virtual:29100', 'virtual:29101');
    expect([await listens(29_100), await listens(29_101)]).toEqual([true, true]);
    expect(existsSync(join(folder, 'slips'))).toBe(true);
    const others = await start('virtual:29100', null);
    expect(logger.entries[0]).toMatchObject({ level: 'warn', message: 'The virtual printer was not started' });
    await others.close();
    await devices.close();
    expect([await listens(29_100), await listens(29_101)]).toEqual([false, false]);
  });

  it('are none for real hardware, no hardware, or a configuration that is wrong', async () => {
    for (const [printer, reader] of [
      ['tcp://192.0.2.1:9100', 'serial:/dev/ttyACM0'],
      [null, null],
      ['parallel:', 'virtual:0'],
    ] as const) {
      await (await start(printer, reader)).close();
      expect(logger.entries).toEqual([]);
    }
    const configurationPath = join(folder, 'none.json');
    await (await startVirtualDevices({ configurationPath, dataFolder: folder, logger })).close();
    expect(logger.entries).toEqual([]);
  });
});

describe('the browser shell', () => {
  it('prints the address and serves until it is stopped', async () => {
    const { said, code, stop } = await runShell(null);
    await expect.poll(() => said, patience).toHaveLength(1);
    const address = /open (\S+) \(Ctrl-C ends\)/u.exec(said[0] ?? '')?.[1] ?? '';
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(303);
    stop();
    expect(await code).toBe(0);
    await expect(fetch(address)).rejects.toThrow('fetch failed');
  });

  it('serves a failed start and says what it is', async () => {
    const { said, code, stop } = await runShell('wrong');
    await expect
      .poll(() => said, patience)
      .toEqual(['office.nmae: no such key.', expect.stringContaining('open http')]);
    stop();
    expect(await code).toBe(0);
  });

  it('ends with 1 where another kiosk holds the data folder and there is no screen to say so', async () => {
    const { said, code } = await runShell('locked');
    expect(await code).toBe(1);
    expect(said).toEqual(['In use by process 7.']);
  });

  it('stops while it starts', async () => {
    const { said, code, stop } = await runShell(null);
    stop();
    expect(await code).toBe(0);
    expect(said).toEqual([]);
  });

  it('starts a browser again that ends, and ends with one that a developer closed', async () => {
    const log = join(folder, 'starts');
    const chromiumPath = writeProgram(join(folder, 'chromium-fake'), `#!/bin/sh\necho started >> ${log}\nexit 0\n`);
    const kiosk = await runShell(null, chromiumPath);
    await expect
      .poll(() => kiosk.logger.entries.map(({ message }) => message), patience)
      .toContain('The browser ended and is started again');
    kiosk.stop();
    expect(await kiosk.code).toBe(0);
    const windowed = await runShell(null, chromiumPath, true);
    expect(await windowed.code).toBe(0);
  });
});

it('hands Electron the options it needs', () => {
  const kiosk = { configurationPath: '/site.json', catalogueFolder: '/c', dataFolder: '/d' };
  expect(electronArguments({ shell: null, windowed: true, port: 0, kiosk })).toEqual([
    '--windowed',
    '--data-dir=/d',
    '--catalogue=/c',
    '--config=/site.json',
  ]);
});
