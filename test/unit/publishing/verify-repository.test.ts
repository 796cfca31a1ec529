/** `verify` notices a flipped byte in each kind of file, and what was signed but does not hold. */
import { copyFileSync, cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  changeRepository,
  sha256Of,
  targetJson,
  targetsContentOf,
} from '../../../main/core/publishing/change-repository.ts';
import { delegateOffice } from '../../../main/core/publishing/delegate-office.ts';
import { leaveHandIn } from '../../../main/core/publishing/incoming-sheets.ts';
import { signOfficeSheet } from '../../../main/core/publishing/office-hand-in.ts';
import { readRepository } from '../../../main/core/publishing/read-repository.ts';
import { refreshRepository } from '../../../main/core/publishing/refresh-repository.ts';
import { filesUnder } from '../../../main/core/publishing/repository-files.ts';
import { rotateKeys } from '../../../main/core/publishing/rotate-keys.ts';
import { createSigningKey } from '../../../main/core/publishing/signing-key.ts';
import { verifyRepository } from '../../../main/core/publishing/verify-repository.ts';
import { storedTargetPath } from '../../../main/core/releases/repository-paths.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { temporaryFolderForSuite } from '../catalogue/temporary-folder-for-suite.ts';
import { createPublishingWorld, type PublishingWorld } from './publishing-world.ts';
import { faultsOf, publishRows, rowsWithFee } from './release-rows.ts';

const sheet = Buffer.from(
  JSON.stringify({ office: 'Phường 1', province: null, updatedDate: '2026-07-01', procedures: {} }),
);

/** Three releases, an office with a sheet, a second root, former metadata of every kind. */
async function fillRepository(world: PublishingWorld): Promise<void> {
  await publishRows(world, rowsWithFee(1));
  await publishRows(world, rowsWithFee(2));
  const key = createSigningKey();
  const sign = (version: number) =>
    signOfficeSheet({ office: 'p1', key, sheet, version, lifetimeDays: 365, nowMs: world.clock.nowMs() });
  await delegateOffice(world.repository, sign(1), false, await world.signing());
  leaveHandIn(world.repository, sign(2));
  await refreshRepository(world.repository, 30, await world.signing());
  const extension = { role: 'root', replaced: [], added: [], threshold: null } as const;
  await rotateKeys(world.repository, extension, await world.signing());
  await publishRows(world, rowsWithFee(3));
}

