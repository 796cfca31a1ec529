/** The core as a process of its own: it comes back at the same port with the same token, and never outlives its supervisor. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type SupervisedCore, superviseCore } from '../../../main/hosts/browser/supervise-core.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';

const fixtures = new URL('../../fixtures/hosts/', import.meta.url);
const modulePath = fileURLToPath(new URL('fake-core-process.ts', fixtures));
const logger = createRecordingLogger();
let core: SupervisedCore | null = null;

afterEach(async () => {
  await core?.stop();
  core = null;
  logger.entries.length = 0;
});

function start(configurationPath: string | null, port = 0): SupervisedCore {
  core = superviseCore({
    modulePath,
    options: { configurationPath, catalogueFolder: '/none', dataFolder: '/none' },
    pageFolder: fileURLToPath(new URL('page', fixtures)),
    port,
    clock: { nowMs: () => Date.now() },
    logger,
  });
  return core;
}

async function entryAddressOf(started: SupervisedCore): Promise<string> {
  const first = await started.firstStart;
  if (first.kind === 'refused') {
    throw new Error(first.failure.message);
  }
  return first.ready.entryAddress;
}

/** Status of the entry page; null where nothing listens. */
async function enter(entryAddress: string): Promise<number | null> {
  const response = await fetch(entryAddress, { redirect: 'manual' }).catch(() => null);
  return response?.status ?? null;
}

/** Calls a method over a socket of its own; null when the core ended instead of answering. */
function call(entryAddress: string, method: string): Promise<unknown> {
  const { origin, host, searchParams } = new URL(entryAddress);
  const socket = new WebSocket(`ws://${host}/socket?token=${searchParams.get('token')}`, { headers: { origin } });
  return new Promise((resolve) => {
    socket.on('open', () => socket.send(JSON.stringify({ id: 1, method, params: {} })));
    socket.on('message', (data: Buffer) => {
      resolve(JSON.parse(data.toString()));
      socket.close();
    });
    socket.on('error', () => resolve(null));
    socket.on('close', () => resolve(null));
  });
}

describe('the supervised core', () => {
  it('serves, and stops with everything it held', async () => {
    const started = start(null);
    const entryAddress = await entryAddressOf(started);
    expect(await enter(entryAddress)).toBe(303);
    await started.stop();
    expect(await enter(entryAddress)).toBeNull();
  });

  it('comes back by itself after a crash: same port, same token, so the page needs no reload', async () => {
    const entryAddress = await entryAddressOf(start(null));
    expect(await call(entryAddress, 'catalogue.home')).toBeNull();
    await expect.poll(() => call(entryAddress, 'session.end'), { timeout: 10_000 }).toMatchObject({ ok: true });
    expect(logger.entries).toContainEqual({
      level: 'warn',
      message: 'The core ended and is started again',
      fields: { reason: 'exit code 9', delayMs: 250 },
    });
  });

  it('serves a failed start, so that the screen can show it', async () => {
    const first = await start('wrong').firstStart;
    expect(first).toMatchObject({ kind: 'ready', ready: { startFailure: { code: 'configuration-invalid' } } });
    expect(await call(await entryAddressOf(core ?? start('wrong')), 'kiosk.describe')).toMatchObject({
      ok: false,
      error: { code: 'configuration-invalid', message: 'office.nmae: no such key.' },
    });
  });

  it('is refused at once, with advice, where the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve);
    });
    // The server always listens on TCP.
    const first = await start(null, (other.address() as AddressInfo).port).firstStart;
    expect(first).toMatchObject({ kind: 'refused', failure: { code: 'port-in-use' } });
    other.close();
  });

  it('ends when its supervisor is killed', async () => {
    const supervisor = spawn(process.execPath, [fileURLToPath(new URL('supervised-core.ts', fixtures))], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const entryAddress = await new Promise<string>((resolve) => {
      supervisor.stdout.once('data', (data: Buffer) => resolve(data.toString()));
    });
    expect(await enter(entryAddress)).toBe(303);
    supervisor.kill('SIGKILL');
    await expect.poll(() => enter(entryAddress), { timeout: 10_000 }).toBeNull();
  });
});
