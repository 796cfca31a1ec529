/** The Unix socket of staff's tools: who may open it, and what comes through it that nobody should send. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { connectStaffDoor } from '../../../main/adapters/staff-door/connect-staff-door.ts';
import { createUnixStaffDoor } from '../../../main/adapters/staff-door/create-unix-staff-door.ts';
import { maximumRequestLength, type Reply, replySchema } from '../../../main/contract/envelope.ts';
import type { StaffHandlers } from '../../../main/core/handlers.ts';
import { connectStaff } from '../../../main/core/kiosk-connection.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { gapOf } from '../journal/journal-fixtures.ts';

const question = JSON.stringify({ id: 1, method: 'search.gaps', params: {} });
const gap = gapOf('xin so nha');

const staffRoom = { record: () => undefined };

async function openDoor(handlers: Partial<StaffHandlers> = { 'search.gaps': () => [gap] }, folder = temporaryFolder()) {
  const path = join(folder, 'kiosk.sock');
  const logger = createRecordingLogger();
  const door = createUnixStaffDoor(path, logger);
  await door.open((transport) => connectStaff({ staffHandlers: handlers, staffRoom, logger }, transport));
  onTestFinished(() => door.close());
  return { path, logger, door };
}

/** A program that writes whatever it likes; gives the replies it got by the time the connection ended. */
async function converse(path: string, write: (socket: Socket) => void, enough = Number.POSITIVE_INFINITY) {
  const socket = connect(path);
  let heard = '';
  const { promise, resolve } = Promise.withResolvers<void>();
  socket.on('data', (bytes: Buffer) => {
    heard += bytes.toString('utf8');
    if (heard.split('\n').length > enough) socket.end();
  });
  // The other side may hang up in the middle of our writing; that is what some tests are about.
  socket.on('error', () => undefined);
  socket.on('close', () => resolve());
  write(socket);
  await promise;
  return heard
    .split('\n')
    .slice(0, -1)
    .map((line): Reply => replySchema.parse(JSON.parse(line)));
}

const say = (text: string | Uint8Array) => (socket: Socket) => void socket.write(text);

// Windows has no such sockets; kioskctl then works while no kiosk runs.
describe.skipIf(process.platform === 'win32')('the staff door (not on Windows)', () => {
  it('answers line by line, in whatever pieces the lines come', async () => {
    const { path } = await openDoor();
    const replies = await converse(
      path,
      (socket) => {
        socket.write(question.slice(0, 9));
        setImmediate(() => socket.write(`${question.slice(9)}\n${question}\n`));
      },
      2,
    );
    expect(replies).toEqual([
      { id: 1, ok: true, result: [gap] },
      { id: 1, ok: true, result: [gap] },
    ]);
  });

  it('serves several tools at a time', async () => {
    const { path } = await openDoor();
    const answers = await Promise.all(Array.from({ length: 5 }, () => converse(path, say(`${question}\n`), 1)));
    expect(answers.flat().filter(({ ok }) => ok)).toHaveLength(5);
  });

  it.each([0o000, 0o022, 0o077])('is for its owner alone, with a umask of %o', async (umask) => {
    const before = process.umask(umask);
    try {
      const { path } = await openDoor();
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(process.umask()).toBe(umask);
    } finally {
      process.umask(before);
    }
  });

  it.each([
    ['no JSON', 'garbage\n', 'invalid-request'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x0a]), 'invalid-request'],
    ['an empty line', '\n', 'invalid-request'],
    ['no request', '[1, 2]\n', 'invalid-request'],
    ['a method of the page', '{"id": 1, "method": "session.end"}\n', 'unknown-method'],
    ['a method of the object itself', '{"id": 1, "method": "__proto__"}\n', 'unknown-method'],
    ['params that are none', '{"id": 1, "method": "search.gaps", "params": {"all": true}}\n', 'invalid-request'],
    ['a line longer than a request', `"${'a'.repeat(maximumRequestLength)}"\n`, 'invalid-request'],
  ])('refuses %s by name and goes on', async (_what, text, code) => {
    const { path } = await openDoor();
    const hostile = (socket: Socket) => {
      socket.write(text);
      socket.write(`${question}\n`);
    };
    const replies = await converse(path, hostile, 2);
    expect(replies).toMatchObject([{ ok: false, error: { code } }, { ok: true }]);
  });

  it('sends off whoever writes a line of 10 MB, and serves the next', async () => {
    const { path, logger } = await openDoor();
    expect(await converse(path, say('a'.repeat(10_000_000)))).toEqual([]);
    expect(logger.entries).toContainEqual(expect.objectContaining({ fields: { reason: 'a line is too long' } }));
    expect(await converse(path, say(`${question}\n`), 1)).toMatchObject([{ ok: true }]);
  });

  it('sends off whoever asks and never listens', async () => {
    const many = Array.from({ length: 1_000 }, (_none, index) => gapOf(`hoi ${index} ${'x'.repeat(60)}`));
    const { path, logger } = await openDoor({ 'search.gaps': () => many });
    const socket = connect(path);
    socket.on('error', () => undefined);
    socket.pause();
    socket.write(`${question}\n`.repeat(200));
    await vi.waitFor(() => {
      expect(logger.entries).toContainEqual(expect.objectContaining({ fields: { reason: 'answers are not taken' } }));
    });
    socket.destroy();
  });

  it('turns the ninth tool away', async () => {
    const { path, logger } = await openDoor();
    const tools = Array.from({ length: 8 }, () => connect(path));
    await vi.waitFor(() => expect(tools.every((tool) => tool.readyState === 'open')).toBe(true));
    expect(await converse(path, () => undefined)).toEqual([]);
    expect(logger.entries).toContainEqual(expect.objectContaining({ fields: { reason: 'too many at one time' } }));
    for (const tool of tools) tool.destroy();
  });

  it('takes away the socket of a kiosk that was killed', async () => {
    const folder = temporaryFolder();
    const code = `require('net').createServer().listen('kiosk.sock', () => process.kill(process.pid, 'SIGKILL'))`;
    spawnSync(process.execPath, ['-e', code], { cwd: folder });
    expect(statSync(join(folder, 'kiosk.sock')).isSocket()).toBe(true);
    expect(await connectStaffDoor(join(folder, 'kiosk.sock'))).toBeNull();
    const { path } = await openDoor(undefined, folder);
    expect(await converse(path, say(`${question}\n`), 1)).toMatchObject([{ ok: true }]);
  });

  it('leaves a file alone that is no socket, and says so', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'kiosk.sock'), 'mine');
    await expect(openDoor(undefined, folder)).rejects.toMatchObject({
      code: 'staff-door-unusable',
      message: expect.stringContaining('no socket; move it away'),
    });
    expect(existsSync(join(folder, 'kiosk.sock'))).toBe(true);
  });

  it('says when the path is too long for a socket', async () => {
    const folder = join(temporaryFolder(), 'a'.repeat(100));
    mkdirSync(folder);
    await expect(openDoor(undefined, folder)).rejects.toThrow(/bytes and a socket's may have 107.*--data-dir/);
  });

  it('is gone, with everybody in it, when it is closed', async () => {
    const { path, door } = await openDoor();
    const conversation = converse(path, () => undefined);
    await door.close();
    expect([await conversation, existsSync(path), await connectStaffDoor(path)]).toEqual([[], false, null]);
    await door.close();
  });
});
