/** Five hundred kiosks after a release that changes fifty procedures: bytes on the wire, time, the server's processor; and one of them alone. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createCatalogueMaker } from '../../main/adapters/releases/create-catalogue-maker.ts';
import type { UpdateOutcome } from '../../main/contract/updates.ts';
import { catalogueFileName, searchIndexFileName } from '../../main/core/catalogue/catalogue-files.ts';
import { unfinishedFolder } from '../../main/core/catalogue/make/make-catalogue.ts';
import type { CatalogueMaker } from '../../main/core/ports.ts';
import { storedTargetPath } from '../../main/core/releases/repository-paths.ts';
import { catalogueWorkerUrl } from '../../main/hosts/catalogue-worker-url.ts';
import type { BuiltCatalogue } from './build-catalogues.ts';
import { measureOneUpdate, type OneUpdateFigures } from './measure-one-update.ts';
import { type BenchReleases, publishBenchReleases } from './publish-bench-releases.ts';
import { type BenchNginx, startNginx } from './start-nginx.ts';
import { createSharingMaker, createUpdateClient, type UpdateClient } from './update-clients.ts';

export const benchKiosks = 500;
/** Two gigabytes through one process: all at once would only measure how long a line can wait for its turn. */
export const snapshotsAtOnce = 25;

export interface CrowdFigures {
  /** Sent by the server, heads included, a kiosk. */
  readonly bytes: number;
  readonly requests: number;
  readonly seconds: number;
  /** Of the server, for all. */
  readonly cpuSeconds: number;
}

export interface UpdateFigures {
  readonly procedures: number;
  readonly snapshotBytes: number;
  readonly deltaBytes: number;
  readonly unpackedBytes: number;
  readonly withDelta: CrowdFigures;
  readonly nothingNew: CrowdFigures;
  readonly withSnapshot: CrowdFigures;
  /** Bytes of other ways to bring the same change; null where the program is missing. */
  readonly peers: readonly { readonly way: string; readonly bytes: number | null }[];
  readonly one: OneUpdateFigures;
}

export async function measureUpdates(
  catalogue: BuiltCatalogue,
  folder: string,
  say: (text: string) => void,
): Promise<UpdateFigures> {
  say('publishing …');
  const releases = await publishBenchReleases(catalogue.folder, join(folder, 'published'));
  const maker = createCatalogueMaker({ workerUrl: catalogueWorkerUrl, unfinishedFolder });
  const nginx = await startNginx(releases.repository, join(folder, 'nginx'));
  try {
    say('making the catalogue all kiosks show …');
    const bundledFolder = await makeFirst(releases, join(folder, 'first'), maker);
    await releases.publishSecond();
    const { second } = releases;
    say('one kiosk …');
    const one = await measureOneUpdate({
      folder: join(folder, 'one'),
      url: nginx.url,
      rootPath: releases.rootPath,
      bundledFolder,
    });
    const crowd = { releases, nginx, bundledFolder, maker };
    say(`${benchKiosks} kiosks, delta …`);
    const delta = await measureCrowd(join(folder, 'delta'), { ...crowd, knowsRows: true, atOnce: benchKiosks });
    say(`${benchKiosks} kiosks, snapshot …`);
    const snapshot = await measureCrowd(join(folder, 'snapshot'), {
      ...crowd,
      knowsRows: false,
      atOnce: snapshotsAtOnce,
    });
    return {
      procedures: catalogue.procedures,
      snapshotBytes: second.snapshot.bytes,
      deltaBytes: second.deltas[0]?.bytes ?? 0,
      unpackedBytes: second.snapshot.unpackedBytes,
      withDelta: delta.taking,
      nothingNew: delta.nothingNew,
      withSnapshot: snapshot.taking,
      peers: measurePeers(releases, bundledFolder, one.shownFolder, folder),
      one,
    };
  } finally {
    await nginx.stop();
    await maker.close();
  }
}

async function makeFirst({ repository, first }: BenchReleases, folder: string, maker: CatalogueMaker): Promise<string> {
  const { snapshot, rowsSha256 } = first;
  const outputFolder = folder;
  await maker.make(
    {
      snapshotPath: join(repository, storedTargetPath(snapshot.target, snapshotSha256(repository, snapshot.target))),
      snapshotRowsSha256: rowsSha256,
      deltaPath: null,
      rowsSha256,
      maximumUnpackedBytes: snapshot.unpackedBytes,
      sheetPath: null,
      outputFolder,
    },
    () => undefined,
  );
  return outputFolder;
}

