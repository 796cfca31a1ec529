/** Asked between two records, so that Ctrl-C ends a build at once and leaves nothing behind. */
import { KioskError } from '../../../contract/error.ts';

/** Errors: `output-failed` once the signal has fired. */
export function stopIfInterrupted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) {
    throw new KioskError('output-failed', 'The build was interrupted; nothing was changed.');
  }
}
