/** The one composition root: wires the features to each other and to the ports. */
import type { Push } from '../contract/envelope.ts';
import type { KioskError } from '../contract/error.ts';
import type { Handlers } from './handlers.ts';
import type { Logger } from './ports.ts';

/** A running core, whatever shell it stands behind. */
export interface Kiosk {
  readonly handlers: Handlers;
  readonly logger: Logger;
  /** Why the kiosk could not start; null when it runs. A failed kiosk still answers, with this error. */
  readonly startFailure: KioskError | null;
  /** Hears what the core tells unasked; returns how to stop hearing. */
  onPush(listener: (push: Push) => void): () => void;
  /** Closes databases and devices. */
  close(): Promise<void>;
}
