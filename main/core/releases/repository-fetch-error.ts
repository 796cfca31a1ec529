/** Why a file of a repository did not come. */
export const repositoryFetchReasons = [
  'not-found',
  'unreachable',
  'timeout',
  'too-slow',
  'too-large',
  'bad-answer',
  'aborted',
] as const;
export type RepositoryFetchReason = (typeof repositoryFetchReasons)[number];

export class RepositoryFetchError extends Error {
  readonly reason: RepositoryFetchReason;
  /** How long the server asked to be left alone; null where it did not. */
  readonly retryAfterMs: number | null;

  constructor(
    reason: RepositoryFetchReason,
    message: string,
    options?: ErrorOptions & { readonly retryAfterMs?: number },
  ) {
    super(message, options);
    this.name = 'RepositoryFetchError';
    this.reason = reason;
    this.retryAfterMs = options?.retryAfterMs ?? null;
  }
}
