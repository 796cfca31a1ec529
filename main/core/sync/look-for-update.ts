/** One look at a repository, from the metadata to what it means for this kiosk; nothing is fetched but small files. */
import type { ReleaseRepository } from '../ports.ts';
import type { ReleaseManifest } from '../releases/release-manifest.ts';
import { higher, judgeRelease, type Verdict } from './judge-release.ts';
import { type InstalledRoot, readInstalledRoot } from './metadata/installed-root.ts';
import type { MetadataFolder } from './metadata/metadata-folder.ts';
import { type RefreshedMetadata, refreshMetadata } from './metadata/refresh-metadata.ts';
import { findSheet, type OfferedSheet, readManifest } from './read-release.ts';
import type { ReleaseStore } from './release-store.ts';
import type { TrustedTime } from './trusted-time.ts';
import { UpdateFailedError } from './update-failed-error.ts';
import type { HighestRelease, UpdateLedger } from './update-ledger.ts';

export interface LookingOptions {
  readonly folder: MetadataFolder;
  /** Files a root of trust may stand in, the first one that is there. */
  readonly trustFiles: readonly string[];
  readonly trustedTime: TrustedTime;
  readonly store: ReleaseStore;
  readonly ledger: UpdateLedger;
  readonly bundledRelease: HighestRelease;
  readonly software: string;
  /** Null where the city's catalogue alone is shown. */
  readonly office: string | null;
  readonly now: () => number;
}

export interface SeenRelease {
  readonly manifest: ReleaseManifest;
  readonly verdict: Verdict;
  readonly sheet: OfferedSheet;
  readonly metadata: RefreshedMetadata;
}

/** Errors: `UpdateFailedError`, `RepositoryFetchError`, those of the file system. */
export async function lookForUpdate(
  repository: ReleaseRepository,
  options: LookingOptions,
  signal: AbortSignal,
): Promise<SeenRelease> {
  const { folder, trustedTime, ledger } = options;
  const installed = requireTrust(options.trustFiles);
  const metadata = await refreshMetadata({
    repository,
    folder,
    installed,
    trustedTimeMs: trustedTime.nowMs(),
    signal,
  });
  const reading = { repository, metadata, signal };
  const sheet = await findSheet(reading, options.office);
  metadata.keep();
  const manifest = await readManifest(reading);
  trustedTime.reached(metadata.timestampExpiresMs, manifest.publishedAtMs);
  ledger.succeeded(options.now());
  return { manifest, verdict: verdictOn(manifest, options), sheet, metadata };
}

/** The release that is shown, bundled or not. */
export function shownRelease({
  store,
  bundledRelease,
}: Pick<LookingOptions, 'store' | 'bundledRelease'>): HighestRelease {
  return store.shown() ?? bundledRelease;
}

/** What another software refused may be understood by this one; what staff left behind stays left. */
export function isRefused({ ledger, software }: Pick<LookingOptions, 'ledger' | 'software'>, sha256: string): boolean {
  return ledger
    .refused()
    .some(
      (content) => content.sha256 === sha256 && (content.software === software || content.reason === 'refused-before'),
    );
}

function verdictOn(manifest: ReleaseManifest, options: LookingOptions): Verdict {
  const { store, ledger, bundledRelease } = options;
  const { highest, leftBehind } = store.pointer();
  return judgeRelease({
    offered: manifest,
    shown: shownRelease(options),
    highest: [highest, bundledRelease].reduce(higher, ledger.highest()),
    leftBehind,
    isRefused: (sha256) => isRefused(options, sha256),
  });
}

function requireTrust(trustFiles: readonly string[]): InstalledRoot {
  const installed = readInstalledRoot(trustFiles);
  if (installed === null) {
    throw new UpdateFailedError(
      'no-trust',
      'No root of trust is installed; nothing is believed without one. Install it with "kioskctl trust".',
    );
  }
  return installed;
}
