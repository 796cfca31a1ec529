/** The 20 points of Electron's security checklist (docs/electron-security.md), each as the shell keeps it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Session } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { resolvePagePath } from '../../../main/hosts/electron/page-protocol.ts';
import { runHost } from '../../../main/hosts/electron/run-host.ts';
import { windowOptions } from '../../../main/hosts/electron/window-options.ts';
import {
  createFakeElectron,
  type FakeElectron,
  FakeSession,
  type FakeWebContents,
  ipcMain,
  ipcRenderer,
} from '../../fakes/electron.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';

const projectFolder = fileURLToPath(new URL('../../../', import.meta.url));
const pageFolder = fileURLToPath(new URL('../../fixtures/hosts/page/', import.meta.url));
const outside = 'https://evil.example/';

let electron: FakeElectron;
let contents: FakeWebContents;

beforeEach(async () => {
  electron = createFakeElectron();
  await runHost({
    electron: electron.parts,
    options: { configurationPath: null, catalogueFolder: '/none', dataFolder: '/none' },
    windowed: false,
    paths: { core: '/app/core.js', preload: '/app/preload.cjs', page: pageFolder },
    clock: { nowMs: () => 0 },
    logger: createRecordingLogger(),
    schedule: () => () => undefined,
  });
  const window = electron.windows[0];
  if (window === undefined) {
    throw new Error('The host opened no window.');
  }
  contents = window.webContents;
});

function webPreferences() {
  return electron.windows[0]?.options.webPreferences;
}

function sourcesOf(folder: string): string[] {
  return readdirSync(join(projectFolder, folder)).map((name) =>
    readFileSync(join(projectFolder, folder, name), 'utf8'),
  );
}

/** Whether a listener prevents what the event announces. */
function isPrevented(
  emitter: NodeJS.EventEmitter,
  event: string,
  details: object = {},
  ...further: unknown[]
): boolean {
  const preventDefault = vi.fn<() => void>();
  emitter.emit(event, { ...details, preventDefault }, ...further);
  return preventDefault.mock.calls.length > 0;
}

function isCancelled(url: string): boolean {
  const answer = vi.fn<(answer: { cancel?: boolean }) => void>();
  // Only these two of the request's many facts are looked at.
  const details = { url, resourceType: 'xhr' } as Parameters<NonNullable<FakeSession['beforeRequest']>>[0];
  electron.session.beforeRequest?.(details, answer);
  return answer.mock.calls[0]?.[0].cancel === true;
}

async function load(address: string, method = 'GET'): Promise<Response> {
  const handler = electron.session.handledSchemes.get('kiosk');
  if (handler === undefined) {
    throw new Error('The page is not served.');
  }
  return handler(new Request(address, { method }));
}

