/** Releases that are properly signed and yet no catalogue for this kiosk: too large, bombs, of another form, with paths that lead elsewhere. */
import { createHash } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { officeSheetTarget, type ReleaseManifest } from '../../main/core/releases/release-manifest.ts';
import { expectShown, tryAttacks, type UpdateAttack, withstands } from './update-attack.ts';
import { createUpdateWorld, type UpdateWorld } from './update-world.ts';

const tenGigabytes = 10_000_000_000;
/** 64 megabytes of one letter, in some 6 kB. */
const bomb = (): Buffer => zstdCompressSync(Buffer.alloc(64_000_000, 0x61));
const editing =
  (edit: (manifest: ReleaseManifest) => unknown) =>
  (world: UpdateWorld): void =>
    world.publish(2, { editManifest: edit });
const withRows =
  (change: (rows: Map<string, string>) => void) =>
  (world: UpdateWorld): void => {
    const rows = new Map(world.rowsOf(2));
    change(rows);
    world.publish(2, {}, new Map([...rows].sort(([a], [b]) => (a < b ? -1 : 1))));
  };

const tooLarge: UpdateAttack[] = [
  {
    name: 'a manifest that names a snapshot of 10 GB',
    reason: 'wrong-content',
    attack: editing((manifest) => ({
      ...manifest,
      deltas: [],
      snapshot: { ...manifest.snapshot, bytes: tenGigabytes },
    })),
  },
  {
    name: 'signed targets of 10 GB',
    reason: 'too-large',
    attack: ({ publish }) =>
      publish(2, { snapshotClaim: { length: tenGigabytes }, deltaClaim: { length: tenGigabytes } }),
  },
  {
    name: 'a manifest of 10 GB',
    reason: 'too-large',
    attack: ({ repository, publish }) => {
      publish(2);
      const claims = repository.targets.get('targets');
      const claim = claims?.get('catalogue/release.json');
      claims?.set('catalogue/release.json', { hashes: claim?.hashes ?? { sha256: '' }, length: tenGigabytes });
      repository.signAll();
    },
  },
  {
    name: 'a zstd bomb for a snapshot',
    reason: 'too-large',
    isRefused: true,
    attack: ({ publish }) => publish(2, { snapshot: bomb() }, null, false),
  },
  {
    name: 'a zstd bomb for a delta, and for a snapshot',
    reason: 'too-large',
    isRefused: true,
    attack: ({ publish }) => publish(2, { delta: bomb(), snapshot: bomb() }),
  },
];

const wrongForm: UpdateAttack[] = [
  { name: 'a manifest that is no JSON', reason: 'wrong-content', attack: editing(() => '{"form": 1,') },
  { name: 'a manifest that is another JSON', reason: 'wrong-content', attack: editing(() => ['form', 1]) },
  {
    name: 'a manifest with a part more',
    reason: 'wrong-content',
    attack: editing((manifest) => ({ ...manifest, run: '/bin/sh' })),
  },
  {
    name: 'a manifest with a number that is none',
    reason: 'wrong-content',
    attack: editing((manifest) => ({ ...manifest, number: 1.5 })),
  },
  {
    name: 'a manifest of a later form',
    reason: 'software-too-old',
    attack: editing((manifest) => ({ ...manifest, form: 2 })),
  },
  {
    name: 'a manifest of a later form with parts that are not known yet',
    reason: 'software-too-old',
    attack: editing((manifest) => ({ ...manifest, form: 2, signs: [], deltas: 'none' })),
  },
  {
    name: 'a manifest whose number is not that of the rows',
    reason: 'smoke-test',
    isRefused: true,
    attack: editing((manifest) => ({ ...manifest, number: 7 })),
  },
  {
    name: 'a manifest that counts other procedures',
    reason: 'smoke-test',
    isRefused: true,
    attack: editing((manifest) => ({ ...manifest, procedureCount: 400 })),
  },
  {
    name: 'rows with another hash than the manifest',
    reason: 'wrong-hash',
    isRefused: true,
    attack: editing((manifest) => ({ ...manifest, rowsSha256: createHash('sha256').update('other').digest('hex') })),
  },
  {
    name: 'a snapshot whose zstd is broken in the middle',
    reason: 'wrong-content',
    isRefused: true,
    attack: ({ publish }) =>
      publish(2, { snapshot: zstdCompressSync(Buffer.from('{"a":1}\n')).subarray(0, 12) }, null, false),
  },
  {
    name: 'a snapshot that is no zstd at all',
    reason: 'wrong-content',
    isRefused: true,
    attack: ({ publish }) => publish(2, { snapshot: Buffer.from('PK\u0003\u0004') }, null, false),
  },
  {
    name: 'a procedure that is valid JSON and no procedure',
    reason: 'wrong-content',
    isRefused: true,
    attack: withRows((rows) => rows.set('procedure/1.000001', '{"code":"1.000001","name":5}')),
  },
  {
    name: 'a procedure under the code of another',
    reason: 'wrong-content',
    isRefused: true,
    attack: withRows((rows) => rows.set('procedure/1.000009', rows.get('procedure/1.000001') ?? '')),
  },
  {
    name: 'a row of a kind that is not known',
    reason: 'wrong-content',
    isRefused: true,
    attack: withRows((rows) => rows.set('program/install', '{}')),
  },
  {
    name: 'a row that is no JSON',
    reason: 'wrong-content',
    isRefused: true,
    attack: withRows((rows) => rows.set('procedure/1.000001', '{"code":')),
  },
  {
    name: 'no facts about the catalogue',
    reason: 'wrong-content',
    isRefused: true,
    attack: withRows((rows) => rows.delete('about')),
  },
  {
    name: 'a catalogue without a single procedure',
    reason: 'wrong-content',
    attack: withRows((rows) => {
      for (const key of [...rows.keys()].filter((found) => found.startsWith('procedure/'))) {
        rows.delete(key);
      }
    }),
  },
];

