/** Two releases of the whole national catalogue, published as a city would: the second changes fifty procedures. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Procedure, procedureSchema } from '../../main/contract/procedure.ts';
import { snapshotFileName } from '../../main/core/catalogue/catalogue-files.ts';
import { withNumber } from '../../main/core/catalogue/rows/about-row.ts';
import {
  type CatalogueRows,
  rowPieces,
  rowsSha256,
  sortedRows,
} from '../../main/core/catalogue/rows/catalogue-rows.ts';
import { readSnapshot } from '../../main/core/catalogue/rows/snapshot-file.ts';
import { initialiseKeys } from '../../main/core/publishing/initialise-keys.ts';
import { openKeys, readKeyFolders } from '../../main/core/publishing/key-folder.ts';
import { usualLifetimes } from '../../main/core/publishing/metadata-lifetimes.ts';
import { publishRelease } from '../../main/core/publishing/publish-release.ts';
import type { ReleaseManifest } from '../../main/core/releases/release-manifest.ts';

export const changedProcedures = 50;

export interface BenchReleases {
  /** Holds `metadata/` and `targets/`. */
  readonly repository: string;
  readonly rootPath: string;
  readonly first: ReleaseManifest;
  readonly second: ReleaseManifest;
  /** The rows of both as plain lines, for peers that make deltas of files. */
  readonly firstLines: string;
  readonly secondLines: string;
  /** Publishes the second. */
  publishSecond(): Promise<void>;
}

const passphrase = 'bench';
const mostUnpackedBytes = 1_000_000_000;

/** `catalogueFolder` is what `kioskctl catalogue build` made. */
export async function publishBenchReleases(catalogueFolder: string, folder: string): Promise<BenchReleases> {
  const keysFolder = join(folder, 'keys');
  const repository = join(folder, 'releases');
  const one = { keyCount: 1, threshold: 1 };
  const root = await initialiseKeys({
    keysFolder,
    repositoryFolder: repository,
    plan: { root: one, targets: one, snapshot: one, timestamp: one },
    lifetimes: usualLifetimes,
    passphrase,
    nowMs: Date.now(),
    scryptCost: 16,
  });
  const rootPath = join(folder, 'root.json');
  writeFileSync(rootPath, root.bytes);
  const publish = async (rows: CatalogueRows): Promise<ReleaseManifest> => {
    const ring = await openKeys(readKeyFolders([keysFolder]), () => Promise.resolve(passphrase));
    const order = { rows, changeReport: () => '<!doctype html>', keep: 30, again: false, number: null, restores: null };
    const outcome = await publishRelease(repository, order, { ring, lifetimes: usualLifetimes, nowMs: Date.now() });
    if (outcome.kind !== 'published') {
      throw new Error('the bench has published this before');
    }
    return outcome.manifest;
  };
  const packed = readFileSync(join(catalogueFolder, snapshotFileName));
  const rows = readSnapshot(packed, { maximumUnpackedBytes: mostUnpackedBytes });
  mkdirSync(folder, { recursive: true });
  const [firstLines, secondLines] = [join(folder, 'first.rows'), join(folder, 'second.rows')];
  writeLines(firstLines, withNumber(rows, 1));
  const first = await publish(rows);
  const changed = withChanges(rows);
  writeLines(secondLines, withNumber(changed, 2));
  const releases = { repository, rootPath, first, second: first, firstLines, secondLines };
  return Object.assign(releases, {
    publishSecond: async () => {
      Object.assign(releases, { second: await publish(changed) });
    },
  });
}

/** A fee, a number of days or a step, as they change in a year; spread evenly over the codes. */
function withChanges(rows: CatalogueRows): CatalogueRows {
  const keys = [...rows.keys()].filter((key) => key.startsWith('procedure/'));
  const changed = new Map(rows);
  for (let index = 0; index < changedProcedures; index += 1) {
    const key = keys[Math.floor((index * keys.length) / changedProcedures)] ?? '';
    const procedure = procedureSchema.parse(JSON.parse(rows.get(key) ?? '{}'));
    changed.set(key, JSON.stringify(changedProcedure(procedure, index)));
  }
  const result = sortedRows(changed);
  if (rowsSha256(result) === rowsSha256(rows)) {
    throw new Error('nothing was changed');
  }
  return result;
}

function changedProcedure(procedure: Procedure, index: number): Procedure {
  const conditions = `${procedure.conditions ?? ''} Theo Quyết định số ${index + 1}/2026/QĐ-UBND, nộp thêm 01 bản sao.`;
  const [step, ...others] = procedure.steps;
  return {
    ...procedure,
    conditions: conditions.trim(),
    steps: step === undefined ? [] : [{ ...step, text: `${step.text} Lệ phí ${index + 8}.000 đồng.` }, ...others],
  };
}

function writeLines(path: string, rows: CatalogueRows): void {
  writeFileSync(path, '');
  for (const piece of rowPieces(rows)) {
    writeFileSync(path, piece, { flag: 'a' });
  }
}
