/** The main process under Electron: supervision of window and core, and the hand-over of the port between them. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { KioskError } from '../../../main/contract/error.ts';
import { createFailedKiosk } from '../../../main/core/failed-kiosk.ts';
import { runCore } from '../../../main/hosts/electron/run-core.ts';
import { runHost } from '../../../main/hosts/electron/run-host.ts';
import { createFakeElectron, type FakeElectron, FakePort, fakeElectron } from '../../fakes/electron.ts';
import { createFakeKiosk } from '../../fakes/fake-kiosk.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';

const options = { configurationPath: null, catalogueFolder: '/catalogue', dataFolder: '/data' };
const ready = { kind: 'ready', port: null, entryAddress: null, startFailure: null };

let electron: FakeElectron;
let scheduled: (() => void)[];
/** The machine may be busy with other suites. */
const patience = { timeout: 15_000 };
const logger = createRecordingLogger();

beforeEach(() => {
  electron = createFakeElectron();
  scheduled = [];
  logger.entries.length = 0;
});

function start(windowed = false): Promise<void> {
  return runHost({
    electron: electron.parts,
    options,
    windowed,
    paths: { core: '/app/core.js', preload: '/app/preload.cjs', page: '/app/page' },
    clock: { nowMs: () => 0 },
    logger,
    schedule: (_delayMs, action) => {
      scheduled.push(action);
      return () => {
        scheduled = scheduled.filter((other) => other !== action);
      };
    },
  });
}

/** Runs what is due after a delay, once the ends before it have been noticed. */
async function restart(): Promise<void> {
  await vi.waitFor(() => expect(scheduled).not.toEqual([]), patience);
  scheduled.shift()?.();
}

function child(index: number) {
  const found = electron.children[index];
  if (found === undefined) {
    throw new Error(`No core was forked as number ${index}.`);
  }
  return found;
}

function openedWindow(index: number) {
  const found = electron.windows[index];
  if (found === undefined) {
    throw new Error(`No window was opened as number ${index}.`);
  }
  return found;
}

function load(index: number): void {
  openedWindow(index).webContents.emit('did-finish-load');
}

describe('the hand-over of the port', () => {
  it('gives the core and the page one end each, once both are there', async () => {
    await start();
    expect(child(0)).toMatchObject({ modulePath: '/app/core.js' });
    expect(child(0).posted).toEqual([{ message: { kind: 'start', options, server: null }, ports: [] }]);
    load(0);
    expect(electron.channels).toEqual([]);
    child(0).emit('message', ready);
    const [channel] = electron.channels;
    expect(child(0).posted[1]).toEqual({ message: { kind: 'connect' }, ports: [channel?.port1] });
    expect(openedWindow(0).webContents.mainFrame.posted).toEqual([
      { channel: 'port', message: null, ports: [channel?.port2] },
    ]);
  });

  it('makes a new channel after each reload', async () => {
    await start();
    child(0).emit('message', ready);
    load(0);
    openedWindow(0).webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    load(0);
    expect(electron.channels).toHaveLength(2);
    expect(openedWindow(0).webContents.mainFrame.posted.map(({ ports }) => ports[0])).toEqual(
      electron.channels.map(({ port2 }) => port2),
    );
  });

  it('makes a new channel after each restart of the core, and never closes the window for it', async () => {
    await start();
    child(0).emit('message', ready);
    load(0);
    child(0).emit('exit', 9);
    await restart();
    expect(electron.windows).toHaveLength(1);
    expect(electron.channels).toHaveLength(1);
    child(1).emit('message', ready);
    expect(electron.channels).toHaveLength(2);
    expect(child(1).posted[1]?.ports).toEqual([electron.channels[1]?.port1]);
  });

  it('gives no port to a page that is being left', async () => {
    await start();
    load(0);
    openedWindow(0).webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    child(0).emit('message', ready);
    expect(electron.channels).toEqual([]);
  });

  it('gives no port of a core that has ended', async () => {
    await start();
    child(0).emit('message', ready);
    child(0).emit('exit', 9);
    await vi.waitFor(() => expect(scheduled).toHaveLength(1), patience);
    load(0);
    expect(electron.channels).toEqual([]);
  });

  it('lets nothing else reach the page', async () => {
    await start();
    child(0).emit('message', ready);
    load(0);
    child(0).emit('exit', 9);
    await restart();
    child(1).emit('message', { ...ready, startFailure: { code: 'configuration-invalid', message: 'office.nmae' } });
    expect(openedWindow(0).webContents.sentPast).toEqual([]);
    expect(openedWindow(0).webContents.mainFrame.posted.map(({ channel, message }) => ({ channel, message }))).toEqual([
      { channel: 'port', message: null },
      { channel: 'port', message: null },
    ]);
  });
});

