/** The window of the browser shell: its command line, and that a real Chromium is led, guarded and watched. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chromiumArguments } from '../../../main/hosts/browser/chromium-arguments.ts';
import { createDebuggingPipe } from '../../../main/hosts/browser/debugging-pipe.ts';
import { launchChromium } from '../../../main/hosts/browser/launch-chromium.ts';
import type { SupervisedProcess } from '../../../main/hosts/supervisor.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';

const chromium = '/usr/bin/chromium';

describe('the command line', () => {
  const options = { profileFolder: '/data/profile', windowed: false, withoutSandbox: false };

  it('fills the screen and keeps the sandbox', () => {
    const list = chromiumArguments(options);
    expect(list).toContain('--kiosk');
    expect(list).toContain('--user-data-dir=/data/profile');
    expect(list).toContain('--disable-pinch');
    expect(list).not.toContain('--no-sandbox');
  });

  it('shows an ordinary window when asked to, and leaves the sandbox only when told', () => {
    const list = chromiumArguments({ ...options, windowed: true, withoutSandbox: true });
    expect(list).not.toContain('--kiosk');
    expect(list).toContain('--no-sandbox');
  });
});

describe('the debugging pipe', () => {
  it('pairs answers with calls across chunks, and rejects what is refused, late or cut off', async () => {
    const fromBrowser = new PassThrough();
    const toBrowser = new PassThrough();
    const pipe = createDebuggingPipe(fromBrowser, toBrowser, 30);
    const events: string[] = [];
    pipe.onEvent((event) => events.push(event.method));
    const first = pipe.call('Page.enable', {}, 'session');
    const second = pipe.call('Page.wrong');
    expect(toBrowser.read().toString()).toBe(
      '{"id":1,"method":"Page.enable","params":{},"sessionId":"session"}\0{"id":2,"method":"Page.wrong","params":{}}\0',
    );
    fromBrowser.write('{"id":2,"error":{"message":"no such method"}}\0{"method":"Some.event"}\0{"id":1,"res');
    fromBrowser.write('ult":{"ok":1}}\0');
    await expect(second).rejects.toThrow('no such method');
    expect(await first).toEqual({ ok: 1 });
    expect(events).toEqual(['Some.event']);
    await expect(pipe.call('Page.slow')).rejects.toThrow('not answered');
    const cutOff = pipe.call('Page.enable');
    fromBrowser.destroy();
    await expect(cutOff).rejects.toThrow('ended');
  });
});

describe.skipIf(!existsSync(chromium))(`with ${chromium} (skipped where it is not installed)`, () => {
  let dataFolder: string;
  let server: Server;
  let visits: string[];
  let script: string;
  let browser: SupervisedProcess | null;
  const logger = createRecordingLogger();

  beforeEach(async () => {
    dataFolder = mkdtempSync(join(tmpdir(), 'kiosk-chromium-test-'));
    visits = [];
    script = '';
    browser = null;
    logger.entries.length = 0;
    server = createServer((request, response) => {
      visits.push(request.url ?? '');
      response.setHeader('Content-Type', 'text/html');
      response.end(`<title>page</title><script>${script}</script>`);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });

  afterEach(async () => {
    await browser?.stop();
    server.closeAllConnections();
    server.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  function launch(): { readonly ended: Promise<string> } {
    const started = launchChromium({
      executablePath: chromium,
      // The server always listens on TCP.
      entryAddress: `http://127.0.0.1:${(server.address() as AddressInfo).port}/?token=secret`,
      dataFolder,
      windowed: false,
      withoutSandbox: process.getuid?.() === 0,
      logger,
      onClosedByUser: () => undefined,
      furtherArguments: ['--headless', '--disable-gpu', '--disable-popup-blocking'],
    });
    browser = started;
    return { ended: new Promise((resolve) => started.onEnd(resolve)) };
  }

  function pageVisits(): string[] {
    return visits.filter((path) => path.startsWith('/?token'));
  }

  /** Ids and command lines of this test's Chromium processes. */
  function processes(): { readonly id: number; readonly commandLine: string }[] {
    const ids = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
    return ids
      .map((id) => ({ id: Number(id), commandLine: readCommandLine(id) }))
      .filter(({ commandLine }) => commandLine.includes(dataFolder));
  }

  it('opens the page, keeps the token off every command line, and leaves nothing when it stops', async () => {
    const { ended } = launch();
    await expect.poll(pageVisits, { timeout: 15_000 }).toEqual(['/?token=secret']);
    expect(processes().length).toBeGreaterThan(0);
    expect(processes().filter(({ commandLine }) => commandLine.includes('token='))).toEqual([]);
    await browser?.stop();
    await ended;
    expect(readdirSync(join(dataFolder, 'chromium'))).toEqual([]);
    await expect.poll(processes, { timeout: 15_000 }).toEqual([]);
  });

  it('leads the page back when it goes elsewhere', async () => {
    script = "if (!sessionStorage.been) { sessionStorage.been = '1'; location.href = '/elsewhere'; }";
    launch();
    await expect.poll(() => pageVisits().length, { timeout: 15_000 }).toBeGreaterThanOrEqual(2);
    expect(logger.entries.map((entry) => entry.message)).toContain('The page went elsewhere and is led back');
  });

  it('closes another window', async () => {
    script = "if (location.search !== '?again') { open('/?again'); }";
    launch();
    await expect
      .poll(() => logger.entries.map((entry) => entry.message), { timeout: 15_000 })
      .toContain('Another window was opened and is closed');
  });

  it('ends, to be started anew, when the page crashes', async () => {
    const { ended } = launch();
    await expect.poll(pageVisits, { timeout: 15_000 }).toHaveLength(1);
    for (const { id, commandLine } of processes()) {
      if (commandLine.includes('--type=renderer')) {
        process.kill(id, 'SIGKILL');
      }
    }
    expect(await ended).toBe('the page crashed');
  });
});

/** Empty where the process has just ended. */
function readCommandLine(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