const wrongPaths: UpdateAttack[] = [
  '../../evil.zst',
  'catalogue/../../evil.zst',
  '/etc/passwd',
  'catalogue/..%2f..%2fevil.zst',
  'catalogue\\..\\evil.zst',
  'catalogue/Rows-2.zst',
  '',
].map((target) => ({
  name: `a snapshot by the name of “${target}”`,
  reason: 'wrong-content',
  attack: (world) => {
    const { repository } = world;
    world.draft(2, {
      editManifest: (manifest) => ({ ...manifest, deltas: [], snapshot: { ...manifest.snapshot, target } }),
    });
    const named = repository.targets.get('targets');
    const claim = named?.get('catalogue/rows-2.zst');
    if (claim !== undefined) {
      named?.set(target, claim);
    }
    const bytes = [...repository.files].find(([path]) => path.endsWith('rows-2.zst'))?.[1] ?? Buffer.alloc(0);
    repository.files.set(`targets/${target}`, bytes);
    repository.signAll();
  },
}));

describe('a kiosk before what is too large', () => {
  tryAttacks(tooLarge);
});

describe('a kiosk before signed content that is no catalogue', () => {
  tryAttacks(wrongForm);

  it('does not make the same rows a second time, and takes the next release', async () => {
    const world = await createUpdateWorld();
    await world.publishAndTake(1);
    withRows((rows) => rows.set('procedure/1.000001', '{"code":"1.000001","name":5}'))(world);
    expect(await world.check()).toMatchObject({ kind: 'failed', reason: 'wrong-content' });
    const sent = world.repository.sent.bytes;
    const made = world.maker.orders.length;
    expect(await world.check()).toMatchObject({ kind: 'failed' });
    expect(world.repository.sent.bytes - sent).toBeLessThan(4_000);
    expect(world.maker.orders.length).toBe(made);
    expect(await world.publishAndTake(3)).toEqual({ kind: 'committed', number: 3 });
  });
});

describe('a kiosk before paths that lead elsewhere', () => {
  tryAttacks(wrongPaths);
});

const sheetOf = (note: string): Buffer =>
  Buffer.from(
    JSON.stringify({
      office: `Phường ${note}`,
      province: null,
      updatedDate: '2026-07-01',
      procedures: { '1.000002': { note: `Theo phường ${note}` } },
    }),
  );
const twoOffices = { offices: ['ha-dong', 'kim-lien'], office: 'kim-lien' };

