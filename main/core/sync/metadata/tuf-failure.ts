/**
 * Says precisely what TUF refused. tuf-js wraps errors of snapshot, targets and delegations into the text of a RuntimeError, so
 * what came is put through its trusted store again, step by step, until the step that refuses says why itself.
 */
import { CryptoError, LengthOrHashMismatchError } from '@tufjs/models/dist/error.js';
import {
  BadVersionError,
  DownloadHTTPError,
  DownloadLengthMismatchError,
  EqualVersionError,
  ExpiredMetadataError,
  PersistError,
  RuntimeError,
} from 'tuf-js/dist/error.js';
import { TrustedMetadataStore } from 'tuf-js/dist/store.js';
import { failureOf } from '../failure-of.ts';
import { UpdateFailedError } from '../update-failed-error.ts';
import type { RepositoryFetcher } from './create-repository-fetcher.ts';
import { signedFacts } from './signed-facts.ts';

export interface TufEvidence {
  readonly fetcher: Pick<RepositoryFetcher, 'fetched' | 'failure'>;
  /** The newest root that was believed. */
  readonly root: Buffer;
  /** What the kiosk knew before; null where it knew nothing. */
  readonly formerTimestamp: Buffer | null;
  readonly formerSnapshot: Buffer | null;
  readonly formerTargets: Buffer | null;
  /** A delegated role that was asked besides; null for none. */
  readonly role: string | null;
}

export function tufFailure(error: unknown, evidence: TufEvidence): UpdateFailedError {
  if (!(error instanceof RuntimeError) && !(error instanceof DownloadHTTPError)) {
    return classify(error, evidence);
  }
  const missed = evidence.fetcher.failure();
  return missed === null ? classify(replay(evidence) ?? error, evidence) : failureOf(missed);
}

function classify(error: unknown, evidence: TufEvidence): UpdateFailedError {
  const say = (reason: UpdateFailedError['reason'], what: string): UpdateFailedError =>
    new UpdateFailedError(reason, `${what}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  if (error instanceof ExpiredMetadataError) {
    return say('frozen', 'The dates of the signed metadata have run out');
  }
  if (error instanceof BadVersionError) {
    return isOlderThanKnown(evidence)
      ? say('rollback', 'The repository is older than what this kiosk has seen')
      : say('bad-signature', 'Versions of the metadata do not belong together');
  }
  if (error instanceof LengthOrHashMismatchError) {
    return say('bad-signature', 'Metadata is not what was signed for');
  }
  if (error instanceof DownloadLengthMismatchError) {
    return say('too-large', 'Metadata is longer than allowed');
  }
  if (error instanceof SyntaxError) {
    return say('bad-answer', 'The repository answers with something that is no metadata');
  }
  if (error instanceof PersistError) {
    // Its cause stands in its text alone.
    return say(/ENOSPC|EDQUOT/u.test(error.message) ? 'disk-full' : 'internal', 'Metadata cannot be written');
  }
  const known = failureOf(error);
  if (known.reason !== 'internal') {
    return known;
  }
  return say('bad-signature', error instanceof CryptoError ? 'A key cannot be used' : 'The metadata is not believed');
}

/** By the versions that came against those that were known. */
function isOlderThanKnown({ fetcher, formerTimestamp, formerSnapshot }: TufEvidence): boolean {
  const known = { timestamp: signedFacts(formerTimestamp), snapshot: signedFacts(formerSnapshot) };
  const timestamp = signedFacts(fetcher.fetched.get('timestamp.json') ?? null);
  if (older(timestamp?.version, known.timestamp?.version)) {
    return true;
  }
  const snapshotVersion = timestamp?.meta['snapshot.json'] ?? known.timestamp?.meta['snapshot.json'];
  if (older(snapshotVersion, known.timestamp?.meta['snapshot.json'])) {
    return true;
  }
  const snapshot = signedFacts(fetcher.fetched.get(`${snapshotVersion}.snapshot.json`) ?? null);
  return (
    snapshot?.version === snapshotVersion &&
    Object.entries(known.snapshot?.meta ?? {}).some(([name, version]) => older(snapshot?.meta[name], version))
  );
}

function older(came: number | undefined, had: number | undefined): boolean {
  return came !== undefined && had !== undefined && came < had;
}

/** The error of the step that refuses; null where none does. */
function replay({ fetcher, root, role, ...former }: TufEvidence): unknown {
  const store = new TrustedMetadataStore(root);
  const came = (kind: string): Buffer | null =>
    [...fetcher.fetched].find(([name]) => name === `${kind}.json` || name.endsWith(`.${kind}.json`))?.[1] ?? null;
  const targets = (bytes: Buffer): void => store.updateDelegatedTargets(bytes, 'targets', 'root');
  const steps: Step[] = [
    { isKnown: true, bytes: former.formerTimestamp, take: (bytes) => store.updateTimestamp(bytes) },
    { isKnown: false, bytes: came('timestamp'), take: (bytes) => store.updateTimestamp(bytes) },
    { isKnown: true, bytes: former.formerSnapshot, take: (bytes) => store.updateSnapshot(bytes, true) },
    { isKnown: false, bytes: came('snapshot'), take: (bytes) => store.updateSnapshot(bytes) },
    { isKnown: true, bytes: former.formerTargets, take: targets },
    { isKnown: false, bytes: came('targets'), take: targets },
  ];
  if (role !== null) {
    const take = (bytes: Buffer): void => store.updateDelegatedTargets(bytes, role, 'targets');
    steps.push({ isKnown: false, bytes: came(role), take });
  }
  for (const { isKnown, bytes, take } of steps) {
    const error = bytes === null ? null : failed(() => take(bytes));
    if (error !== null && !isKnown && !(error instanceof EqualVersionError)) {
      return error;
    }
  }
  return null;
}

interface Step {
  /** From the kiosk itself: it may have run out, and says nothing then. */
  readonly isKnown: boolean;
  readonly bytes: Buffer | null;
  readonly take: (bytes: Buffer) => unknown;
}

function failed(step: () => void): unknown {
  try {
    step();
    return null;
  } catch (error) {
    return error;
  }
}