describe('Electron’s security checklist', () => {
  it('1. only loads secure content', () => {
    expect(electron.windows[0]?.loaded).toEqual(['kiosk://page/']);
    expect(electron.privilegedSchemes).toMatchObject([
      { scheme: 'kiosk', privileges: { standard: true, secure: true } },
    ]);
    expect(
      [outside, 'http://127.0.0.1:1/', 'file:///etc/passwd', 'ws://127.0.0.1/'].filter((url) => !isCancelled(url)),
    ).toEqual([]);
    expect(isCancelled('kiosk://page/assets/index.js')).toBe(false);
    expect(isCancelled('kiosk://page.evil.example/')).toBe(true);
  });

  it('2. does not enable Node.js integration', () => {
    expect(webPreferences()).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    });
  });

  it('3. enables context isolation', () => {
    expect(webPreferences()?.contextIsolation).toBe(true);
  });

  it('4. enables process sandboxing', () => {
    expect(webPreferences()?.sandbox).toBe(true);
    expect(electron.app.isSandboxed).toBe(true);
  });

  it('5. denies every permission request', () => {
    const { session } = electron;
    const granted = vi.fn<(granted: boolean) => void>();
    // The handlers look at none of these arguments but the permission's name.
    const nothing = {} as never;
    for (const permission of ['media', 'geolocation', 'notifications', 'fullscreen', 'clipboard-read'] as const) {
      session.permissionRequest?.(nothing, permission, granted, nothing);
      expect(session.permissionCheck?.(null, permission, outside, nothing)).toBe(false);
    }
    expect(granted.mock.calls).toEqual([[false], [false], [false], [false], [false]]);
    expect(session.devicePermission?.(nothing)).toBe(false);
    const streams = vi.fn<(streams: unknown) => void>();
    session.displayMedia?.(nothing, streams);
    expect(streams).toHaveBeenCalledWith(null);
    const paired = vi.fn<(response: unknown) => void>();
    session.bluetoothPairing?.(nothing, paired);
    expect(paired).toHaveBeenCalledWith({ confirmed: false });
  });

  it('6. does not disable webSecurity', () => {
    expect(webPreferences()?.webSecurity).toBe(true);
  });

  it('7. defines a Content Security Policy', async () => {
    const policy = (await load('kiosk://page/')).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect((await load('kiosk://page/nothing.js')).headers.get('content-security-policy')).toBe(policy);
  });

  it('8. does not enable allowRunningInsecureContent', () => {
    expect(webPreferences()?.allowRunningInsecureContent).toBe(false);
  });

  it('9. does not enable experimental features', () => {
    expect(webPreferences()?.experimentalFeatures).toBe(false);
  });

  it('10. does not use enableBlinkFeatures', () => {
    expect(webPreferences()).not.toHaveProperty('enableBlinkFeatures');
  });

  it('11. has no webview that could allow popups', () => {
    expect(webPreferences()?.webviewTag).toBe(false);
  });

  it('12. refuses every webview, whatever its options', () => {
    expect(isPrevented(contents, 'will-attach-webview', {}, {}, { src: outside })).toBe(true);
  });

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('13. limits navigation (%s)', (event) => {
    for (const url of [outside, 'file:///etc/passwd', 'kiosk://page/other.html', 'kiosk://other/', 'javascript:1']) {
      expect(isPrevented(contents, event, { url })).toBe(true);
    }
    expect(isPrevented(contents, event, { url: 'kiosk://page/' })).toBe(false);
  });

  it('14. refuses new windows', () => {
    // The handler does not look at what is asked for.
    expect(contents.windowOpenHandler?.({ url: outside } as never)).toEqual({ action: 'deny' });
  });

  it('15. does not use shell.openExternal', () => {
    for (const source of [...sourcesOf('main/hosts/electron'), ...sourcesOf('preload')]) {
      expect(source).not.toMatch(/\bshell\b[^']*from 'electron'|openExternal|openPath/u);
    }
  });

  it('16. uses a current version of Electron, named exactly', () => {
    const project = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
    const installed = JSON.parse(readFileSync(join(projectFolder, 'node_modules/electron/package.json'), 'utf8'));
    expect(project.devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/u);
    expect(project.devDependencies.electron).toBe(installed.version);
    expect(Number.parseInt(installed.version, 10)).toBeGreaterThanOrEqual(45);
  });

  it('17. takes no message from any page, and gives the port to its own alone', () => {
    expect(ipcMain.eventNames()).toEqual([]);
    for (const source of sourcesOf('main/hosts/electron')) {
      expect(source).not.toMatch(/\bipcMain\b(?!`)/u);
    }
    const report = { kind: 'ready', port: null, entryAddress: null, startFailure: null };
    electron.children[0]?.emit('message', report);
    contents.mainFrame.origin = 'https://evil.example';
    contents.emit('did-finish-load');
    expect(contents.mainFrame.posted).toEqual([]);
    contents.mainFrame.origin = 'kiosk://page';
    contents.emit('did-finish-load');
    expect(contents.mainFrame.posted).toHaveLength(1);
  });

  it('18. serves the page by a protocol of its own, and no file beside it', async () => {
    expect((await load('kiosk://page/')).status).toBe(200);
    for (const path of [
      '../fake-core-process.ts',
      '%2e%2e/fake-core-process.ts',
      '..%2ffake-core-process.ts',
      '..%5cfake-core-process.ts',
      '%00index.html',
      '.hidden.js',
      '%',
      'assets',
    ]) {
      expect((await load(`kiosk://page/${path}`)).status, path).toBe(404);
    }
    expect(resolvePagePath('kiosk://page/%2e%2e%2f%2e%2e/etc/x.json', '/srv/page')).toBeNull();
    expect(resolvePagePath('kiosk://other/index.html', '/srv/page')).toBeNull();
    expect(resolvePagePath('file:///srv/page/index.html', '/srv/page')).toBeNull();
    expect(resolvePagePath('kiosk://page/assets/a.js', '/srv/page')).toBe('/srv/page/assets/a.js');
    expect((await load('kiosk://page/', 'POST')).status).toBe(405);
  });

  it('19. changes the fuses of the packaged binary', () => {
    const settings = readFileSync(join(projectFolder, 'electron-builder.yml'), 'utf8');
    const fuses = settings.slice(settings.indexOf('electronFuses:'));
    for (const line of [
      'runAsNode: false',
      'enableNodeOptionsEnvironmentVariable: false',
      'enableNodeCliInspectArguments: false',
      'onlyLoadAppFromAsar: true',
      'grantFileProtocolExtraPrivileges: false',
    ]) {
      expect(fuses).toContain(`\n  ${line}\n`);
    }
  });

  it('20. exposes no Electron API: the preload forwards the port and nothing else', async () => {
    const posted = vi.fn<(...message: unknown[]) => void>();
    vi.stubGlobal('window', { postMessage: posted });
    vi.stubGlobal('location', { origin: 'kiosk://page' });
    await import('../../../preload/preload.ts');
    expect(ipcRenderer.eventNames()).toEqual(['port']);
    const ports = [{}];
    ipcRenderer.emit('port', { ports, sender: 'must not pass' }, 'nor this');
    expect(posted.mock.calls).toEqual([['kiosk-port', 'kiosk://page', ports]]);
    expect(readFileSync(join(projectFolder, 'preload/preload.ts'), 'utf8')).not.toContain('contextBridge');
    vi.unstubAllGlobals();
  });
});

describe('beyond the checklist', () => {
  it('keeps nothing on disk, downloads nothing, trusts no certificate, checks no spelling', () => {
    expect(electron.partitions).toEqual(['kiosk']);
    expect(isPrevented(electron.session, 'will-download')).toBe(true);
    const verified = vi.fn<(result: number) => void>();
    electron.session.certificateVerify?.({} as never, verified);
    expect(verified).toHaveBeenCalledWith(-2);
    const trusted = vi.fn<(trusted: boolean) => void>();
    expect(isPrevented(contents, 'certificate-error', {}, outside, 'error', {}, trusted)).toBe(true);
    expect(trusted).toHaveBeenCalledWith(false);
    expect(electron.session.isSpellChecking).toBe(false);
  });

  it('has no menu, fills the screen, keeps it awake and shows no developer tools', () => {
    expect(electron.menus).toEqual([null]);
    expect(electron.windows[0]?.options).toMatchObject({ kiosk: true, fullscreen: true, frame: false });
    expect(electron.blockedSleep).toEqual(['prevent-display-sleep']);
    expect(webPreferences()).toMatchObject({ devTools: false, navigateOnDragDrop: false, spellcheck: false });
  });

  it.each([
    [true, true, false],
    [false, false, false],
    [true, false, true],
  ])(
    'opens developer tools only in a window of a developer’s tree (windowed %s, packaged %s)',
    (windowed, isPackaged, expected) => {
      // Only handed on.
      const session = new FakeSession() as unknown as Session;
      const options = windowOptions({ preloadPath: '/preload.cjs', session, windowed, isPackaged });
      expect(options.webPreferences?.devTools).toBe(expected);
    },
  );

  it.each([
    ['F4', { alt: true }],
    ['F11', {}],
    ['F12', {}],
    ['w', { control: true }],
    ['R', { control: true }],
    ['q', { control: true }],
    ['p', { control: true }],
    ['=', { control: true }],
    ['ArrowLeft', { alt: true }],
    ['Tab', { alt: true }],
    ['r', { meta: true }],
    ['BrowserBack', {}],
  ])('blocks the key %s with %o', (key, modifiers) => {
    expect(
      isPrevented(contents, 'before-input-event', {}, { key, control: false, alt: false, meta: false, ...modifiers }),
    ).toBe(true);
  });

  it.each([
    ['đ', {}],
    ['A', {}],
    ['Enter', {}],
    ['Tab', {}],
    ['v', { control: true }],
    ['ễ', { control: true, alt: true }],
  ])('lets the key %s with %o through', (key, modifiers) => {
    expect(
      isPrevented(contents, 'before-input-event', {}, { key, control: false, alt: false, meta: false, ...modifiers }),
    ).toBe(false);
  });

  it('undoes zooming', () => {
    contents.zoomLevel = 3;
    contents.emit('zoom-changed', {}, 'in');
    expect(contents.zoomLevel).toBe(0);
  });
});
