/** `npm run portal` and `npm start`: which portal there is, and what the person who started it is told. */
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfiguration } from '../../../main/core/configuration/read-configuration.ts';
import { portalHelp, readPortalCommandLine } from '../../../scripts/portal/command-line.ts';
import { runPortal } from '../../../scripts/portal/run-portal.ts';
import { offerReferencePortal } from '../../../scripts/start/offer-reference-portal.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';

let folder: string;
const patience = { timeout: 15_000 };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'run-portal-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function ask(address: string, keyFile: string): Promise<Response> {
  const key = readFileSync(keyFile, 'utf8').trim();
  return fetch(new URL('v1/appointment-slots?procedure=1.001193&days=5', address), {
    headers: { Authorization: `Bearer ${key}`, 'Kiosk-Id': 'demo-kiosk' },
  });
}

function run(...argumentList: string[]) {
  const { promise: stopAsked, resolve: stop } = Promise.withResolvers<void>();
  const out: string[] = [];
  const errors: string[] = [];
  const code = runPortal({
    argumentList,
    environment: { XDG_STATE_HOME: folder },
    platform: 'linux',
    workingFolder: folder,
    writeOut: (text) => out.push(text),
    writeError: (text) => errors.push(text),
    stopAsked,
  });
  return { out, errors, stop, code };
}

describe('npm run portal', () => {
  it('says where it listens, what the kiosk needs, and what there is to scan', async () => {
    const portal = run('--port=0');
    await expect.poll(() => portal.out, patience).toHaveLength(1);
    const [text = ''] = portal.out;
    const { portal: configuration } = JSON.parse(`{${/"portal": \{.*\}/u.exec(text)?.[0] ?? ''}}`);
    const keyFile = join(folder, 'procedure-kiosk', 'reference-portal.key');
    expect(configuration).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/u),
      kioskId: 'demo-kiosk',
      keyFile,
    });
    expect(text).toContain('079190000017|020000017|NGUYỄN THỊ MẪU|14021990|Nữ|');
    expect(text.match(/^ {2}\S+-\d{6}-\S+ /gmu)).toHaveLength(14);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    const key = readFileSync(keyFile, 'utf8');
    expect((await ask(configuration.url, keyFile)).status).toBe(200);
    portal.stop();
    expect(await portal.code).toBe(0);
    await expect(ask(configuration.url, keyFile)).rejects.toThrow('fetch failed');
    const next = run('--port=0');
    await expect.poll(() => next.out, patience).toHaveLength(1);
    expect(readFileSync(keyFile, 'utf8')).toBe(key);
    expect([text, next.out[0]].every((output) => output?.includes(key.trim()) === false)).toBe(true);
    next.stop();
    await next.code;
  });

  it('keeps its database where it is told', async () => {
    const portal = run('--port=0', '--data=kept.db');
    await expect.poll(() => portal.out, patience).toHaveLength(1);
    portal.stop();
    await portal.code;
    expect(existsSync(join(folder, 'kept.db'))).toBe(true);
  });

  it('says what stands in its way', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const portal = run(`--port=${port}`);
    expect([await portal.code, portal.errors]).toEqual([
      1,
      [`portal: Port ${port} is in use; choose another one with --port.\n`],
    ]);
    other.close();
    writeFileSync(join(folder, 'notes.txt'), 'no database, but a text that is long enough to be looked at '.repeat(20));
    const misled = run('--port=0', '--data=notes.txt');
    expect(await misled.code).toBe(1);
    expect(misled.errors[0]).toContain('notes.txt: file is not a database');
  });

  it('helps', async () => {
    const { code, out } = run('--help');
    expect([await code, out]).toEqual([0, [portalHelp]]);
  });

  it.each([
    [['--prot=1'], "Unknown option '--prot'."],
    [['--port'], "Option '--port <value>' argument missing."],
    [['--port=99999'], '--port is a number from 0 to 65535; "99999" is none.'],
    [['--port=x'], '--port is a number from 0 to 65535; "x" is none.'],
    [['--data='], '--data needs a value, e.g. --data=….'],
    [['start'], "Unexpected argument 'start'."],
  ])('refuses %j', async (argumentList, words) => {
    const portal = run(...argumentList);
    expect([await portal.code, portal.errors]).toEqual([
      2,
      [`portal: ${words} npm run portal -- --help lists the options.\n`],
    ]);
  });

  it('takes paths from where the person stands', () => {
    const defaults = { workingFolder: '/here', keyFile: '/state/key' };
    expect(readPortalCommandLine([], defaults)).toEqual({
      kind: 'run',
      port: 9310,
      databasePath: null,
      keyFile: '/state/key',
    });
    expect(readPortalCommandLine(['--data', 'a.db', '--key-file=b'], defaults)).toMatchObject({
      databasePath: '/here/a.db',
      keyFile: '/here/b',
    });
  });
});

describe('npm start', () => {
  const logger = createRecordingLogger();
  const said: string[] = [];

  function offer(configuration: object) {
    logger.entries.length = 0;
    said.length = 0;
    const configurationPath = join(folder, 'site.json');
    writeFileSync(configurationPath, JSON.stringify({ office: { name: 'Mẫu' }, ...configuration }));
    return offerReferencePortal({
      configurationPath,
      dataFolder: join(folder, 'data'),
      logger,
      say: (text) => said.push(text),
    });
  }

  it('runs one where none is configured, tells the kiosk and says so in one line', async () => {
    const portal = await offer({ languages: ['en'] });
    const path = portal?.configurationPath ?? '';
    const { portal: configured, languages, office } = readConfiguration(path);
    const keyFile = join(folder, 'data', 'reference-portal.key');
    expect([configured.kioskId, configured.keyFile, languages, office.name]).toEqual([
      'demo-kiosk',
      keyFile,
      ['en'],
      'Mẫu',
    ]);
    // A request that comes before the portal is ready waits for it.
    const early = ask(configured.url ?? '', keyFile);
    await portal?.start();
    expect((await early).status).toBe(200);
    const list = join(folder, 'data', 'reference-portal-dossiers.txt');
    expect(said).toEqual([
      `no portal is configured: the reference portal listens on ${configured.url}, dossiers to scan are in ${list}`,
    ]);
    expect(readFileSync(list, 'utf8')).toContain('|NGUYỄN THỊ MẪU|');
    expect([statSync(path).mode & 0o777, statSync(keyFile).mode & 0o777]).toEqual([0o600, 0o600]);
    await portal?.close();
    expect(existsSync(path)).toBe(false);
    await expect(ask(configured.url ?? '', keyFile)).rejects.toThrow('fetch failed');
  });

  it.each([
    ['names a portal', { portal: { url: 'https://mot-cua.example.vn/', kioskId: 'a', keyFile: '/key' } }],
    ['forbids one', { portal: { url: null } }],
    ['has a real printer, and so real citizens', { printer: { target: 'tcp://192.0.2.1:9100' } }],
    ['has no printer', { printer: { target: null } }],
    ['cannot be used', { languages: [] }],
  ])('runs none where the configuration %s', async (_, configuration) => {
    expect(await offer(configuration)).toBeNull();
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('goes on without where the data folder cannot be written', async () => {
    writeFileSync(join(folder, 'data'), 'a file');
    expect(await offer({})).toBeNull();
    expect(logger.entries).toMatchObject([{ level: 'warn', message: 'The reference portal was not started' }]);
  });
});
