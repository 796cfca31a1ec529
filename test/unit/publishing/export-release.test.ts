/** What is carried on a stick: enough for a kiosk, whole, valid for as long as it is carried, and no harm to what lies beside. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { delegateOffice } from '../../../main/core/publishing/delegate-office.ts';
import { type ExportOrder, exportRelease } from '../../../main/core/publishing/export-release.ts';
import { signOfficeSheet } from '../../../main/core/publishing/office-hand-in.ts';
import { filesUnder } from '../../../main/core/publishing/repository-files.ts';
import { createSigningKey } from '../../../main/core/publishing/signing-key.ts';
import { isRepositoryPath } from '../../../main/core/releases/repository-paths.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { createPublishingWorld, createTufClient, type PublishingWorld } from './publishing-world.ts';
import { faultsOf, publishRows, rowsWithFee } from './release-rows.ts';

async function publishedWorld(): Promise<PublishingWorld> {
  const world = await createPublishingWorld();
  for (const fee of [1, 2, 3]) await publishRows(world, rowsWithFee(fee));
  return world;
}

function exportTo(world: PublishingWorld, to: string, changes: Partial<ExportOrder> = {}) {
  const order = { to, fromNumber: null, signing: null, validDays: 14, nowMs: world.clock.nowMs(), ...changes };
  return exportRelease(world.repository, order);
}

const manifestIn = async (world: PublishingWorld, folder: string) =>
  JSON.parse(String(await createTufClient(folder, world.firstRoot).read('catalogue/release.json')));

function timestampIn(folder: string): { readonly version: number; readonly expires: string } {
  return JSON.parse(readFileSync(join(folder, 'metadata/timestamp.json'), 'utf8')).signed;
}

describe('an export', () => {
  it('is a repository that a kiosk of the first root takes, without what it does not need', async () => {
    const world = await publishedWorld();
    const sheet = Buffer.from(
      JSON.stringify({ office: 'P1', province: null, updatedDate: '2026-07-01', procedures: {} }),
    );
    const handIn = signOfficeSheet({
      office: 'p1',
      key: createSigningKey(),
      sheet,
      version: 1,
      lifetimeDays: 9,
      nowMs: world.clock.nowMs(),
    });
    await delegateOffice(world.repository, handIn, false, await world.signing());
    const stick = temporaryFolder();
    writeFileSync(join(stick, 'photos.zip'), 'x');
    const report = await exportTo(world, stick);
    const folder = join(stick, 'kiosk-release');
    expect(report).toMatchObject({ folder, manifest: { number: 3 } });
    expect(await manifestIn(world, folder)).toMatchObject({ number: 3 });
    expect(String(await createTufClient(folder, world.firstRoot).read('offices/p1/sheet.json'))).toBe(String(sheet));
    const files = filesUnder(folder, ['metadata', 'targets']);
    expect(files.every(isRepositoryPath)).toBe(true);
    expect(files.filter((path) => /delta/u.test(path))).toHaveLength(2);
    expect(files.filter((path) => /changes|rows-[12]/u.test(path))).toEqual([]);
    expect(report.fileCount).toBe(files.length);
    expect(faultsOf({ ...world, repository: folder }, true)).toEqual([]);
    expect(readdirSync(stick).sort()).toEqual(['kiosk-release', 'photos.zip']);
  });

  it('leaves deltas from long ago behind, and replaces an earlier export', async () => {
    const world = await publishedWorld();
    const stick = temporaryFolder();
    await exportTo(world, stick);
    await publishRows(world, rowsWithFee(4));
    await exportTo(world, stick, { fromNumber: 3 });
    const folder = join(stick, 'kiosk-release');
    expect(filesUnder(folder, ['targets']).filter((path) => /delta/u.test(path))).toHaveLength(1);
    expect(await manifestIn(world, folder)).toMatchObject({ number: 4 });
    expect(readdirSync(stick)).toEqual(['kiosk-release']);
  });

  it('gets a timestamp of its own that holds while it is carried, and the network’s goes on', async () => {
    const world = await publishedWorld();
    const stick = temporaryFolder();
    const { validUntil } = await exportTo(world, stick, { signing: await world.signing(), validDays: 20 });
    const days = (Date.parse(validUntil) - world.clock.nowMs()) / 86_400_000;
    expect(days).toBeGreaterThan(19.9);
    expect(days).toBeLessThan(20.1);
    const [carried, served] = [timestampIn(join(stick, 'kiosk-release')), timestampIn(world.repository)];
    expect(served.version).toBe(carried.version + 1);
    expect((Date.parse(served.expires) - world.clock.nowMs()) / 86_400_000).toBeCloseTo(2, 3);
    expect(faultsOf(world)).toEqual([]);
    // A kiosk that took the stick takes the network again.
    const client = createTufClient(join(stick, 'kiosk-release'), world.firstRoot);
    await client.refresh();
    const without = await exportTo(world, stick);
    expect(without.validUntil).toBe(served.expires);
  });

  it('overwrites nothing foreign, makes no folder where a stick is missing, and exports nothing that does not hold', async () => {
    const world = await publishedWorld();
    const stick = temporaryFolder();
    await expect(exportTo(world, join(stick, 'not-mounted'))).rejects.toThrow(/no folder/);
    mkdirSync(join(stick, 'kiosk-release'));
    writeFileSync(join(stick, 'kiosk-release/family.jpg'), 'x');
    await expect(exportTo(world, stick)).rejects.toMatchObject({ code: 'output-refused' });
    expect(readdirSync(join(stick, 'kiosk-release'))).toEqual(['family.jpg']);
    rmSync(join(stick, 'kiosk-release'), { recursive: true });
    const rows = filesUnder(world.repository, ['targets']).find((path) => path.endsWith('rows-1.zst')) ?? '';
    writeFileSync(join(world.repository, rows), 'x');
    await expect(exportTo(world, stick)).rejects.toThrow(/does not hold/);
    expect(readdirSync(stick)).toEqual([]);
    await expect(exportTo(await createPublishingWorld(), stick)).rejects.toThrow(/no release yet/);
  });
});
