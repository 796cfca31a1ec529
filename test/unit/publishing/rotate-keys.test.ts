/** Rotation of every role: kiosks that trust the first root follow, former keys sign no more, a cut leaves a way on. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openKeys, readKeyFolders } from '../../../main/core/publishing/key-folder.ts';
import { keysOverview } from '../../../main/core/publishing/keys-overview.ts';
import { readRepository } from '../../../main/core/publishing/read-repository.ts';
import { refreshRepository } from '../../../main/core/publishing/refresh-repository.ts';
import { type KeyRing, keyRingOf, type TopRole } from '../../../main/core/publishing/role-signers.ts';
import { extendTargets, rotateKeys } from '../../../main/core/publishing/rotate-keys.ts';
import { type RoleRotation, rotateRole } from '../../../main/core/publishing/rotate-role.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { createPublishingWorld, createTufClient, type PublishingWorld, passphrase } from './publishing-world.ts';
import { faultsOf, publishRows, rowsWithFee } from './release-rows.ts';

async function rotate(world: PublishingWorld, role: TopRole, changes: Partial<RoleRotation> = {}, ring?: KeyRing) {
  const signing = await world.signing();
  const { repository, keysFolder } = world;
  const stored = readKeyFolders([keysFolder]);
  const rotation = { repository, keysFolder, role, keyId: null, keyCount: null, threshold: null, stored, passphrase };
  return rotateRole({ ...rotation, scryptCost: 16, ...changes }, { ...signing, ring: ring ?? signing.ring });
}

const withoutRole = async (world: PublishingWorld, role: string): Promise<KeyRing> => {
  const stored = readKeyFolders([world.keysFolder]).filter(({ file }) => file.role !== role);
  return openKeys(stored, () => Promise.resolve(passphrase));
};

describe('rotation', () => {
  it.each(['root', 'targets', 'snapshot', 'timestamp'] as const)(
    'of %s is followed by a kiosk of the first root',
    async (role) => {
      const world = await createPublishingWorld({ root: { keyCount: 3, threshold: 2 } });
      await publishRows(world, rowsWithFee(1000));
      const early = createTufClient(world.repository, world.firstRoot);
      await early.refresh();
      const former = readRepository(world.repository).root.signed.roles[role]?.keyIDs ?? [];
      const root = await rotate(world, role);
      expect(root.signed.roles[role]?.keyIDs.filter((keyId) => former.includes(keyId))).toEqual([]);
      expect(faultsOf(world)).toEqual([]);
      await early.refresh();
      expect(early.rootVersion()).toBe(2);
      await publishRows(world, rowsWithFee(2000));
      const late = createTufClient(world.repository, world.firstRoot);
      for (const client of [early, late]) {
        expect(JSON.parse(String(await client.read('catalogue/release.json')))).toMatchObject({ number: 2 });
      }
      // Former keys are set aside and open nothing any more.
      expect(readdirSync(join(world.keysFolder, 'retired'))).toHaveLength(former.length);
      expect(readFileSync(join(world.keysFolder, 'trusted-root.json'))).toEqual(root.bytes);
      expect(faultsOf(world)).toEqual([]);
    },
  );

  it('replaces one key and changes a threshold', async () => {
    const world = await createPublishingWorld({ root: { keyCount: 3, threshold: 2 } });
    const [first = '', second = '', third = ''] =
      readRepository(world.repository).root.signed.roles['root']?.keyIDs ?? [];
    const root = await rotate(world, 'root', { keyId: second.slice(0, 8), threshold: 3 });
    const { keyIDs, threshold } = root.signed.roles['root'] ?? { keyIDs: [], threshold: 0 };
    expect(keyIDs).toEqual([first, third, expect.any(String)]);
    expect(threshold).toBe(3);
    await createTufClient(world.repository, world.firstRoot).refresh();
    await expect(rotate(world, 'root', { keyId: 'ffff' })).rejects.toThrow(/has no key ffff/);
    await expect(rotate(world, 'root', { threshold: 9 })).rejects.toThrow(/9 of 3 keys/);
  });

  it('wants as many root keys as the threshold says, and names those that are missing', async () => {
    const world = await createPublishingWorld({ root: { keyCount: 3, threshold: 2 } });
    const stored = readKeyFolders([world.keysFolder]);
    const [own, ...missing] = stored.filter(({ file }) => file.role === 'root');
    for (const { path } of missing) rmSync(path);
    const before = readdirSync(world.keysFolder, { recursive: true }).toSorted((a, b) =>
      String(a) < String(b) ? -1 : 1,
    );
    const failure = rotate(world, 'timestamp');
    await expect(failure).rejects.toMatchObject({ code: 'key-refused' });
    for (const { keyId } of missing) await expect(failure).rejects.toThrow(keyId.slice(0, 8));
    await expect(failure).rejects.toThrow(/needs 2 of its 3 keys to sign, and 1 is at hand/);
    expect(
      readdirSync(world.keysFolder, { recursive: true }).toSorted((a, b) => (String(a) < String(b) ? -1 : 1)),
    ).toEqual(before);
    const { roles } = keysOverview(
      readRepository(world.repository),
      readKeyFolders([world.keysFolder]),
      world.keysFolder,
    );
    expect(roles[0]?.keys.filter(({ place }) => place === null).map(({ keyId }) => keyId)).toEqual(
      expect.arrayContaining(missing.map(({ keyId }) => keyId)),
    );
    expect(roles[0]?.keys.find(({ keyId }) => keyId === own?.keyId)?.place).toMatch(
      /^root\/root-[0-9a-f]{8}\.json \(encrypted\)$/,
    );
  });

  it('does without former keys that are lost, also when it is cut short between root and timestamp', async () => {
    const world = await createPublishingWorld();
    await publishRows(world, rowsWithFee(1000));
    for (const role of ['targets', 'snapshot', 'timestamp'] as const) {
      await rotate(world, role, {}, await withoutRole(world, role));
      await createTufClient(world.repository, world.firstRoot).refresh();
    }
    expect(faultsOf(world)).toEqual([]);
    // As after a cut: the timestamp of before, by a key that the newest root does not know.
    const timestampPath = join(world.repository, 'metadata/timestamp.json');
    const former = readFileSync(timestampPath);
    await rotate(world, 'timestamp', {}, await withoutRole(world, 'timestamp'));
    writeFileSync(timestampPath, former);
    expect(faultsOf(world)).not.toEqual([]);
    expect(await refreshRepository(world.repository, 30, await world.signing())).toMatchObject({ mended: true });
    expect(faultsOf(world)).toEqual([]);
    await createTufClient(world.repository, world.firstRoot).refresh();
  });

  it('extends root and targets with the keys they have', async () => {
    const world = await createPublishingWorld();
    await publishRows(world, rowsWithFee(1000));
    world.clock.nowIsMs += 80 * 86_400_000;
    const { warnings } = await refreshRepository(world.repository, 30, await world.signing());
    expect(warnings).toEqual([expect.stringMatching(/^The targets metadata holds until .*--role targets --extend/)]);
    await extendTargets(world.repository, await world.signing());
    const extension = { role: 'root', replaced: [], added: [], threshold: null } as const;
    await rotateKeys(world.repository, extension, await world.signing());
    expect((await refreshRepository(world.repository, 30, await world.signing())).warnings).toEqual([]);
    expect(faultsOf(world)).toEqual([]);
  });
});

describe('a stolen key', () => {
  it('of the timestamp signs nothing that kiosks take, once it was replaced', async () => {
    const world = await createPublishingWorld();
    const stolen = keyRingOf((await world.ring()).values());
    await rotate(world, 'timestamp');
    await expect(
      refreshRepository(world.repository, 30, { ...(await world.signing()), ring: stolen }),
    ).rejects.toMatchObject({ code: 'key-refused' });
  });
});

describe('a repository from an old backup', () => {
  it('is refused by kiosks that saw more, until timestamp and snapshot have other keys', async () => {
    const world = await createPublishingWorld();
    await publishRows(world, rowsWithFee(1));
    const backup = join(temporaryFolder(), 'backup');
    cpSync(world.repository, backup, { recursive: true });
    for (const fee of [2, 3]) await publishRows(world, rowsWithFee(fee));
    const client = createTufClient(world.repository, world.firstRoot);
    expect(String(await client.read('catalogue/release.json'))).toContain('"number":3');
    rmSync(world.repository, { recursive: true });
    cpSync(backup, world.repository, { recursive: true });
    await expect(client.refresh()).rejects.toThrow(/version/);
    await rotate(world, 'timestamp');
    await rotate(world, 'snapshot');
    await publishRows(world, rowsWithFee(4), { number: 4 });
    expect(String(await client.read('catalogue/release.json'))).toContain('"number":4');
    expect(faultsOf(world)).toEqual([]);
  });
});
