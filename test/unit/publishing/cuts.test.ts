/** The power is cut before each single step that changes a repository: whatever stands there then holds, and kiosks take it. */

import type * as FileSystemModule from 'node:fs';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { delegateOffice } from '../../../main/core/publishing/delegate-office.ts';
import { readKeyFolders } from '../../../main/core/publishing/key-folder.ts';
import { signOfficeSheet } from '../../../main/core/publishing/office-hand-in.ts';
import { refreshRepository } from '../../../main/core/publishing/refresh-repository.ts';
import type { TopRole } from '../../../main/core/publishing/role-signers.ts';
import { rotateRole } from '../../../main/core/publishing/rotate-role.ts';
import { createSigningKey } from '../../../main/core/publishing/signing-key.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { createPublishingWorld, createTufClient, type PublishingWorld, passphrase } from './publishing-world.ts';
import { faultsOf, publishRows, rowsWithFee } from './release-rows.ts';

type FileSystem = typeof FileSystemModule;

class PowerCut extends Error {}

const power = vi.hoisted(() => ({ repository: '', stepsLeft: Number.POSITIVE_INFINITY, steps: 0 }));

vi.mock('node:fs', async (original) => {
  const real = await original<FileSystem>();
  // Every file of a repository gets its name by a rename; nothing else changes what readers see.
  const renameSync: typeof real.renameSync = (from, to) => {
    if (String(to).startsWith(power.repository)) {
      if (power.steps >= power.stepsLeft) throw new PowerCut();
      power.steps += 1;
    }
    real.renameSync(from, to);
  };
  return { ...real, renameSync };
});

afterEach(() => {
  power.stepsLeft = Number.POSITIVE_INFINITY;
});

const rotation = (role: TopRole) => async (world: PublishingWorld) => {
  const { repository, keysFolder } = world;
  const stored = readKeyFolders([keysFolder]);
  const what = { repository, keysFolder, role, keyId: null, keyCount: null, threshold: null, stored, passphrase };
  return rotateRole({ ...what, scryptCost: 16 }, await world.signing());
};

const operations: readonly (readonly [string, (world: PublishingWorld) => Promise<unknown>])[] = [
  ['a publication', (world) => publishRows(world, rowsWithFee(2))],
  ['a refresh', async (world) => refreshRepository(world.repository, 30, await world.signing())],
  ['a rotation of root', rotation('root')],
  ['a rotation of targets', rotation('targets')],
  ['a rotation of snapshot', rotation('snapshot')],
  ['a rotation of timestamp', rotation('timestamp')],
  [
    'a delegation',
    async (world) => {
      const facts = { office: 'p1', sheet: null, version: 1, lifetimeDays: 9, nowMs: world.clock.nowMs() };
      return delegateOffice(
        world.repository,
        signOfficeSheet({ ...facts, key: createSigningKey() }),
        false,
        await world.signing(),
      );
    },
  ],
];

describe('a cut', () => {
  it.each(operations)('at any step of %s leaves a repository that holds', async (_, operate) => {
    const world = await createPublishingWorld();
    await publishRows(world, rowsWithFee(1));
    const early = createTufClient(world.repository, world.firstRoot);
    await early.refresh();
    for (let step = 0, isCut = true; isCut; step += 1) {
      const folder = temporaryFolder();
      const copy = { ...world, repository: join(folder, 'repository'), keysFolder: join(folder, 'keys') };
      cpSync(world.repository, copy.repository, { recursive: true });
      cpSync(world.keysFolder, copy.keysFolder, { recursive: true });
      Object.assign(power, { repository: copy.repository, steps: 0, stepsLeft: step });
      isCut = await operate(copy).then(
        () => false,
        (error: unknown) => {
          if (error instanceof PowerCut) return true;
          throw error;
        },
      );
      power.stepsLeft = Number.POSITIVE_INFINITY;
      expect(faultsOf(copy), `step ${step}`).toEqual([]);
      const client = createTufClient(copy.repository, world.firstRoot);
      expect(String(await client.read('catalogue/release.json')), `step ${step}`).toMatch(/"number":[12],/);
      if (isCut) {
        await operate(copy);
        expect(faultsOf(copy), `again after step ${step}`).toEqual([]);
      } else {
        expect(step).toBeGreaterThan(0);
      }
    }
  });
});
