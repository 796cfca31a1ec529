/** Why rows did not become a catalogue. */
import type { CatalogueMakingReason } from '../ports.ts';

export class CatalogueMakingError extends Error {
  readonly reason: CatalogueMakingReason;

  constructor(reason: CatalogueMakingReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CatalogueMakingError';
    this.reason = reason;
  }
}
