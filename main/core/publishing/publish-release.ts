/** Publishes the rows of a catalogue under the next number: snapshot, deltas from the releases before, change report, manifest. */
import { KioskError } from '../../contract/error.ts';
import { readAbout, withNumber } from '../catalogue/rows/about-row.ts';
import { type CatalogueRows, rowsSha256 } from '../catalogue/rows/catalogue-rows.ts';
import { packDelta } from '../catalogue/rows/row-delta.ts';
import { packSnapshot, unpackedSnapshotBytes } from '../catalogue/rows/snapshot-file.ts';
import {
  deltaCount,
  manifestTarget,
  type ReleaseManifest,
  releaseManifestSchema,
  rowsForm,
} from '../releases/release-manifest.ts';
import { changeRepository, type Signing, targetJson, targetsContentOf } from './change-repository.ts';
import { withRepositoryLock } from './lock-repository.ts';
import { pruneRepository } from './prune-repository.ts';
import { type PublishedRelease, readReleaseRows, readReleases } from './read-releases.ts';
import { type RepositoryState, readRepository } from './read-repository.ts';
import type { JsonObject } from './signed-file.ts';

export interface PublishOrder {
  /** Whatever number they carry, they are published under the next one. */
  readonly rows: CatalogueRows;
  /** The page that tells staff what changed. */
  readonly changeReport: (from: CatalogueRows, to: CatalogueRows) => string;
  /** How many releases the repository keeps; at least `leastKept`. */
  readonly keep: number;
  /** Publishes the same content once more, too. */
  readonly again: boolean;
  /** The number to publish under; null: one more than the last. */
  readonly number: number | null;
  /** The release whose content this is, where one was withdrawn. */
  readonly restores: number | null;
}

export type PublishOutcome =
  | { readonly kind: 'unchanged'; readonly number: number }
  | {
      readonly kind: 'published';
      readonly manifest: ReleaseManifest;
      /** Releases no delta could be made from: their rows are damaged. */
      readonly skipped: readonly number[];
      readonly removedFiles: number;
    };

/** Deltas lead from that many, and the rows they start from must be there. */
export const leastKept = deltaCount + 1;
export const usualKept = 30;

/** Errors: `repository-damaged`, `repository-refused`, `key-refused`, `invalid-request`; `CatalogueMakingError` for rows that are none. */
export function publishRelease(repository: string, order: PublishOrder, signing: Signing): Promise<PublishOutcome> {
  return withRepositoryLock(repository, () => {
    const state = readRepository(repository);
    return publishInto(state, order, signing);
  });
}

function publishInto(state: RepositoryState, order: PublishOrder, signing: Signing): PublishOutcome {
  const releases = readReleases(state);
  const last = releases[0]?.manifest ?? null;
  if (last !== null && !order.again && isSameContent(order.rows, last)) {
    return { kind: 'unchanged', number: last.number };
  }
  const number = order.number ?? (last?.number ?? 0) + 1;
  if (last !== null && number <= last.number) {
    throw new KioskError(
      'invalid-request',
      `Release ${last.number} is published already; the next number is ${last.number + 1} or higher.`,
    );
  }
  const rows = withNumber(order.rows, number);
  const skipped: number[] = [];
  const bases = readBases(state.folder, releases.slice(0, deltaCount), skipped);
  const { manifest, files } = makeRelease(rows, bases, { ...order, number, nowMs: signing.nowMs });
  const targets: JsonObject = {};
  for (const [target, bytes] of files) {
    targets[target] = targetJson(bytes);
  }
  const { delegations } = targetsContentOf(state.targets);
  changeRepository(state, { files, targets: { targets, delegations } }, signing);
  const removedFiles = pruneRepository(readRepository(state.folder), order.keep, signing.nowMs);
  return { kind: 'published', manifest, skipped, removedFiles };
}

/** The number alone makes no other content. */
export function isSameContent(rows: CatalogueRows, { number, rowsSha256: sha256 }: ReleaseManifest): boolean {
  return rowsSha256(withNumber(rows, number)) === sha256;
}

interface Base {
  readonly manifest: ReleaseManifest;
  readonly rows: CatalogueRows;
}

/**
 * The newest first, one after another: a nation's rows take 200 MB of memory. A former release that is damaged costs its kiosks a
 * delta, not everybody the new release.
 */
function* readBases(
  folder: string,
  releases: readonly PublishedRelease[],
  skipped: number[],
): Generator<Base, void, undefined> {
  for (const release of releases) {
    try {
      yield { manifest: release.manifest, rows: readReleaseRows(folder, release) };
    } catch (error) {
      if (!(error instanceof KioskError)) throw error;
      skipped.push(release.manifest.number);
    }
  }
}

interface ReleaseFacts {
  readonly number: number;
  readonly nowMs: number;
  readonly restores: number | null;
  readonly changeReport: PublishOrder['changeReport'];
}

function makeRelease(rows: CatalogueRows, bases: Iterable<Base>, facts: ReleaseFacts) {
  const { number } = facts;
  const files = new Map<string, Uint8Array>();
  const snapshot = packSnapshot(rows);
  const snapshotTarget = `catalogue/rows-${number}.zst`;
  files.set(snapshotTarget, snapshot);
  const deltas: ReleaseManifest['deltas'] = [];
  let report: string | null = null;
  for (const { manifest, rows: from } of bases) {
    if (report === null) {
      report = `catalogue/changes-${number}.html`;
      files.set(report, Buffer.from(facts.changeReport(from, rows)));
    }
    const delta = packDelta(from, rows);
    // Where all changed, the snapshot is the shorter way.
    if (delta.length < snapshot.length) {
      const target = `catalogue/delta-${manifest.number}-${number}.zst`;
      files.set(target, delta);
      deltas.push({ fromNumber: manifest.number, fromRowsSha256: manifest.rowsSha256, target, bytes: delta.length });
    }
  }
  const manifest = releaseManifestSchema.parse({
    form: rowsForm,
    number,
    publishedAtMs: facts.nowMs,
    dataDate: readAbout(rows).dataDate,
    rowsSha256: rowsSha256(rows),
    rowCount: rows.size,
    procedureCount: countProcedures(rows),
    snapshot: { target: snapshotTarget, bytes: snapshot.length, unpackedBytes: unpackedSnapshotBytes(rows) },
    deltas,
    report,
    restores: facts.restores,
  });
  files.set(manifestTarget, Buffer.from(JSON.stringify(manifest)));
  return { manifest, files };
}

export function countProcedures(rows: CatalogueRows): number {
  let count = 0;
  for (const key of rows.keys()) {
    if (key.startsWith('procedure/')) count += 1;
  }
  return count;
}