/** By its name on the disk. */
function snapshotSha256(repository: string, target: string): string {
  const [, sha256 = ''] =
    /([0-9a-f]{64})\./u.exec(
      spawnSync('find', [repository, '-name', `*.${target.replace('catalogue/', '')}`], { encoding: 'utf8' }).stdout,
    ) ?? [];
  return sha256;
}

interface Crowd {
  readonly releases: BenchReleases;
  readonly nginx: BenchNginx;
  readonly bundledFolder: string;
  readonly maker: CatalogueMaker;
  readonly knowsRows: boolean;
  /** Kiosks that look at the same time. */
  readonly atOnce: number;
}

async function measureCrowd(
  folder: string,
  { releases, nginx, bundledFolder, maker, knowsRows, atOnce }: Crowd,
): Promise<{ readonly taking: CrowdFigures; readonly nothingNew: CrowdFigures }> {
  const { first, second, rootPath } = releases;
  const sharing = createSharingMaker(maker);
  const { number, dataDate } = first;
  mkdirSync(folder, { recursive: true });
  const clients = Array.from({ length: benchKiosks }, (_none, index) =>
    createUpdateClient({
      folder: join(folder, `${index}`),
      url: nginx.url,
      rootPath,
      bundledFolder,
      bundled: { number, rowsSha256: knowsRows ? first.rowsSha256 : null, dataDate },
      maker: sharing,
    }),
  );
  try {
    const taking = await measured(nginx, clients, atOnce, { kind: 'committed', number: second.number });
    return { taking, nothingNew: await measured(nginx, clients, atOnce, { kind: 'current', number: second.number }) };
  } finally {
    await Promise.all(clients.map((client) => client.close()));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(
  nginx: BenchNginx,
  clients: readonly UpdateClient[],
  atOnce: number,
  expected: { readonly kind: string; readonly number: number },
): Promise<CrowdFigures> {
  const before = nginx.sent();
  const cpuBefore = nginx.cpuSeconds();
  const startedMs = performance.now();
  const waiting = clients.values();
  const outcomes: UpdateOutcome[] = [];
  const lookOneByOne = async (): Promise<void> => {
    for (const client of waiting) {
      outcomes.push(await client.check());
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lookOneByOne));
  const seconds = (performance.now() - startedMs) / 1_000;
  const failed = outcomes.find((outcome) => JSON.stringify(outcome) !== JSON.stringify(expected));
  if (failed !== undefined) {
    throw new Error(`a kiosk ended with ${JSON.stringify(failed)}`);
  }
  const sent = nginx.sent();
  return {
    bytes: (sent.bytes - before.bytes) / clients.length,
    requests: (sent.requests - before.requests) / clients.length,
    seconds,
    cpuSeconds: nginx.cpuSeconds() - cpuBefore,
  };
}

/** What else one could do: fetch all of it again, or make deltas of files that know nothing of procedures. */
function measurePeers(
  { firstLines, secondLines }: BenchReleases,
  formerFolder: string,
  newFolder: string,
  folder: string,
): UpdateFigures['peers'] {
  const files = [catalogueFileName, searchIndexFileName];
  const zipped = join(folder, 'catalogue.zip');
  const packed = (name: string, words: readonly string[], output: string): number | null =>
    spawnSync(name, words, { cwd: newFolder, stdio: 'ignore' }).status === 0 ? statSync(output).size : null;
  const patch = (from: string, to: string): number | null => {
    const output = join(folder, 'patch.zst');
    return packed('zstd', ['-19', '--long=31', '-T1', '-f', '-q', `--patch-from=${from}`, to, '-o', output], output);
  };
  const patches = files.map((name) => patch(join(formerFolder, name), join(newFolder, name)));
  return [
    {
      way: 'zip -9 of database and index, fetched again',
      bytes: packed('zip', ['-9', '-q', zipped, ...files], zipped),
    },
    {
      way: 'zstd -19 --patch-from, database and index',
      bytes: patches.reduce<number | null>((sum, bytes) => (sum === null || bytes === null ? null : sum + bytes), 0),
    },
    { way: 'zstd -19 --patch-from, rows', bytes: patch(firstLines, secondLines) },
  ];
}
