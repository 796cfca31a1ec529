/** Makes releases for the attacker's repository out of rows, as an honest city would, with every part open to be falsified. */
import { type CatalogueRows, rowsSha256 } from '../../main/core/catalogue/rows/catalogue-rows.ts';
import { packDelta } from '../../main/core/catalogue/rows/row-delta.ts';
import { packSnapshot, unpackedSnapshotBytes } from '../../main/core/catalogue/rows/snapshot-file.ts';
import { manifestTarget, type ReleaseManifest, rowsForm } from '../../main/core/releases/release-manifest.ts';
import type { AttackerRepository, TargetClaim } from './attacker-repository.ts';

export interface ReleaseContent {
  readonly number: number;
  readonly rows: CatalogueRows;
  /** The release before, to have a delta from it. */
  readonly former?: { readonly number: number; readonly rows: CatalogueRows } | null;
  readonly publishedAtMs: number;
}

export interface Falsification {
  /** Instead of the packed rows. */
  readonly snapshot?: Buffer;
  readonly delta?: Buffer;
  /** What targets.json says of them. */
  readonly snapshotClaim?: Partial<TargetClaim>;
  readonly deltaClaim?: Partial<TargetClaim>;
  readonly editManifest?: (manifest: ReleaseManifest) => unknown;
}

/** Adds the targets of a release; nothing is signed yet. Returns its honest manifest. */
export function addRelease(
  repository: AttackerRepository,
  { number, rows, former = null, publishedAtMs }: ReleaseContent,
  falsified: Falsification = {},
): ReleaseManifest {
  const procedures = [...rows.keys()].filter((key) => key.startsWith('procedure/'));
  const snapshotTarget = `catalogue/rows-${number}.zst`;
  const snapshot = falsified.snapshot ?? packSnapshot(rows);
  repository.addTarget(snapshotTarget, snapshot, 'targets', falsified.snapshotClaim);
  const deltas: ReleaseManifest['deltas'] = [];
  if (former !== null) {
    const target = `catalogue/delta-${former.number}-${number}.zst`;
    const delta = falsified.delta ?? packDelta(former.rows, rows);
    repository.addTarget(target, delta, 'targets', falsified.deltaClaim);
    const fromRowsSha256 = rowsSha256(former.rows);
    deltas.push({ fromNumber: former.number, fromRowsSha256, target, bytes: delta.length });
  }
  const manifest: ReleaseManifest = {
    form: rowsForm,
    number,
    publishedAtMs,
    dataDate: '2026-07-01',
    rowsSha256: rowsSha256(rows),
    rowCount: rows.size,
    procedureCount: procedures.length,
    snapshot: { target: snapshotTarget, bytes: snapshot.length, unpackedBytes: unpackedSnapshotBytes(rows) },
    deltas,
    report: null,
    restores: null,
  };
  const written = falsified.editManifest?.(structuredClone(manifest)) ?? manifest;
  repository.addTarget(manifestTarget, Buffer.from(typeof written === 'string' ? written : JSON.stringify(written)));
  return manifest;
}
