/** What an office may sign: its own sheet, seen by the real TUF client through the city's delegation, and nothing else. */
import { existsSync, mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { targetJson } from '../../../main/core/publishing/change-repository.ts';
import { delegateOffice, revokeOffice } from '../../../main/core/publishing/delegate-office.ts';
import { leaveHandIn } from '../../../main/core/publishing/incoming-sheets.ts';
import { type OfficeHandIn, signOfficeSheet } from '../../../main/core/publishing/office-hand-in.ts';
import { refreshRepository } from '../../../main/core/publishing/refresh-repository.ts';
import { signFile } from '../../../main/core/publishing/signed-file.ts';
import { createSigningKey, type SigningKey } from '../../../main/core/publishing/signing-key.ts';
import { createPublishingWorld, createTufClient, type PublishingWorld } from './publishing-world.ts';
import { faultsOf, publishRows, rowsWithFee } from './release-rows.ts';

const office = 'phuong-ben-thanh';
const target = `offices/${office}/sheet.json`;

function sheetOf(counter: string): Buffer {
  const procedures = { '1.000001': { counter } };
  return Buffer.from(
    JSON.stringify({ office: 'Phường Bến Thành', province: 'Hồ Chí Minh', updatedDate: '2026-07-01', procedures }),
  );
}

function signed(key: SigningKey, version: number, sheet: Buffer | null, { clock }: PublishingWorld): OfficeHandIn {
  return signOfficeSheet({ office, key, sheet, version, lifetimeDays: 365, nowMs: clock.nowMs() });
}

async function delegated() {
  const world = await createPublishingWorld();
  await publishRows(world, rowsWithFee(1000));
  const key = createSigningKey();
  await delegateOffice(world.repository, signed(key, 1, null, world), false, await world.signing());
  const refresh = async () => refreshRepository(world.repository, 30, await world.signing());
  return { world, key, refresh, client: createTufClient(world.repository, world.firstRoot) };
}

describe('an office', () => {
  it('publishes its sheet without the city’s offline keys, and again', async () => {
    const { world, key, client, refresh } = await delegated();
    expect(await client.read(target)).toBeNull();
    leaveHandIn(world.repository, signed(key, 2, sheetOf('Quầy 1'), world));
    expect(await refresh()).toMatchObject({ takenIn: [office], refused: [] });
    expect(String(await client.read(target))).toContain('Quầy 1');
    leaveHandIn(world.repository, signed(key, 3, sheetOf('Quầy 2'), world));
    await refresh();
    expect(String(await client.read(target))).toContain('Quầy 2');
    // A release of the city leaves it as it is.
    await publishRows(world, rowsWithFee(2000));
    expect(String(await client.read(target))).toContain('Quầy 2');
    expect(readdirSync(join(world.repository, 'incoming'))).toEqual([]);
    expect(faultsOf(world)).toEqual([]);
  });

  it('gets another key, and nothing in between is out of step', async () => {
    const { world, key, client, refresh } = await delegated();
    leaveHandIn(world.repository, signed(key, 2, sheetOf('Quầy 1'), world));
    await refresh();
    const next = createSigningKey();
    await expect(
      delegateOffice(world.repository, signed(next, 2, sheetOf('Quầy 1'), world), true, await world.signing()),
    ).rejects.toThrow(/version 2 is published already/);
    await delegateOffice(world.repository, signed(next, 3, sheetOf('Quầy 1'), world), true, await world.signing());
    expect(String(await client.read(target))).toContain('Quầy 1');
    leaveHandIn(world.repository, signed(key, 4, sheetOf('Quầy 666'), world));
    expect(await refresh()).toMatchObject({
      takenIn: [],
      refused: [{ reason: expect.stringMatching(/signed by 0\/1 keys/) }],
    });
    expect(await refresh()).toMatchObject({ refused: [] });
    expect(existsSync(join(world.repository, 'incoming/refused', `office-${office}.json`))).toBe(true);
    expect(String(await client.read(target))).toContain('Quầy 1');
    expect(faultsOf(world)).toEqual([]);
  });

  it('loses its right, and may get it back with another key', async () => {
    const { world, key, client, refresh } = await delegated();
    leaveHandIn(world.repository, signed(key, 2, sheetOf('Quầy 1'), world));
    await refresh();
    expect(await client.read(target)).not.toBeNull();
    await revokeOffice(world.repository, office, await world.signing());
    expect(await client.read(target)).toBeNull();
    leaveHandIn(world.repository, signed(key, 3, sheetOf('Quầy 666'), world));
    expect(await refresh()).toMatchObject({ refused: [{ reason: expect.stringMatching(/not delegated anything/) }] });
    await publishRows(world, rowsWithFee(2000));
    expect(faultsOf(world)).toEqual([]);
    await delegateOffice(
      world.repository,
      signed(createSigningKey(), 3, sheetOf('Quầy 3'), world),
      false,
      await world.signing(),
    );
    expect(String(await client.read(target))).toContain('Quầy 3');
    expect(faultsOf(world)).toEqual([]);
  });

  it.each<[string, (key: SigningKey, world: PublishingWorld) => OfficeHandIn, RegExp]>([
    [
      'the city’s manifest',
      (key, world) => {
        const targets = { 'catalogue/release.json': targetJson(sheetOf('x')) };
        const file = signFile('targets', { version: 2, expires: '2999-01-01T00:00:00Z', targets }, [key]);
        return { ...signed(key, 2, null, world), metadata: String(file.bytes), sheet: String(sheetOf('x')) };
      },
      /signs "catalogue\/release.json"; offices\/phuong-ben-thanh\/sheet.json is all it may sign/,
    ],
    [
      'a delegation of its own',
      (key, world) => {
        const delegations = { keys: {}, roles: [] };
        const file = signFile('targets', { version: 2, expires: '2999-01-01T00:00:00Z', targets: {}, delegations }, [
          key,
        ]);
        return { ...signed(key, 2, null, world), metadata: String(file.bytes) };
      },
      /delegates to others/,
    ],
    [
      'another sheet than it brings',
      (key, world) => ({ ...signed(key, 2, sheetOf('a'), world), sheet: String(sheetOf('b')) }),
      /not the one it signed/,
    ],
    [
      'a sheet that is none',
      (key, world) => signed(key, 2, Buffer.from('{"office":"x"}'), world),
      /not as it should be/,
    ],
    [
      'a city’s sheet',
      (key, world) =>
        signed(key, 2, Buffer.from(JSON.stringify({ ...JSON.parse(String(sheetOf('a'))), scope: 'city' })), world),
      /scope/,
    ],
    ['an older version', (key, world) => signed(key, 1, sheetOf('a'), world), /version 1 is published already/],
    [
      'a sheet with a strange key',
      (_, world) => signed(createSigningKey(), 2, sheetOf('a'), world),
      /signed by 0\/1 keys/,
    ],
    [
      'what has expired',
      (key) => signOfficeSheet({ office, key, sheet: sheetOf('a'), version: 2, lifetimeDays: 1, nowMs: 0 }),
      /expired/,
    ],
  ])('is refused %s', async (_, handIn, reason) => {
    const { world, key, refresh } = await delegated();
    leaveHandIn(world.repository, handIn(key, world));
    expect(await refresh()).toMatchObject({ takenIn: [], refused: [{ reason: expect.stringMatching(reason) }] });
    expect(faultsOf(world)).toEqual([]);
  });

  it('has links and endless files refused in incoming/', async () => {
    const { world, refresh } = await delegated();
    const incoming = join(world.repository, 'incoming');
    mkdirSync(incoming, { recursive: true });
    symlinkSync('/dev/zero', join(incoming, 'office-a.json'));
    writeFileSync(join(incoming, 'office-b.json'), '');
    truncateSync(join(incoming, 'office-b.json'), 20_000_000);
    writeFileSync(join(incoming, 'office-c.json'), '[]');
    const { refused } = await refresh();
    expect(refused.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/no plain file/),
      expect.stringMatching(/longer than/),
      expect.stringMatching(/no file of an office/),
    ]);
  });

  it('is let in only with a file that its own key signed', async () => {
    const world = await createPublishingWorld();
    const honest = signed(createSigningKey(), 1, null, world);
    const foreign = { ...honest, publicKey: createSigningKey().publicHex };
    await expect(delegateOffice(world.repository, foreign, false, await world.signing())).rejects.toThrow(
      /not signed with the key/,
    );
    await delegateOffice(world.repository, honest, false, await world.signing());
    await expect(delegateOffice(world.repository, honest, false, await world.signing())).rejects.toThrow(
      /this key already/,
    );
    const other = signed(createSigningKey(), 2, null, world);
    await expect(delegateOffice(world.repository, other, false, await world.signing())).rejects.toThrow(
      /keys rotate --role office-/,
    );
  });
});
