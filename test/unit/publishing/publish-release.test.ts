/** Releases one after another: numbers, deltas, what is kept, what a crash leaves. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rowsSha256 } from '../../../main/core/catalogue/rows/catalogue-rows.ts';
import { applyDelta } from '../../../main/core/catalogue/rows/row-delta.ts';
import { readSnapshot } from '../../../main/core/catalogue/rows/snapshot-file.ts';
import { withRepositoryLock } from '../../../main/core/publishing/lock-repository.ts';
import { filesUnder } from '../../../main/core/publishing/repository-files.ts';
import { planWithdrawal, withdrawRelease } from '../../../main/core/publishing/withdraw-release.ts';
import { type ReleaseManifest, releaseManifestSchema } from '../../../main/core/releases/release-manifest.ts';
import { createPublishingWorld, createTufClient, type PublishingWorld, type TufClient } from './publishing-world.ts';
import { faultsOf, plainReport, publishRows, rowsWithFee } from './release-rows.ts';

const limit = { maximumUnpackedBytes: 1_000_000 };

async function manifestSeen(client: TufClient): Promise<ReleaseManifest> {
  return releaseManifestSchema.parse(JSON.parse(String(await client.read('catalogue/release.json'))));
}

async function targetSeen(client: TufClient, target: string): Promise<Buffer> {
  return (await client.read(target)) ?? Buffer.alloc(0);
}

async function publishFees(world: PublishingWorld, fees: readonly number[]): Promise<void> {
  for (const fee of fees) await publishRows(world, rowsWithFee(fee));
}

describe('publishing', () => {
  it('gives kiosks a snapshot, and from then on deltas that lead to the same rows', async () => {
    const world = await createPublishingWorld();
    const client = createTufClient(world.repository, world.firstRoot);
    expect(await publishRows(world, rowsWithFee(1000))).toMatchObject({ kind: 'published', manifest: { number: 1 } });
    const first = await manifestSeen(client);
    expect(first).toMatchObject({
      number: 1,
      deltas: [],
      report: null,
      restores: null,
      procedureCount: 60,
      rowCount: 61,
    });
    const rows = readSnapshot(await targetSeen(client, first.snapshot.target), limit);
    expect(rowsSha256(rows)).toBe(first.rowsSha256);

    await publishRows(world, rowsWithFee(2000));
    const second = await manifestSeen(client);
    expect(second).toMatchObject({ number: 2, deltas: [{ fromNumber: 1, fromRowsSha256: first.rowsSha256 }] });
    const after = applyDelta(rows, await targetSeen(client, second.deltas[0]?.target ?? ''), limit);
    expect(rowsSha256(after)).toBe(second.rowsSha256);
    expect(String(await client.read(second.report ?? ''))).toBe('<!doctype html>61 → 61');
    expect(faultsOf(world)).toEqual([]);
  });

  it('publishes nothing where nothing changed, unless it is told to', async () => {
    const world = await createPublishingWorld();
    await publishFees(world, [1000]);
    const before = filesUnder(world.repository, ['metadata', 'targets']);
    expect(await publishRows(world, rowsWithFee(1000))).toEqual({ kind: 'unchanged', number: 1 });
    expect(filesUnder(world.repository, ['metadata', 'targets'])).toEqual(before);
    expect(await publishRows(world, rowsWithFee(1000), { again: true })).toMatchObject({ manifest: { number: 2 } });
  });

  it('makes the same snapshots and deltas from the same rows', async () => {
    const worlds = [await createPublishingWorld(), await createPublishingWorld()];
    const names = worlds.map(async (world) => {
      await publishFees(world, [1000, 2000, 3000]);
      return filesUnder(world.repository, ['targets']).filter((path) => path.endsWith('.zst'));
    });
    const [one, other] = await Promise.all(names);
    expect(one).toHaveLength(6);
    expect(one).toEqual(other);
  });

  it('keeps deltas from ten releases and takes away what nobody may still need', async () => {
    const world = await createPublishingWorld();
    const publish = async (fee: number) => {
      world.clock.nowIsMs += 86_400_000;
      return publishRows(world, rowsWithFee(fee), { keep: 11 });
    };
    for (let fee = 1; fee <= 13; fee += 1) await publish(fee);
    const outcome = await publish(14);
    expect(outcome).toMatchObject({ manifest: { number: 14 } });
    const numbers = outcome.kind === 'published' ? outcome.manifest.deltas.map(({ fromNumber }) => fromNumber) : [];
    expect(numbers).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4]);
    // Release 1 is older than eleven others, but a snapshot that still holds names it: fourteen days.
    expect(storedRows(world)).toHaveLength(14);
    await publish(15);
    await publish(16);
    expect(storedRows(world)).toContain('rows-3.zst');
    world.clock.nowIsMs += 15 * 86_400_000;
    await publish(17);
    expect(storedRows(world)).toHaveLength(11);
    expect(storedRows(world)).not.toContain('rows-6.zst');
    expect(faultsOf(world)).toEqual([]);
  });

  it('leaves out a delta from rows that were damaged, and says so', async () => {
    const world = await createPublishingWorld();
    await publishFees(world, [1, 2]);
    const name =
      readdirSync(join(world.repository, 'targets/catalogue')).find((each) => each.endsWith('rows-1.zst')) ?? '';
    rmSync(join(world.repository, 'targets/catalogue', name));
    const outcome = await publishRows(world, rowsWithFee(3));
    expect(outcome).toMatchObject({ skipped: [1], manifest: { number: 3, deltas: [{ fromNumber: 2 }] } });
  });

  it('takes no number that was used', async () => {
    const world = await createPublishingWorld();
    expect(await publishRows(world, rowsWithFee(1), { number: 7 })).toMatchObject({ manifest: { number: 7 } });
    await expect(publishRows(world, rowsWithFee(2), { number: 7 })).rejects.toThrow(/next number is 8/);
  });
});

function storedRows({ repository }: PublishingWorld): string[] {
  const names = readdirSync(join(repository, 'targets/catalogue'));
  return names.filter((name) => name.includes('.rows-')).map((name) => name.slice(65));
}

describe('a publication that is cut short', () => {
  it('leaves the former release, whole; the next publication goes on', async () => {
    const world = await createPublishingWorld();
    await publishFees(world, [1000]);
    const client = createTufClient(world.repository, world.firstRoot);
    // What cannot be replaced by a draft of the timestamp stands for the cut just before it.
    const obstacle = join(world.repository, 'metadata/.timestamp.json.draft');
    mkdirSync(obstacle);
    await expect(publishRows(world, rowsWithFee(2000))).rejects.toThrow();
    expect(await manifestSeen(client)).toMatchObject({ number: 1 });
    rmSync(obstacle, { recursive: true });
    expect(faultsOf(world)).toEqual([]);
    await publishRows(world, rowsWithFee(3000));
    expect(await manifestSeen(client)).toMatchObject({ number: 2, deltas: [{ fromNumber: 1 }] });
    await publishRows(world, rowsWithFee(4000));
    expect(await manifestSeen(client)).toMatchObject({ number: 3, deltas: [{ fromNumber: 2 }, { fromNumber: 1 }] });
    expect(faultsOf(world)).toEqual([]);
  });

  it('keeps a second publisher out', async () => {
    const world = await createPublishingWorld();
    await withRepositoryLock(world.repository, async () => {
      await expect(publishRows(world, rowsWithFee(1))).rejects.toMatchObject({ code: 'repository-refused' });
    });
    await expect(publishRows(world, rowsWithFee(1))).resolves.toMatchObject({ kind: 'published' });
  });
});

async function withdraw(world: PublishingWorld, number: number | null = null, to: number | null = null) {
  const plan = planWithdrawal(world.repository, { number, to });
  return withdrawRelease(world.repository, plan, { changeReport: plainReport, keep: 30 }, await world.signing());
}

describe('withdrawing', () => {
  it('publishes the content before under a higher number, and withdrawing that goes further back', async () => {
    const world = await createPublishingWorld();
    await publishFees(world, [1000, 2000, 3000]);
    expect(await withdraw(world)).toMatchObject({ manifest: { number: 4, restores: 2 } });
    expect(await publishRows(world, rowsWithFee(2000))).toEqual({ kind: 'unchanged', number: 4 });
    expect(planWithdrawal(world.repository, { number: 4, to: null })).toEqual({ withdrawn: 4, restored: 1 });
    expect(await withdraw(world, 4, 3)).toMatchObject({ manifest: { number: 5, restores: 3 } });
    expect(faultsOf(world)).toEqual([]);
  });

  it('says what cannot be withdrawn', async () => {
    const world = await createPublishingWorld();
    expect(() => planWithdrawal(world.repository, { number: null, to: null })).toThrow(/no release that could be/);
    await publishFees(world, [1000]);
    expect(() => planWithdrawal(world.repository, { number: null, to: null })).toThrow(/no release before 1/);
    await publishFees(world, [2000]);
    expect(() => planWithdrawal(world.repository, { number: 1, to: null })).toThrow(/show release 2/);
    expect(() => planWithdrawal(world.repository, { number: 2, to: 9 })).toThrow(/9 is not kept/);
  });
});