describe('supervision', () => {
  it.each([
    ['render-process-gone', [{}, { reason: 'crashed', exitCode: 1 }]],
    ['render-process-gone', [{}, { reason: 'oom', exitCode: 1 }]],
    ['unresponsive', []],
    ['did-fail-load', [{}, -6, 'ERR_FILE_NOT_FOUND', 'kiosk://page/', true]],
  ])('opens the window anew after %s', async (event, details) => {
    await start();
    openedWindow(0).webContents.emit(event, ...details);
    expect(openedWindow(0).isDestroyed()).toBe(true);
    await restart();
    expect(electron.windows).toHaveLength(2);
    expect(openedWindow(1).loaded).toEqual(['kiosk://page/']);
  });

  it('gives up after too many crashes of the page, with exit code 1', async () => {
    await start();
    for (let crash = 0; crash < 8; crash += 1) {
      openedWindow(crash).webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
      await restart();
    }
    openedWindow(8).webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    await vi.waitFor(() => expect(electron.app.exitCodes).toEqual([1]), patience);
    expect(electron.windows).toHaveLength(9);
  });

  it('opens a window again that a citizen managed to close, but ends with a window of a developer', async () => {
    await start(false);
    openedWindow(0).emit('closed');
    await restart();
    expect(electron.windows).toHaveLength(2);
    electron = createFakeElectron();
    scheduled = [];
    await start(true);
    openedWindow(0).emit('closed');
    await vi.waitFor(() => expect(electron.app.exitCodes).toEqual([0]), patience);
    expect(child(0).posted.at(-1)?.message).toEqual({ kind: 'stop' });
  });

  it('shows the window when it has something to show', async () => {
    await start();
    expect(openedWindow(0).isShown).toBe(false);
    openedWindow(0).emit('ready-to-show');
    expect(openedWindow(0).isShown).toBe(true);
  });

  it('stops core and window before it quits, and starts nothing after', async () => {
    await start();
    const preventDefault = vi.fn<() => void>();
    electron.app.emit('before-quit', { preventDefault });
    expect(preventDefault).toHaveBeenCalled();
    await vi.waitFor(() => expect(electron.app.exitCodes).toEqual([0]), patience);
    expect(child(0).posted.at(-1)?.message).toEqual({ kind: 'stop' });
    expect(openedWindow(0).isDestroyed()).toBe(true);
    expect(scheduled).toEqual([]);
  });

  it('lets a second instance end at once, without window or core', async () => {
    electron.app.isFirstInstance = false;
    await start();
    expect(electron.app.exitCodes).toEqual([1]);
    expect([electron.windows, electron.children]).toEqual([[], []]);
  });

  it('logs why a start failed, and still joins the page, which shows it', async () => {
    await start();
    load(0);
    child(0).emit('message', {
      ...ready,
      startFailure: { code: 'data-folder-locked', message: 'In use by process 7.' },
    });
    expect(logger.entries).toContainEqual({
      level: 'error',
      message: 'In use by process 7.',
      fields: { code: 'data-folder-locked' },
    });
    expect(electron.channels).toHaveLength(1);
  });
});

