/** The door for pushed releases before whoever stands outside: strangers, replays, older and forged releases, a crowd. */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPushClient, type PushClient } from '../../main/adapters/releases/create-push-client.ts';
import { createPushDoor, type OpenedPushDoor } from '../../main/adapters/releases/create-push-door.ts';
import type { UpdateOutcome } from '../../main/contract/updates.ts';
import { bundleLength, bundleLine } from '../../main/core/releases/bundle-stream.ts';
import { authorisationText, releasePath, requestProof, statePath } from '../../main/core/releases/push-proof.ts';
import { scheduleAfter } from '../../main/hosts/supervisor.ts';
import { folderInMemory } from './folder-in-memory.ts';
import { expectShown } from './update-attack.ts';
import { createUpdateWorld, type UpdateWorld } from './update-world.ts';

const token = randomBytes(32).toString('hex');

interface PushWorld {
  readonly world: UpdateWorld;
  readonly port: number;
  readonly client: (withToken?: string) => PushClient;
  readonly push: (withToken?: string) => Promise<UpdateOutcome>;
}

async function createPushWorld(): Promise<PushWorld> {
  const tokenFile = join(folderInMemory(), 'token');
  writeFileSync(tokenFile, `${token}\n`, { mode: 0o600 });
  let door: OpenedPushDoor | null = null;
  const world = await createUpdateWorld({
    ports: (ports, { dataFolder }) => {
      door = createPushDoor({
        listen: { host: '127.0.0.1', port: 0 },
        tokenFile,
        spoolFolder: join(dataFolder, 'pushed'),
        office: null,
        schedule: scheduleAfter,
        logger: ports.logger,
      });
      return { ...ports, updates: { ...ports.updates, push: door } };
    },
  });
  await world.publishAndTake(1);
  const port = portOf(door);
  const client = (withToken = token): PushClient => {
    const made = createPushClient({ host: '127.0.0.1', port, token: withToken, signal: AbortSignal.timeout(20_000) });
    onTestFinished(() => made.close());
    return made;
  };
  return {
    world,
    port,
    client,
    push: (withToken) => {
      const files = [...world.repository.files];
      return client(withToken).release(lengthOf(files), () => streamOf(files));
    },
  };
}

function portOf(door: OpenedPushDoor | null): number {
  if (door?.port === undefined || door.port === null) {
    throw new Error('The door is not open.');
  }
  return door.port;
}

type Files = readonly (readonly [path: string, bytes: Buffer])[];

const lengthOf = (files: Files): number => bundleLength(files.map(([path, { length }]) => ({ path, bytes: length })));

async function* streamOf(files: Files): AsyncGenerator<Uint8Array> {
  for (const [path, bytes] of files) {
    yield bundleLine({ path, bytes: bytes.length });
    yield bytes;
  }
}

/** One request as bytes; answers all that comes until the line is closed or a whole head is there. */
async function speak(port: number, bytes: string | Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const { promise, resolve } = Promise.withResolvers<void>();
  let text = '';
  socket.setEncoding('latin1').on('data', (piece: string) => {
    text += piece;
    if (text.includes('\r\n\r\n')) {
      resolve();
    }
  });
  socket.on('error', () => resolve()).on('close', () => resolve());
  socket.write(bytes);
  await promise;
  socket.destroy();
  return text;
}

const request = (method: string, path: string, headers: readonly string[]): string =>
  [`${method} ${path} HTTP/1.1`, ...headers, '', ''].join('\r\n');

async function freshNonce(port: number): Promise<string> {
  const answer = await speak(port, request('GET', statePath, [`Host: 127.0.0.1:${port}`]));
  return /nonce="([^"]+)"/u.exec(answer)?.[1] ?? '';
}

const nothingSpooled = (world: UpdateWorld): boolean => {
  const spool = join(world.dataFolder, 'pushed');
  return !existsSync(spool) || readdirSync(spool).length === 0;
};

