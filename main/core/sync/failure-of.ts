/** Maps what ports and the file system throw to the contract's reasons; TUF's own errors have a map of their own. */
import type { UpdateFailure } from '../../contract/updates.ts';
import { CatalogueMakingError, RepositoryFetchError, type RepositoryFetchReason } from '../ports.ts';
import { UpdateFailedError } from './update-failed-error.ts';

const ofFetching: Readonly<Record<RepositoryFetchReason, UpdateFailure>> = {
  // Everything that is asked for is named by signed metadata, so a repository without it is not whole.
  'not-found': 'bad-answer',
  unreachable: 'unreachable',
  timeout: 'timeout',
  'too-slow': 'too-slow',
  'too-large': 'too-large',
  'bad-answer': 'bad-answer',
  aborted: 'unreachable',
};

/** Null for an error that belongs to none of the ports. */
function knownFailure(error: unknown): UpdateFailedError | null {
  if (error instanceof UpdateFailedError) {
    return error;
  }
  if (error instanceof RepositoryFetchError) {
    const { retryAfterMs } = error;
    return new UpdateFailedError(ofFetching[error.reason], error.message, { cause: error, retryAfterMs });
  }
  if (error instanceof CatalogueMakingError) {
    return new UpdateFailedError(error.reason, error.message, { cause: error });
  }
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? new UpdateFailedError('disk-full', 'The disk of the data folder is full.', { cause: error })
    : null;
}

/** Walks the causes; what nobody knows is `internal`. */
export function failureOf(error: unknown): UpdateFailedError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const known = knownFailure(cause);
    if (known !== null) {
      return known;
    }
  }
  const detail = error instanceof Error ? error.message : String(error);
  return new UpdateFailedError('internal', `The update stumbled: ${detail}`, { cause: error });
}
