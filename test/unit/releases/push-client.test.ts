/** The pusher's side of the door, where the kiosk answers before all was sent, is started anew, or falls silent. */
import { networkInterfaces } from 'node:os';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPushClient } from '../../../main/adapters/releases/create-push-client.ts';
import { bundleLine } from '../../../main/core/releases/bundle-stream.ts';
import { startRawServer } from '../../fakes/raw-server.ts';
import { openPushDoor, pushToken } from '../../fixtures/releases/open-push-door.ts';
import { timestampPath } from '../../fixtures/releases/repository-folder.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';

const hasIpv6 = (networkInterfaces()['lo'] ?? []).some(({ address }) => address === '::1');

function clientOf(port: number, signal = new AbortController().signal, host = '127.0.0.1') {
  const client = createPushClient({ host, port, token: pushToken, signal });
  onTestFinished(() => client.close());
  return client;
}

async function* repeat(piece: Uint8Array, times: number): AsyncGenerator<Uint8Array> {
  for (let time = 0; time < times; time += 1) {
    yield piece;
  }
}

describe('a push', () => {
  it('that is refused in the middle hears why', async () => {
    const world = await openPushDoor({ folder: temporaryFolder() });
    const piece = Buffer.alloc(65_536, 'x');
    for (let turn = 0; turn < 5; turn += 1) {
      const outcome = await clientOf(world.port).release(piece.length * 400, () => repeat(piece, 400));
      expect(outcome).toMatchObject({ kind: 'failed', reason: 'bad-answer' });
    }
    expect(world.taken).toBe(0);
  });

  it('with a nonce that is too old gets another and is taken', async () => {
    let nowMs = 0;
    const { port } = await openPushDoor({ folder: temporaryFolder(), elapsedMs: () => nowMs });
    const client = clientOf(port);
    expect(await client.state()).toMatchObject({ number: 4 });
    nowMs += 10 * 60_000;
    const line = bundleLine({ path: timestampPath, bytes: 0 });
    expect(await client.release(line.length, () => repeat(line, 1))).toEqual({ kind: 'committed', number: 5 });
  });

  it.skipIf(!hasIpv6)('goes over IPv6 (skipped where this machine has none)', async () => {
    const six = await openPushDoor({ folder: temporaryFolder(), host: '::1' });
    expect(await clientOf(six.port, undefined, '::1').state()).toMatchObject({ number: 4 });
  });

  it('to nobody, to a name nobody knows, or called off, says so', async () => {
    await expect(clientOf(1).state()).rejects.toMatchObject({ trouble: 'unreachable' });
    await expect(clientOf(1, undefined, 'kiosk.invalid').state()).rejects.toMatchObject({
      trouble: 'unreachable',
      message: 'its name is not known to the network',
    });
    const silent = await startRawServer(() => undefined);
    const interruption = new AbortController();
    const asked = clientOf(silent.port, interruption.signal).state();
    interruption.abort();
    await expect(asked).rejects.toMatchObject({ trouble: 'unreachable', message: 'called off' });
    const printer = await startRawServer((socket) => void socket.end('\u0010\u0004 READY\r\n'));
    await expect(clientOf(printer.port).state()).rejects.toMatchObject({ trouble: 'foreign' });
  });
});