describe('verify', () => {
  const suite = temporaryFolderForSuite();
  let world: PublishingWorld;
  let kept: string;

  beforeAll(async () => {
    kept = join(suite(), 'kept');
    world = await createPublishingWorld({}, undefined, suite());
    await fillRepository(world);
    cpSync(world.repository, kept, { recursive: true });
  });

  /** The faults of a copy in which `damage` was done. */
  const faultsAfter = (damage: (folder: string) => void): readonly string[] => {
    const folder = join(temporaryFolder(), 'repository');
    cpSync(kept, folder, { recursive: true });
    damage(folder);
    return faultsOf({ ...world, repository: folder });
  };

  it('holds before anything is damaged, and counts what it looked at', () => {
    const options = { trustedRoot: world.firstRoot, nowMs: world.clock.nowMs(), isExport: false };
    const { faults, notes, counts, manifest, rootVersion } = verifyRepository(kept, options);
    expect({ faults, notes }).toEqual({ faults: [], notes: [] });
    expect(manifest?.number).toBe(3);
    expect(rootVersion).toBe(2);
    expect(counts).toMatchObject({ deltas: 2, targets: 12 });
  });

  it('notices a flipped bit anywhere, in every file', () => {
    const files = filesUnder(kept, ['metadata', 'targets']);
    expect(new Set(files.map((path) => path.replaceAll(/[0-9a-f]{64}|\d+/gu, '')))).toEqual(
      new Set([
        'metadata/timestamp.json',
        ...['root', 'targets', 'snapshot', 'office-p'].map((role) => `metadata/..${role}.json`.replace('..', '.')),
        ...['release.json', 'rows-.zst', 'delta--.zst', 'changes-.html'].map((name) => `targets/catalogue/.${name}`),
        'targets/offices/p/.sheet.json',
      ]),
    );
    for (const path of files) {
      const { length } = readFileSync(join(kept, path));
      const places = [0, Math.floor(length / 3), Math.floor(length / 2), length - 2];
      for (const [turn, place] of places.entries()) {
        const faults = faultsAfter((folder) => {
          const bytes = readFileSync(join(folder, path));
          // Bit 5 turns small letters into capitals, which hex and many a parser take for the same.
          bytes.writeUInt8(bytes.readUInt8(place) ^ (turn % 2 === 0 ? 0x20 : 0x01), place);
          writeFileSync(join(folder, path), bytes);
        });
        expect(faults, `${path} at ${place}`).not.toEqual([]);
      }
    }
  });

  it('notices a signature that does not hold beside enough that do', async () => {
    const many = await createPublishingWorld({
      root: { keyCount: 3, threshold: 2 },
      timestamp: { keyCount: 2, threshold: 1 },
    });
    for (const name of ['1.root.json', 'timestamp.json']) {
      const path = join(many.repository, 'metadata', name);
      const text = readFileSync(path, 'utf8');
      const at = text.indexOf('"sig":"') + 10;
      writeFileSync(path, `${text.slice(0, at)}${text[at] === '0' ? '1' : '0'}${text.slice(at + 1)}`);
      const options = { trustedRoot: null, nowMs: many.clock.nowMs(), isExport: false };
      expect(verifyRepository(many.repository, options).faults, name).toEqual([
        `${name}: carries a signature that does not hold`,
      ]);
      writeFileSync(path, text);
    }
  });

  it('notices a missing file of the present state, whichever', () => {
    const state = readRepository(kept);
    const present = [
      'metadata/1.root.json',
      'metadata/timestamp.json',
      `metadata/${state.snapshot.signed.version}.snapshot.json`,
      `metadata/${state.targets.signed.version}.targets.json`,
      'metadata/2.office-p1.json',
      ...Object.entries(state.targets.signed.targets).map(([target, file]) =>
        storedTargetPath(target, file.hashes['sha256'] ?? ''),
      ),
      storedTargetPath('offices/p1/sheet.json', sha256Of(sheet)),
    ];
    for (const path of present) {
      const faults = faultsAfter((folder) => rmSync(join(folder, path)));
      expect(faults, path).not.toEqual([]);
    }
  });

  it('notices an older timestamp, other people’s files, links, and that time went by', async () => {
    const other = await createPublishingWorld();
    expect(
      faultsAfter((folder) =>
        copyFileSync(join(other.repository, 'metadata/timestamp.json'), join(folder, 'metadata/timestamp.json')),
      ),
    ).not.toEqual([]);
    expect(faultsAfter((folder) => writeFileSync(join(folder, 'targets/catalogue/readme.txt'), 'x'))).toEqual([
      'targets/catalogue/readme.txt: does not belong into a repository',
    ]);
    expect(
      faultsAfter((folder) => {
        const path = join(folder, 'metadata/1.root.json');
        rmSync(path);
        symlinkSync(join(kept, 'metadata/1.root.json'), path);
      }),
    ).toEqual(['metadata/1.root.json: is no plain file']);
    const later = { ...world.clock, nowMs: () => world.clock.nowMs() + 3 * 86_400_000 };
    expect(faultsOf({ ...world, clock: later })).toEqual([expect.stringMatching(/^timestamp.json: has expired/)]);
  });

  it('tells another’s repository by the root, which without one it cannot', async () => {
    const other = await createPublishingWorld();
    expect(faultsOf({ ...other, firstRoot: world.firstRoot })).toEqual([
      expect.stringMatching(/^1.root.json: is not the trusted root/),
    ]);
    const options = { trustedRoot: null, nowMs: other.clock.nowMs(), isExport: false };
    expect(verifyRepository(other.repository, options).faults).toEqual([]);
    expect(faultsOf({ ...world, firstRoot: readFileSync(join(kept, 'metadata/2.root.json')) })).toEqual([]);
  });

  it('believes no signature that promises what does not hold', async () => {
    const signing = await world.signing();
    const path = join(temporaryFolder(), 'repository');
    cpSync(kept, path, { recursive: true });
    const state = readRepository(path);
    const { targets, delegations } = targetsContentOf(state.targets);
    const wrong = Buffer.from('{"form":1}');
    const files = new Map([['catalogue/release.json', wrong]]);
    changeRepository(
      state,
      { files, targets: { targets: { ...targets, 'catalogue/release.json': targetJson(wrong) }, delegations } },
      signing,
    );
    expect(faultsOf({ ...world, repository: path })).toEqual([expect.stringMatching(/no manifest of a release/)]);
    const again = readRepository(path);
    const strange = { ...targetsContentOf(state.targets).targets, 'catalogue/other.zst': targetJson(wrong) };
    changeRepository(
      again,
      { files: new Map([['catalogue/other.zst', wrong]]), targets: { targets: strange, delegations } },
      signing,
    );
    expect(faultsOf({ ...world, repository: path })).toEqual([
      'catalogue/other.zst: is signed, and the manifest does not name it',
    ]);
  });
});
