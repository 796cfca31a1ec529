/** Releases as they are really published and signed: TUF's own client accepts what a kiosk is sent, and it is enough to get there. */
import { renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHttpRepository } from '../../../main/adapters/releases/create-http-repository.ts';
import { withNumber } from '../../../main/core/catalogue/rows/about-row.ts';
import { rowsSha256 } from '../../../main/core/catalogue/rows/catalogue-rows.ts';
import { applyDelta } from '../../../main/core/catalogue/rows/row-delta.ts';
import { readSnapshot } from '../../../main/core/catalogue/rows/snapshot-file.ts';
import { delegateOffice } from '../../../main/core/publishing/delegate-office.ts';
import { signOfficeSheet } from '../../../main/core/publishing/office-hand-in.ts';
import { filesUnder } from '../../../main/core/publishing/repository-files.ts';
import { createSigningKey } from '../../../main/core/publishing/signing-key.ts';
import {
  manifestTarget,
  type ReleaseManifest,
  releaseManifestSchema,
} from '../../../main/core/releases/release-manifest.ts';
import { isRepositoryPath } from '../../../main/core/releases/repository-paths.ts';
import { scheduleAfter } from '../../../main/hosts/supervisor.ts';
import { fetchOnce } from '../../fixtures/releases/fetch-file.ts';
import { openPushDoor, type PushWorld } from '../../fixtures/releases/open-push-door.ts';
import { writeRepositoryFile } from '../../fixtures/releases/repository-folder.ts';
import { hasNginx, startNginx } from '../../fixtures/releases/start-nginx.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { run } from '../cli/run-in-process.ts';
import {
  createPublishingWorld,
  createTufClient,
  type PublishingWorld,
  type TufClient,
} from '../publishing/publishing-world.ts';
import { publishRows, rowsWithFee } from '../publishing/release-rows.ts';

const office = 'phuong-ben-thanh';
const sheetTarget = `offices/${office}/sheet.json`;
const limit = { maximumUnpackedBytes: 1_000_000 };
const formerRows = withNumber(rowsWithFee(1_000), 1);

/** Two releases, and an office's sheet between them. */
async function publishTwice(folder: string): Promise<PublishingWorld> {
  const world = await createPublishingWorld({}, undefined, folder);
  await publishRows(world, rowsWithFee(1_000));
  const sheet = { office: 'Phường Bến Thành', province: 'Hồ Chí Minh', updatedDate: '2026-07-01', procedures: {} };
  const handIn = signOfficeSheet({
    office,
    key: createSigningKey(),
    sheet: Buffer.from(JSON.stringify(sheet)),
    version: 1,
    lifetimeDays: 365,
    nowMs: world.clock.nowMs(),
  });
  await delegateOffice(world.repository, handIn, false, await world.signing());
  await publishRows(world, rowsWithFee(2_000));
  return world;
}

async function manifestSeen(client: TufClient): Promise<ReleaseManifest> {
  return releaseManifestSchema.parse(JSON.parse(String(await client.read(manifestTarget))));
}

/** Null where the repository it looks at has not got it. */
function readIfSent(client: TufClient, target: string): Promise<Buffer | null> {
  return client.read(target).catch(() => null);
}

interface Seen {
  readonly way: 'delta' | 'snapshot';
  readonly rowsSha256: string;
  readonly wantedSha256: string;
  readonly sheet: string | null;
}

/** What TUF's own client makes of the files it was sent, with no other source. */
async function seenIn(folder: string, firstRoot: Uint8Array): Promise<Seen> {
  const client = createTufClient(folder, firstRoot);
  const manifest = await manifestSeen(client);
  const delta = await readIfSent(client, manifest.deltas[0]?.target ?? '');
  const snapshot = await readIfSent(client, manifest.snapshot.target);
  expect([delta, snapshot].filter((sent) => sent !== null)).toHaveLength(1);
  const rows = delta === null ? readSnapshot(snapshot ?? Buffer.alloc(0), limit) : applyDelta(formerRows, delta, limit);
  const sheet = await readIfSent(client, sheetTarget);
  return {
    way: delta === null ? 'snapshot' : 'delta',
    rowsSha256: rowsSha256(rows),
    wantedSha256: manifest.rowsSha256,
    sheet: sheet === null ? null : String(sheet),
  };
}

async function pushTo(kiosk: PushWorld, { repository, firstRoot }: PublishingWorld): Promise<Seen> {
  const seen: Seen[] = [];
  kiosk.takeWith(async () => {
    seen.push(await seenIn(kiosk.spoolFolder, firstRoot));
    return { kind: 'committed', number: 2 };
  });
  const { exitCode, output } = await run(['push', repository, '--to', kiosk.host, '--token-file', kiosk.tokenFile]);
  expect([exitCode, output]).toEqual([0, expect.stringContaining('→ 2')]);
  return seen[0] ?? expect.fail('nothing was handed over');
}

describe('a published release', () => {
  it('that is pushed leads to its rows: by the delta from the former ones, by the snapshot from any', async () => {
    const world = await publishTwice(temporaryFolder());
    const kiosk = await openPushDoor({ folder: temporaryFolder(), office });
    kiosk.standAt({ number: 1, rowsSha256: rowsSha256(formerRows), rootVersion: 1 });
    const byDelta = await pushTo(kiosk, world);
    expect(byDelta).toMatchObject({ way: 'delta', rowsSha256: byDelta.wantedSha256 });
    expect(byDelta.sheet).toContain('Phường Bến Thành');
    kiosk.standAt({ number: 0, rowsSha256: null });
    const bySnapshot = await pushTo(kiosk, world);
    expect(bySnapshot).toMatchObject({ way: 'snapshot', rowsSha256: bySnapshot.wantedSha256 });
    const elsewhere = await openPushDoor({ folder: temporaryFolder() });
    expect(await pushTo(elsewhere, world)).toMatchObject({ sheet: null });
  });

  it('has no file in metadata/ or targets/ whose name the transports would not carry', async () => {
    const { repository } = await publishTwice(temporaryFolder());
    const paths = filesUnder(repository, ['metadata', 'targets']);
    expect(paths.length).toBeGreaterThan(8);
    expect(paths.filter((path) => !isRepositoryPath(path))).toEqual([]);
  });

  it.skipIf(!hasNginx)('comes through nginx byte for byte (skipped where /usr/sbin/nginx is missing)', async () => {
    const { repository, firstRoot } = await publishTwice(temporaryFolder());
    // Where the manual has it.
    const published = join(dirname(repository), 'releases');
    renameSync(repository, published);
    const nginx = await startNginx({ repository: published });
    onTestFinished(() => nginx.close());
    const over = createHttpRepository({
      url: nginx.url,
      authorityFile: null,
      minimumBytesPerSecond: 1_000,
      clock: { nowMs: () => Date.now() },
      schedule: scheduleAfter,
    });
    onTestFinished(() => over.close());
    const copy = temporaryFolder();
    for (const path of filesUnder(published, ['metadata', 'targets'])) {
      writeRepositoryFile(copy, path, (await fetchOnce(over, path)).bytes);
    }
    expect((await manifestSeen(createTufClient(copy, firstRoot))).number).toBe(2);
  });
});
