/** Downloads: what is there already is not fetched again, what is wrong is not kept, what is too much is not begun. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RepositoryFetchError } from '../../../main/core/ports.ts';
import { etagOf } from '../../fakes/memory-repository.ts';
import { createCity, type SyncWorld, startSync } from './sync-world.ts';

const snapshotOf = (world: SyncWorld, number: number): readonly [string, Buffer] => {
  const found = [...world.repository.files].find(([path]) => path.endsWith(`rows-${number}.zst`));
  if (found === undefined) {
    throw new Error('no snapshot');
  }
  return found;
};
/** Cuts bodies of snapshots after so many bytes. */
function cutAfter(world: SyncWorld, bytes: number): void {
  world.repository.answer.by = ({ path, offsetBytes, etag }) => {
    const file = world.repository.files.get(path);
    if (file === undefined || !path.includes('rows-')) {
      return null;
    }
    const start = etag === etagOf(file) ? offsetBytes : 0;
    return {
      offsetBytes: start,
      etag: etagOf(file),
      totalBytes: file.length,
      body: (async function* () {
        yield file.subarray(start, start + bytes);
        throw new RepositoryFetchError('unreachable', 'cut');
      })(),
    };
  };
}
const incoming = (world: SyncWorld): string[] => readdirSync(join(world.dataFolder, 'releases', 'incoming'));

describe('a download', () => {
  it('goes on where it broke off, also after a start', async () => {
    const first = startSync(createCity());
    first.publish(1);
    cutAfter(first, 150_000);
    expect(await first.check()).toMatchObject({ kind: 'failed', reason: 'unreachable' });
    await first.close();
    const world = startSync(first, { dataFolder: first.dataFolder });
    world.repository.answer.by = () => null;
    expect(await world.check()).toEqual({ kind: 'committed', number: 1 });
    const last = world.repository.requests.findLast(({ path }) => path.includes('rows-'));
    expect(last).toMatchObject({ offsetBytes: 150_000, etag: etagOf(snapshotOf(world, 1)[1]) });
    expect(incoming(world)).toEqual([]);
  });

  it('begins anew where the server does', async () => {
    const world = startSync(createCity());
    world.publish(1);
    cutAfter(world, 150_000);
    await world.check();
    const [path, file] = snapshotOf(world, 1);
    world.repository.answer.by = (request) =>
      request.path === path
        ? {
            offsetBytes: 0,
            etag: null,
            totalBytes: null,
            body: (async function* () {
              yield file;
            })(),
          }
        : null;
    expect(await world.check()).toEqual({ kind: 'committed', number: 1 });
  });

  it('drops a part that was wrong and fetches the whole at once', async () => {
    const world = startSync(createCity());
    world.publish(1);
    const [path, file] = snapshotOf(world, 1);
    const bad = Buffer.from(file).fill(1, 0, 10);
    world.repository.files.set(path, bad);
    cutAfter(world, 150_000);
    await world.check();
    world.repository.files.set(path, file);
    // A server that gives the same ETag to both.
    world.repository.answer.by = ({ path: asked, offsetBytes }) =>
      asked === path
        ? {
            offsetBytes,
            etag: etagOf(bad),
            totalBytes: file.length,
            body: (async function* () {
              yield file.subarray(offsetBytes);
            })(),
          }
        : null;
    expect(await world.check()).toEqual({ kind: 'committed', number: 1 });
  });

  it('refuses a file that is another and keeps nothing of it', async () => {
    const world = startSync(createCity());
    world.publish(1);
    const [path, file] = snapshotOf(world, 1);
    world.repository.files.set(path, Buffer.from(file).fill(1, 0, 10));
    expect(await world.check()).toMatchObject({ kind: 'failed', reason: 'wrong-hash' });
    expect(incoming(world)).toEqual([]);
    // The mirror's fault, not the content's.
    world.repository.files.set(path, file);
    expect(await world.check()).toEqual({ kind: 'committed', number: 1 });
  });

  it.each(['missing', 'wrong'] as const)('takes the snapshot where the delta is %s', async (what) => {
    const world = startSync(createCity());
    world.publish(1);
    await world.check();
    world.publish(2);
    const path = [...world.repository.files.keys()].find((name) => name.includes('delta-'));
    if (what === 'missing') {
      world.repository.files.delete(path ?? '');
    } else {
      world.repository.files.set(path ?? '', Buffer.from('delta to rows of 3'));
    }
    expect(await world.check()).toEqual({ kind: 'committed', number: 2 });
    expect(world.orders.at(-1)?.deltaPath).toBeNull();
  });

  it('does not begin where the disk has no room, and says how much it needs', async () => {
    const world = startSync(createCity(), { freeBytes: () => 20_900_000 });
    world.publish(1);
    const outcome = await world.check();
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'disk-full', detail: expect.stringContaining('21 MB') });
    expect(world.repository.requests.some(({ path }) => path.includes('rows-'))).toBe(false);
    world.freeBytes.by = () => 21_000_001;
    expect(await world.check()).toEqual({ kind: 'committed', number: 1 });
  });
});
