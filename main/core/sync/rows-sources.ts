/** The ways to the rows of a release, the cheapest first: they lie here already, a delta leads there, the whole snapshot. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ReleaseManifest } from '../releases/release-manifest.ts';
import type { SignedTarget } from './metadata/refresh-metadata.ts';
import { bundled, type ReleasePlace } from './release-pointer.ts';
import type { Staging, StagingOptions } from './stage-release.ts';
import { UpdateFailedError } from './update-failed-error.ts';

export interface RowsSource {
  /** The snapshot that lies here; null where it is what is fetched. */
  readonly snapshotPath: string | null;
  /** SHA-256 over the rows of the snapshot. */
  readonly snapshotRowsSha256: string;
  /** What is to be fetched; null for nothing. */
  readonly target: SignedTarget | null;
}

interface Base {
  readonly rowsSha256: string;
  readonly snapshotPath: string;
}

/** Targets nobody signed for are left out. Errors: `UpdateFailedError`. */
export async function rowsSources(
  { manifest, release }: Staging,
  options: Pick<StagingOptions, 'store' | 'metadata' | 'snapshotName' | 'bundledRowsSha256'>,
): Promise<RowsSource[]> {
  const bases = basesHere(options);
  const sources: RowsSource[] = bases
    .filter(({ rowsSha256 }) => rowsSha256 === release.rowsSha256)
    .slice(0, 1)
    .map(({ snapshotPath, rowsSha256 }) => ({ snapshotPath, snapshotRowsSha256: rowsSha256, target: null }));
  if (manifest === null) {
    return sources;
  }
  const { metadata } = options;
  const leading = bases.flatMap((base) => {
    const delta = manifest.deltas.find(({ fromRowsSha256 }) => fromRowsSha256 === base.rowsSha256);
    return delta === undefined || delta.bytes >= manifest.snapshot.bytes ? [] : [{ base, delta }];
  });
  // From what is shown, where one leads on from there: it is what a push brings along.
  const [nearest] = leading;
  const delta = nearest === undefined ? null : await namedTarget(nearest.delta, metadata);
  if (nearest !== undefined && delta !== null) {
    const { snapshotPath, rowsSha256 } = nearest.base;
    sources.push({ snapshotPath, snapshotRowsSha256: rowsSha256, target: delta });
  }
  const snapshot = await namedTarget(manifest.snapshot, metadata);
  if (snapshot !== null) {
    sources.push({ snapshotPath: null, snapshotRowsSha256: release.rowsSha256, target: snapshot });
  }
  return sources;
}

/** Two signed lengths of one file, of which the manifest's is bounded: a kiosk is not made to fetch without an end by the other. */
async function namedTarget(
  { target, bytes }: Pick<ReleaseManifest['snapshot'], 'target' | 'bytes'>,
  metadata: StagingOptions['metadata'],
): Promise<SignedTarget | null> {
  const signed = await metadata.target(target);
  if (signed !== null && signed.lengthBytes > bytes) {
    throw new UpdateFailedError(
      'too-large',
      `${target} is signed with ${signed.lengthBytes} bytes, and the manifest names ${bytes}.`,
    );
  }
  return signed;
}

/** What lies here whole, the shown one first. */
function basesHere({
  store,
  snapshotName,
  bundledRowsSha256,
}: Pick<StagingOptions, 'store' | 'snapshotName' | 'bundledRowsSha256'>): Base[] {
  const { shown, releases } = store.pointer();
  const places: ReleasePlace[] = [shown, ...releases.map(({ folder }) => folder), bundled];
  return [...new Set(places)].flatMap((place) => {
    const rowsSha256 = place === bundled ? bundledRowsSha256 : (store.record(place)?.rowsSha256 ?? null);
    const snapshotPath = join(store.folderOf(place), snapshotName);
    return rowsSha256 === null || !existsSync(snapshotPath) ? [] : [{ rowsSha256, snapshotPath }];
  });
}