describe('the core process', () => {
  type OrderListener = Parameters<Parameters<typeof runCore>[0]['line']['onOrder']>[0];

  function startCore(startKiosk: Parameters<typeof runCore>[0]['startKiosk']) {
    const reports: unknown[] = [];
    const exits: number[] = [];
    let give: OrderListener | null = null;
    runCore({
      line: {
        onOrder: (listener) => {
          give = listener;
        },
        report: (report) => reports.push(report),
      },
      startKiosk,
      logger,
      exit: (code) => exits.push(code),
    });
    return { reports, exits, give: (order: unknown, ports: FakePort[] = []) => give?.(order, ports) };
  }

  it('answers on every port it is given, also one that came while it started', async () => {
    const core = startCore(() => Promise.resolve(createFakeKiosk(logger)));
    const ports = [new FakePort(), new FakePort()];
    core.give({ kind: 'start', options, server: null });
    core.give({ kind: 'connect' }, ports.slice(0, 1));
    await vi.waitFor(() => expect(core.reports).toEqual([ready]), patience);
    core.give({ kind: 'connect' }, ports.slice(1));
    for (const port of ports) {
      await vi.waitFor(() => expect(port.listenerCount('message')).toBe(1), patience);
      port.emit('message', { data: JSON.stringify({ id: 4, method: 'session.end', params: {} }) });
      await vi.waitFor(() => expect(port.sent).toEqual(['{"id":4,"ok":true,"result":{}}']), patience);
    }
  });

  it('tells why a start failed and answers with it', async () => {
    const failure = new KioskError('configuration-invalid', 'office.nmae');
    const core = startCore(() => Promise.resolve(createFailedKiosk(failure, logger)));
    const port = new FakePort();
    core.give({ kind: 'start', options, server: null });
    core.give({ kind: 'connect' }, [port]);
    await vi.waitFor(() => expect(port.listenerCount('message')).toBe(1), patience);
    port.emit('message', { data: JSON.stringify({ id: 1, method: 'kiosk.describe' }) });
    await vi.waitFor(() => expect(port.sent.join()).toContain('"code":"configuration-invalid"'), patience);
    expect(core.reports).toEqual([
      { ...ready, startFailure: { code: 'configuration-invalid', message: 'office.nmae' } },
    ]);
  });

  it('ends with 1 when the start threw, and with 0 when it is told to stop', async () => {
    const broken = startCore(() => Promise.reject(new Error('no such module')));
    broken.give({ kind: 'start', options, server: null });
    await vi.waitFor(() => expect(broken.exits).toEqual([1]), patience);
    const core = startCore(() => Promise.resolve(createFakeKiosk(logger)));
    core.give({ kind: 'start', options, server: null });
    core.give({ kind: 'stop' });
    await vi.waitFor(() => expect(core.exits).toEqual([0]), patience);
  });
});

describe('the entry of the main process', () => {
  it('reads the options behind its own path and keeps Chromium’s files in the data folder', async () => {
    vi.stubGlobal(
      'process',
      Object.assign(Object.create(process), {
        argv: ['electron', '--no-sandbox', '/app/main.js', '--data-dir=/data', '--windowed'],
      }),
    );
    fakeElectron.app.isPackaged = false;
    await import('../../../main/hosts/electron/main.ts');
    await vi.waitFor(() => expect(fakeElectron.children).toHaveLength(1), patience);
    expect(fakeElectron.app.paths.get('userData')).toBe('/data/electron');
    expect(fakeElectron.children[0]).toMatchObject({ modulePath: '/app/dist/electron/core.js' });
    expect(fakeElectron.children[0]?.posted[0]?.message).toMatchObject({
      options: { configurationPath: null, catalogueFolder: '/app/dist/catalogue', dataFolder: '/data' },
    });
    expect(fakeElectron.windows[0]?.options.webPreferences?.preload).toBe('/app/dist/preload/preload.cjs');
    vi.unstubAllGlobals();
  });
});
