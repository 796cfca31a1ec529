/** The releases a repository still holds, read back from the metadata they were published with. */
import { join } from 'node:path';
import { KioskError } from '../../contract/error.ts';
import { type CatalogueRows, rowsSha256 } from '../catalogue/rows/catalogue-rows.ts';
import { readSnapshot } from '../catalogue/rows/snapshot-file.ts';
import { manifestTarget, type ReleaseManifest, releaseManifestSchema } from '../releases/release-manifest.ts';
import { storedTargetPath } from '../releases/repository-paths.ts';
import { sha256Of } from './change-repository.ts';
import type { RepositoryState } from './read-repository.ts';
import { metadataPath, readIfThere, storedVersions } from './repository-files.ts';
import { signatureFault } from './role-signers.ts';
import { parseSignedFile, type SignedFile } from './signed-file.ts';

export interface PublishedRelease {
  readonly manifest: ReleaseManifest;
  /** The metadata that name its files; of several (a key was rotated meanwhile) the newest. */
  readonly targets: SignedFile<'targets'>;
}

/**
 * The newest first; each release once. What no root's keys signed, and what a cut left behind before it ever came into force, is
 * passed over. Error: `repository-damaged` where the newest one cannot be read.
 */
export function readReleases(state: ReleasesState): PublishedRelease[] {
  const manifest = manifestOf(state.folder, state.targets);
  if (manifest === null && state.targets.signed.targets[manifestTarget] !== undefined) {
    throw new KioskError(
      'repository-damaged',
      `The manifest of the newest release in ${state.folder} is missing or damaged. Bring the folder back from its backup.`,
    );
  }
  return manifest === null ? [] : [{ manifest, targets: state.targets }, ...readReleasesBefore(state)];
}

type ReleasesState = Pick<RepositoryState, 'folder' | 'roots' | 'targets'>;

/** All but the one that the newest metadata name. */
export function readReleasesBefore(state: ReleasesState): PublishedRelease[] {
  const releases: PublishedRelease[] = [];
  const present = manifestOf(state.folder, state.targets)?.number ?? Number.POSITIVE_INFINITY;
  const versions = storedVersions(state.folder, 'targets').filter((version) => version < state.targets.signed.version);
  for (const version of versions.toReversed()) {
    const targets = formerTargets(state, version);
    const manifest = targets === null ? null : manifestOf(state.folder, targets);
    if (targets !== null && manifest !== null && manifest.number < (releases.at(-1)?.manifest.number ?? present)) {
      releases.push({ manifest, targets });
    }
  }
  return releases;
}

/** Null where it is damaged, or not signed by the targets keys of any root there ever was. */
function formerTargets(
  { folder, roots }: Pick<RepositoryState, 'folder' | 'roots'>,
  version: number,
): SignedFile<'targets'> | null {
  const path = metadataPath(folder, 'targets', version);
  try {
    const file = parseSignedFile('targets', readIfThere(path) ?? Buffer.alloc(0), path);
    return roots.some((root) => signatureFault(root.metadata, 'targets', file.metadata) === null) ? file : null;
  } catch (error) {
    if (error instanceof KioskError) {
      return null;
    }
    throw error;
  }
}

/** Null where these metadata name none, or it is not there as they say. */
export function manifestOf(folder: string, targets: SignedFile<'targets'>): ReleaseManifest | null {
  const bytes = readTarget(folder, targets, manifestTarget);
  try {
    return bytes === null ? null : (releaseManifestSchema.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? null);
  } catch {
    return null;
  }
}

/** A target as these metadata name it; null where they do not, or it is missing or another. */
export function readTarget(folder: string, targets: SignedFile<'targets'>, target: string): Buffer | null {
  const named = targets.signed.targets[target];
  const sha256 = named?.hashes['sha256'];
  if (named === undefined || sha256 === undefined) {
    return null;
  }
  const bytes = readIfThere(join(folder, storedTargetPath(target, sha256)));
  return bytes !== null && bytes.length === named.length && sha256Of(bytes) === sha256 ? bytes : null;
}

/** Error: `repository-damaged` where they are not the rows that were published. */
export function readReleaseRows(folder: string, { manifest, targets }: PublishedRelease): CatalogueRows {
  const packed = readTarget(folder, targets, manifest.snapshot.target);
  const failed = (what: string, cause?: unknown) =>
    new KioskError('repository-damaged', `The rows of release ${manifest.number} in ${folder} ${what}.`, { cause });
  if (packed === null) {
    throw failed('are missing or damaged');
  }
  try {
    const rows = readSnapshot(packed, { maximumUnpackedBytes: manifest.snapshot.unpackedBytes });
    if (rowsSha256(rows) === manifest.rowsSha256) {
      return rows;
    }
  } catch (error) {
    throw failed('cannot be read', error);
  }
  throw failed('are not those its manifest names');
}

/** Where a file of a release lies; empty where its metadata do not name it. */
export function releaseFilePath(folder: string, { targets }: PublishedRelease, target: string): string {
  const sha256 = targets.signed.targets[target]?.hashes['sha256'];
  return sha256 === undefined ? '' : join(folder, storedTargetPath(target, sha256));
}
