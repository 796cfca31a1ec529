/** Why an update ends without being taken, in the words of the contract. */
import type { UpdateFailure } from '../../contract/updates.ts';

export class UpdateFailedError extends Error {
  readonly reason: UpdateFailure;
  /** How long the server asked to be left alone; null where it did not. */
  readonly retryAfterMs: number | null;
  /** The content itself is at fault, however often it were fetched: it is not tried again. */
  readonly blamesContent: boolean;

  constructor(
    reason: UpdateFailure,
    message: string,
    options?: ErrorOptions & { readonly retryAfterMs?: number | null; readonly blamesContent?: boolean },
  ) {
    super(message, options);
    this.name = 'UpdateFailedError';
    this.reason = reason;
    this.retryAfterMs = options?.retryAfterMs ?? null;
    this.blamesContent = options?.blamesContent ?? false;
  }
}
