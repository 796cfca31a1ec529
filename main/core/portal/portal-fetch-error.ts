/** Why an exchange with the portal brought no answer. */

/**
 * `offline` no network, no such name, refused or broken off · `slow` the time was over · `certificate` not trusted, or the
 * machine's clock is wrong · `too-large` more bytes than were asked for · `unreadable` something answered that speaks no
 * HTTP(S).
 */
export type PortalFetchReason = 'offline' | 'slow' | 'certificate' | 'too-large' | 'unreadable';

export class PortalFetchError extends Error {
  readonly reason: PortalFetchReason;
  /** Whether anything of the request may have reached the portal. */
  readonly mayHaveArrived: boolean;

  /** `message`: in words for staff; no code of a dossier, no key. */
  constructor(reason: PortalFetchReason, message: string, mayHaveArrived: boolean) {
    super(message);
    this.name = 'PortalFetchError';
    this.reason = reason;
    this.mayHaveArrived = mayHaveArrived;
  }
}