describe('a push', () => {
  it('of a newer release is taken, and counted as one', async () => {
    const { world, push } = await createPushWorld();
    world.publish(2);
    expect(await push()).toEqual({ kind: 'committed', number: 2 });
    await expectShown(world, 2);
    expect((await world.overview()).lastCheck?.source).toBe('push');
    expect(nothingSpooled(world)).toBe(true);
  });

  it.each(['', 'f'.repeat(64), token.toUpperCase()])(
    'from somebody with the token %j is not even read',
    async (wrong) => {
      const { world, push } = await createPushWorld();
      world.publish(2);
      await expect(push(wrong)).rejects.toThrow();
      await expectShown(world, 1);
      expect(nothingSpooled(world)).toBe(true);
      expect((await world.overview()).lastCheck?.source).toBe('network');
    },
  );

  it('of an older release is refused', async () => {
    const { world, push } = await createPushWorld();
    const old = world.repository.copyFiles();
    await world.publishAndTake(2);
    world.repository.serve(old);
    expect(await push()).toMatchObject({ kind: 'failed', reason: 'rollback' });
    await expectShown(world, 2);
    expect((await world.overview()).failure).toMatchObject({ source: 'push', reason: 'rollback' });
    expect((await world.status()).counts.updateFailures).toEqual({ rollback: 1 });
    expect(nothingSpooled(world)).toBe(true);
  });

  it('of a forged release is refused, though the token is right', async () => {
    const { world, push } = await createPushWorld();
    world.draft(2);
    world.repository.rotate('targets');
    world.repository.signAll();
    expect(await push()).toMatchObject({ kind: 'failed', reason: 'bad-signature' });
    await expectShown(world, 1);
    expect((await world.overview()).failure).toMatchObject({ source: 'push', reason: 'bad-signature' });
  });

  it('of the same release again changes nothing', async () => {
    const { world, push } = await createPushWorld();
    world.publish(2);
    expect(await push()).toEqual({ kind: 'committed', number: 2 });
    expect(await push()).toEqual({ kind: 'current', number: 2 });
  });

  it('that was listened to and is played again is refused', async () => {
    const { world, port } = await createPushWorld();
    world.publish(2);
    const files = [...world.repository.files];
    const lengthBytes = lengthOf(files);
    const nonce = await freshNonce(port);
    const host = `127.0.0.1:${port}`;
    const proof = requestProof(token, { nonce, method: 'POST', path: releasePath, host, lengthBytes });
    const headers = [
      `Host: ${host}`,
      `Content-Length: ${lengthBytes}`,
      `Authorization: ${authorisationText(nonce, proof)}`,
    ];
    const parts = [Buffer.from(request('POST', releasePath, headers))];
    for await (const piece of streamOf(files)) {
      parts.push(Buffer.from(piece));
    }
    const spoken = Buffer.concat(parts);
    expect(await speak(port, spoken)).toMatch(/^HTTP\/1\.1 200 /u);
    await expectShown(world, 2);
    expect(await speak(port, spoken)).toMatch(/^HTTP\/1\.1 401 /u);
    // Nor does the proof vouch for another body or another kiosk.
    const other = await freshNonce(port);
    const foreign = requestProof(token, {
      nonce: other,
      method: 'POST',
      path: releasePath,
      host: '10.0.0.1:1',
      lengthBytes,
    });
    const turned = [headers[0] ?? '', headers[1] ?? '', `Authorization: ${authorisationText(other, foreign)}`];
    expect(await speak(port, request('POST', releasePath, turned))).toMatch(/^HTTP\/1\.1 401 /u);
    await expectShown(world, 2);
  });

  it.each([
    'metadata/../../journal.db',
    '../trust/root.json',
    '/etc/passwd',
    'metadata/1.evil.json',
    'targets/catalogue/run.sh',
  ])('with a file named %s is refused whole, and nothing is written', async (path) => {
    const { world, client } = await createPushWorld();
    world.publish(2);
    const files: Files = [...world.repository.files, [path, Buffer.from('evil')]];
    const outcome = await client().release(lengthOf(files), () => streamOf(files));
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'bad-answer' });
    await expectShown(world, 1);
    expect(nothingSpooled(world)).toBe(true);
  });

  it('of ten gigabytes is refused before it is read', async () => {
    const { world, port } = await createPushWorld();
    const nonce = await freshNonce(port);
    const host = `127.0.0.1:${port}`;
    const lengthBytes = 10_000_000_000;
    const proof = requestProof(token, { nonce, method: 'POST', path: releasePath, host, lengthBytes });
    const headers = [
      `Host: ${host}`,
      `Content-Length: ${lengthBytes}`,
      `Authorization: ${authorisationText(nonce, proof)}`,
    ];
    expect(await speak(port, request('POST', releasePath, headers))).toMatch(/^HTTP\/1\.1 413 /u);
    expect(nothingSpooled(world)).toBe(true);
  });

  it('through a page that was led here by another name is refused', async () => {
    const { port } = await createPushWorld();
    expect(await speak(port, request('GET', statePath, ['Host: kiosk.example.vn']))).toMatch(/^HTTP\/1\.1 421 /u);
  });
});

describe('two hundred connections at once', () => {
  it('cost citizens nothing, are held to the limit, and let the true push in afterwards', async () => {
    const { world, port, push } = await createPushWorld();
    const sockets: Socket[] = [];
    let closed = 0;
    for (let index = 0; index < 200; index += 1) {
      const socket = connect(port, '127.0.0.1');
      socket
        .on('error', () => undefined)
        .on('close', () => {
          closed += 1;
        });
      // Some say nothing, some drip, some ask.
      socket.write(
        index % 3 === 0
          ? ''
          : index % 3 === 1
            ? 'POST /v1/rel'
            : request('GET', statePath, [`Host: 127.0.0.1:${port}`]),
      );
      sockets.push(socket);
    }
    await expectShown(world, 1);
    await until(() => closed >= 190);
    await expectShown(world, 1);
    for (const socket of sockets) {
      socket.destroy();
    }
    await until(() => closed === 200);
    world.publish(2);
    expect(await push()).toEqual({ kind: 'committed', number: 2 });
    await expectShown(world, 2);
  });
});

/** Between two looks everything that waits on sockets is heard. */
async function until(isSo: () => boolean): Promise<void> {
  const endMs = performance.now() + 10_000;
  while (!isSo()) {
    if (performance.now() > endMs) {
      throw new Error(`it is not so: ${isSo.toString()}`);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
