/** One refresh of TUF metadata (TUF 1.0.33 §5): what comes out of it was signed, is whole, is no older than before and not expired. */
import { join } from 'node:path';
import type { TargetFile } from '@tufjs/models';
import { Updater } from 'tuf-js';
import type { ReleaseRepository } from '../../ports.ts';
import { UpdateFailedError } from '../update-failed-error.ts';
import { createRepositoryFetcher, metadataBaseUrl } from './create-repository-fetcher.ts';
import { type InstalledRoot, readIfThere } from './installed-root.ts';
import type { MetadataDraft, MetadataFolder } from './metadata-folder.ts';
import { signedFacts } from './signed-facts.ts';
import { tufFailure } from './tuf-failure.ts';

/** A file that is vouched for. */
export interface SignedTarget {
  /** As the manifest names it. */
  readonly target: string;
  readonly lengthBytes: number;
  /** Hex. */
  readonly sha256: string;
}

export interface RefreshedMetadata {
  /** Null where nobody signed for it. Errors: `UpdateFailedError`. */
  target(path: string): Promise<SignedTarget | null>;
  /** The same of a delegated role; null also where the role has not signed anything yet. */
  delegatedTarget(path: string, role: string): Promise<SignedTarget | null>;
  readonly rootVersion: number;
  /** UTC epoch at which the timestamp runs out: the true time is before it. */
  readonly timestampExpiresMs: number;
  /** Keeps what was refreshed. Errors of the file system. */
  keep(): void;
}

export interface RefreshOptions {
  readonly repository: ReleaseRepository;
  readonly folder: MetadataFolder;
  readonly installed: InstalledRoot;
  /** The later of the clock and what was certainly reached; tuf-js looks at the clock alone. */
  readonly trustedTimeMs: number;
  readonly signal: AbortSignal;
}

/** Longest of each, in bytes; several hundred offices' delegations fit. */
const limits = {
  rootMaxLength: 512_000,
  timestampMaxLength: 16_384,
  snapshotMaxLength: 2_000_000,
  targetsMaxLength: 5_000_000,
};
/** Roots that are followed in one refresh. */
const mostRoots = 64;

/** Errors: `UpdateFailedError`; of a failed refresh nothing is kept but a newer root. */
export async function refreshMetadata(options: RefreshOptions): Promise<RefreshedMetadata> {
  const { folder, installed, repository, signal } = options;
  const draft = folder.draft(installed);
  const fetcher = createRepositoryFetcher(repository, signal);
  const inDraft = (kind: string): Buffer | null => readIfThere(join(draft.folder, `${kind}.json`));
  const failureOfTuf = (error: unknown, role: string | null): UpdateFailedError =>
    tufFailure(error, {
      fetcher,
      root: inDraft('root') ?? installed.bytes,
      formerTimestamp: folder.read('timestamp.json'),
      formerSnapshot: folder.read('snapshot.json'),
      formerTargets: folder.read('targets.json'),
      role,
    });
  try {
    const config = { ...limits, maxRootRotations: mostRoots };
    const updater = new Updater({ metadataDir: draft.folder, metadataBaseUrl, fetcher, config });
    await updater.refresh();
    for (const kind of ['root', 'timestamp', 'snapshot', 'targets']) {
      checkDate(kind, inDraft(kind), options.trustedTimeMs);
    }
    const target = async (path: string, role: string | null): Promise<SignedTarget | null> => {
      try {
        const found = await updater.getTargetInfo(path);
        return found === undefined ? null : signedTarget(path, found);
      } catch (error) {
        throw failureOfTuf(error, role);
      }
    };
    return {
      target: (path) => target(path, null),
      delegatedTarget: async (path, role) => {
        if (signedFacts(inDraft('snapshot'))?.meta[`${role}.json`] === undefined) {
          return null;
        }
        const found = await target(path, role);
        const metadata = inDraft(role);
        if (metadata !== null) {
          checkDate(role, metadata, options.trustedTimeMs);
        }
        return found;
      },
      rootVersion: signedFacts(inDraft('root'))?.version ?? installed.version,
      timestampExpiresMs: signedFacts(inDraft('timestamp'))?.expiresMs ?? 0,
      keep: () => draft.keep(),
    };
  } catch (error) {
    const failure = failureOfTuf(error, null);
    keepRoot(draft);
    throw failure;
  }
}

function keepRoot(draft: MetadataDraft): void {
  try {
    draft.keepRoot();
  } catch {
    // The next refresh follows the roots again; why this one failed matters more.
  }
}

/** tuf-js compares with this machine's clock; one that was set back is no way around a date. */
function checkDate(kind: string, bytes: Buffer | null, trustedTimeMs: number): void {
  const facts = signedFacts(bytes);
  if (facts === null || facts.expiresMs <= trustedTimeMs) {
    const day = facts === null ? 'without a date' : new Date(facts.expiresMs).toISOString();
    throw new UpdateFailedError('frozen', `The date of ${kind}.json has run out (${day}).`);
  }
}

function signedTarget(target: string, file: TargetFile): SignedTarget {
  const sha256 = file.hashes['sha256'] ?? '';
  if (!/^[0-9a-f]{64}$/u.test(sha256)) {
    throw new UpdateFailedError('bad-signature', `${target} is signed without a SHA-256.`);
  }
  return { target, lengthBytes: file.length, sha256 };
}
