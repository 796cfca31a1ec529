/** The worker's maker: the real thread over real rows, and what is left when it is killed, crashes or takes too much. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type CatalogueMakerOptions,
  createCatalogueMaker,
} from '../../../../main/adapters/releases/create-catalogue-maker.ts';
import { unfinishedFolder } from '../../../../main/core/catalogue/make/make-catalogue.ts';
import { openCatalogue } from '../../../../main/core/catalogue/open-catalogue.ts';
import { rowsSha256 } from '../../../../main/core/catalogue/rows/catalogue-rows.ts';
import { readSnapshot } from '../../../../main/core/catalogue/rows/snapshot-file.ts';
import type { CatalogueMaker, CatalogueOrder } from '../../../../main/core/ports.ts';
import { openSearchIndex } from '../../../../main/core/search/open-search-index.ts';
import { searchBuilder } from '../../../../main/core/search/search-builder.ts';
import { catalogueWorkerUrl } from '../../../../main/hosts/catalogue-worker-url.ts';
import { build, entriesFolder } from '../build-fixtures.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const maximumUnpackedBytes = 10_000_000;
const silent = () => undefined;

async function orderOfBuilt(): Promise<{ order: CatalogueOrder; builtFolder: string }> {
  const { output } = await build([entriesFolder], { search: searchBuilder });
  const snapshotPath = join(output, 'catalogue-rows.zst');
  const sha256 = rowsSha256(readSnapshot(readFileSync(snapshotPath), { maximumUnpackedBytes }));
  const outputFolder = join(temporaryFolder(), 'made');
  const rows = { snapshotPath, snapshotRowsSha256: sha256, deltaPath: null, rowsSha256: sha256 };
  return { order: { ...rows, maximumUnpackedBytes, sheetPath: null, outputFolder }, builtFolder: output };
}

function makerWith(changes: Partial<CatalogueMakerOptions> = {}): CatalogueMaker {
  const maker = createCatalogueMaker({ workerUrl: catalogueWorkerUrl, unfinishedFolder, ...changes });
  onTestFinished(() => maker.close());
  return maker;
}

/** A worker that begins the folder, and then does what the code says. */
function workerThat(code: string): URL {
  const path = join(temporaryFolder(), 'worker.mjs');
  writeFileSync(
    path,
    `import { mkdirSync } from 'node:fs';
     import { parentPort, workerData } from 'node:worker_threads';
     mkdirSync(workerData.outputFolder + '.making');
     parentPort.postMessage({ kind: 'share', share: 0.5 });
     ${code}`,
  );
  return pathToFileURL(path);
}

describe('the catalogue maker', () => {
  it('makes a catalogue with its index in a thread of lower priority, byte for byte as it was built', async () => {
    const { order, builtFolder } = await orderOfBuilt();
    const shares: number[] = [];
    const made = await makerWith().make(order, (share) => shares.push(share));
    expect(made).toMatchObject({ procedureCount: 2 });
    for (const name of ['catalogue.db', 'search-index.bin', 'catalogue-rows.zst']) {
      expect(readFileSync(join(order.outputFolder, name)).equals(readFileSync(join(builtFolder, name))), name).toBe(
        true,
      );
    }
    const catalogue = openCatalogue(order.outputFolder);
    openSearchIndex(catalogue, (trouble) => expect.unreachable(trouble));
    catalogue.close();
    expect(shares.at(-1)).toBe(1);
    expect(getPriority()).toBe(0);
  });

  it('brings over the reason of a failure', async () => {
    const { order } = await orderOfBuilt();
    await expect(makerWith().make({ ...order, rowsSha256: '0'.repeat(64) }, silent)).rejects.toMatchObject({
      name: 'CatalogueMakingError',
      reason: 'wrong-hash',
    });
    expect(readdirSync(dirname(order.outputFolder))).toEqual([]);
  });

  it('makes one at a time, and the next when that is done', async () => {
    const { order } = await orderOfBuilt();
    const maker = makerWith();
    const first = maker.make(order, silent);
    await expect(maker.make(order, silent)).rejects.toMatchObject({ reason: 'internal' });
    await first;
    const second = { ...order, outputFolder: `${order.outputFolder}-2` };
    await expect(maker.make(second, silent)).resolves.toMatchObject({ procedureCount: 2 });
  });

  it('kills the worker when it is closed and leaves nothing of its work', async () => {
    const { order } = await orderOfBuilt();
    const maker = makerWith({ workerUrl: workerThat('setInterval(() => {}, 1000);') });
    const begun = Promise.withResolvers<void>();
    const making = maker.make(order, () => begun.resolve());
    const failed = expect(making).rejects.toMatchObject({
      reason: 'internal',
      message: expect.stringMatching(/was ended/),
    });
    await begun.promise;
    expect(existsSync(unfinishedFolder(order.outputFolder))).toBe(true);
    await maker.close();
    await failed;
    expect(readdirSync(dirname(order.outputFolder))).toEqual([]);
    await expect(maker.make(order, silent)).rejects.toMatchObject({ reason: 'internal' });
  });

  it.each([
    ['throws', 'throw new Error("broken");', 'internal', /broken/],
    ['talks nonsense', 'parentPort.postMessage("nonsense");', 'internal', /nobody understands/],
    ['ends without a word', '', 'internal', /without a word/],
    ['takes all memory', 'const held = []; for (;;) held.push(new Array(1e5).fill(held));', 'too-large', /memory/],
  ])('says so of a worker that %s, and clears up after it', async (_what, code, reason, message) => {
    const { order } = await orderOfBuilt();
    const maker = makerWith({ workerUrl: workerThat(code), maximumHeapMegabytes: 64 });
    await expect(maker.make(order, silent)).rejects.toMatchObject({ reason, message: expect.stringMatching(message) });
    expect(readdirSync(dirname(order.outputFolder))).toEqual([]);
  });

  it('leaves a folder alone that stands where it should write', async () => {
    const { order } = await orderOfBuilt();
    mkdirSync(order.outputFolder);
    writeFileSync(join(order.outputFolder, 'catalogue.db'), 'shown');
    await expect(makerWith().make(order, silent)).rejects.toMatchObject({ reason: 'internal' });
    expect(readFileSync(join(order.outputFolder, 'catalogue.db'), 'utf8')).toBe('shown');
  });
});
