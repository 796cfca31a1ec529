/** The release itself: manifest, rows and deltas hold what they promise, not only what was signed. */
import { readAbout } from '../catalogue/rows/about-row.ts';
import { type CatalogueRows, rowsSha256 } from '../catalogue/rows/catalogue-rows.ts';
import { applyDelta } from '../catalogue/rows/row-delta.ts';
import { readSnapshot, unpackedSnapshotBytes } from '../catalogue/rows/snapshot-file.ts';
import { manifestTarget, type ReleaseManifest } from '../releases/release-manifest.ts';
import { countProcedures } from './publish-release.ts';
import { manifestOf, type PublishedRelease, readReleaseRows, readTarget } from './read-releases.ts';
import type { SignedFile } from './signed-file.ts';
import type { VerificationLog } from './verification-log.ts';

interface ReleaseToVerify {
  readonly folder: string;
  readonly targets: SignedFile<'targets'>;
  /** Those before, as far as the folder still names them. */
  readonly former: readonly PublishedRelease[];
  /** Whether a delta or a report may be missing. */
  readonly isExport: boolean;
}

/** The manifest; null where nothing was published yet, or it is no manifest. */
export function verifyRelease(
  { folder, targets, former, isExport }: ReleaseToVerify,
  log: VerificationLog,
): ReleaseManifest | null {
  if (targets.signed.targets[manifestTarget] === undefined) {
    const strange = Object.keys(targets.signed.targets)[0];
    if (strange !== undefined) log.fault(strange, 'is signed beside no release');
    else log.note('Nothing was published yet.');
    return null;
  }
  const manifest = manifestOf(folder, targets);
  if (manifest === null) {
    log.fault(manifestTarget, 'is missing, damaged or no manifest of a release');
    return null;
  }
  verifyNames(manifest, targets, log);
  const rows = verifyRows(folder, manifest, targets, log);
  for (const delta of manifest.deltas) {
    const packed = readTarget(folder, targets, delta.target);
    const base = former.find((release) => release.manifest.number === delta.fromNumber);
    if (packed === null) {
      if (!isExport) log.fault(delta.target, 'is missing or damaged');
    } else if (base === undefined) {
      log.note(
        `${delta.target} is as it was signed; it could not be applied, as release ${delta.fromNumber} is not kept here.`,
      );
    } else if (rows !== null) {
      verifyDelta({ folder, base, packed, manifest, delta }, log);
    }
  }
  return manifest;
}

/** The targets role signs what the manifest names and nothing else. */
function verifyNames(manifest: ReleaseManifest, { signed }: SignedFile<'targets'>, log: VerificationLog): void {
  const lengths = new Map<string, number | null>([
    [manifestTarget, null],
    [manifest.snapshot.target, manifest.snapshot.bytes],
    ...manifest.deltas.map(({ target, bytes }) => [target, bytes] as const),
    ...(manifest.report === null ? [] : [[manifest.report, null] as const]),
  ]);
  for (const [target, bytes] of lengths) {
    const named = signed.targets[target];
    if (named === undefined) log.fault(target, 'stands in the manifest and is not signed');
    else if (bytes !== null && named.length !== bytes) log.fault(target, 'has another length than the manifest says');
  }
  for (const target of Object.keys(signed.targets)) {
    if (!lengths.has(target)) log.fault(target, 'is signed, and the manifest does not name it');
  }
}

function verifyRows(
  folder: string,
  manifest: ReleaseManifest,
  targets: SignedFile<'targets'>,
  log: VerificationLog,
): CatalogueRows | null {
  const { target, unpackedBytes } = manifest.snapshot;
  const packed = readTarget(folder, targets, target);
  if (packed === null) {
    log.fault(target, 'is missing or damaged');
    return null;
  }
  try {
    const rows = readSnapshot(packed, { maximumUnpackedBytes: unpackedBytes });
    const about = readAbout(rows);
    const expected = [
      ['hash over the rows', rowsSha256(rows), manifest.rowsSha256],
      ['number of rows', rows.size, manifest.rowCount],
      ['number of procedures', countProcedures(rows), manifest.procedureCount],
      ['length unpacked', unpackedSnapshotBytes(rows), unpackedBytes],
      ['number', about.number, manifest.number],
      ['day of the facts', about.dataDate, manifest.dataDate],
    ] as const;
    for (const [what, found, promised] of expected) {
      if (found !== promised) log.fault(target, `${what}: ${found} and not ${promised}, as the manifest says`);
    }
    return rows;
  } catch (error) {
    log.fault(target, error instanceof Error ? error.message : String(error));
    return null;
  }
}

interface DeltaToVerify {
  readonly folder: string;
  readonly base: PublishedRelease;
  readonly packed: Buffer;
  readonly manifest: ReleaseManifest;
  readonly delta: ReleaseManifest['deltas'][number];
}

function verifyDelta({ folder, base, packed, manifest, delta }: DeltaToVerify, log: VerificationLog): void {
  try {
    if (base.manifest.rowsSha256 !== delta.fromRowsSha256) {
      log.fault(delta.target, `does not start from release ${delta.fromNumber}`);
      return;
    }
    const from = readReleaseRows(folder, base);
    const rows = applyDelta(from, packed, { maximumUnpackedBytes: manifest.snapshot.unpackedBytes });
    if (rowsSha256(rows) !== manifest.rowsSha256)
      log.fault(delta.target, 'leads to other rows than those of the release');
    log.count('deltas');
  } catch (error) {
    log.fault(delta.target, error instanceof Error ? error.message : String(error));
  }
}