describe('a kiosk before an office that signs more than its own', () => {
  it('takes the sheet of its own office and no other', async () => {
    const world = await createUpdateWorld(twoOffices);
    world.repository.addTarget(officeSheetTarget('kim-lien'), sheetOf('Kim Liên'), 'office-kim-lien');
    world.repository.addTarget(officeSheetTarget('ha-dong'), sheetOf('Hà Đông'), 'office-ha-dong');
    await world.publishAndTake(1);
    expect((await world.overview()).shown.office).toBe('Phường Kim Liên');
    await expectShown(world, 1);
  });

  it('does not take a sheet for its office from another office', async () => {
    const world = await createUpdateWorld(twoOffices);
    world.repository.addTarget(officeSheetTarget('kim-lien'), sheetOf('Hà Đông'), 'office-ha-dong');
    await world.publishAndTake(1);
    expect((await world.overview()).shown.office).toBeNull();
    await expectShown(world, 1);
  });

  it('does not take the catalogue of the city from an office', async () => {
    const world = await createUpdateWorld(twoOffices);
    await world.publishAndTake(1);
    world.draft(2);
    const city = world.repository.targets.get('targets');
    for (const [path, claim] of city ?? []) {
      world.repository.targets.get('office-kim-lien')?.set(path, claim);
    }
    city?.clear();
    world.repository.signAll();
    await withstands(world, 'wrong-content', 1);
  });

  it('does not take a catalogue from an office beside the true one', async () => {
    const world = await createUpdateWorld(twoOffices);
    await world.publishAndTake(1);
    const city = new Map(world.repository.targets.get('targets') ?? []);
    world.draft(2);
    for (const [path, claim] of world.repository.targets.get('targets') ?? []) {
      world.repository.targets.get('office-kim-lien')?.set(path, claim);
    }
    world.repository.targets.set('targets', city);
    world.repository.signAll();
    await withstands(world, null, 1);
  });

  it.each([
    ['that is valid JSON and no sheet', '{"office":5}'],
    ['that is no JSON', '{'],
    ['of another form', sheetOf('Kim Liên').toString().replace('{', '{"run":"sh",')],
  ])('takes the release of the city without a sheet %s, and says so', async (_what, text) => {
    const world = await createUpdateWorld(twoOffices);
    world.repository.addTarget(officeSheetTarget('kim-lien'), sheetOf('Kim Liên'), 'office-kim-lien');
    await world.publishAndTake(1);
    world.repository.addTarget(officeSheetTarget('kim-lien'), Buffer.from(text), 'office-kim-lien');
    expect(await world.publishAndTake(2)).toEqual({ kind: 'committed', number: 2 });
    const { shown, failure } = await world.overview();
    // The sheet that was good before still lies over it.
    expect([shown.office, failure?.reason]).toEqual(['Phường Kim Liên', 'wrong-content']);
    await expectShown(world, 2);
    expect((await world.status()).counts.updateFailures).toEqual({ 'wrong-content': 1 });
    expect(await world.check()).toEqual({ kind: 'current', number: 2 });
    expect((await world.overview()).failure?.reason).toBe('refused-before');
    world.repository.addTarget(officeSheetTarget('kim-lien'), sheetOf('Kim Liên mới'), 'office-kim-lien');
    world.repository.signAll();
    expect(await world.check()).toEqual({ kind: 'committed', number: 2 });
    const mended = await world.overview();
    expect([mended.shown.office, mended.failure]).toEqual(['Phường Kim Liên mới', null]);
    await expectShown(world, 2);
    expect(world.strayFiles()).toEqual([]);
  });

  it('takes the release of the city without a sheet that another key signed, and says so', async () => {
    const world = await createUpdateWorld(twoOffices);
    await world.publishAndTake(1);
    world.draft(2);
    world.repository.addTarget(officeSheetTarget('kim-lien'), sheetOf('Hà Đông'), 'office-kim-lien');
    world.repository.signTargets();
    const foreign = world.repository.signers.get('office-ha-dong')?.keys ?? [];
    world.repository.signTargets('office-kim-lien', { keys: foreign });
    world.repository.signSnapshot();
    world.repository.signTimestamp();
    expect(await world.check()).toEqual({ kind: 'committed', number: 2 });
    const { shown, failure } = await world.overview();
    expect([shown.office, failure?.reason]).toEqual([null, 'bad-signature']);
    await expectShown(world, 2);
  });
});
