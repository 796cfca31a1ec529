/** Where channels to the core come from: each shell makes a new one after every reload and restart of the core. */
import type { Transport } from '../../main/contract/transport.ts';

export interface ChannelSource {
  /** Calls `onChannel` with each new, open channel; the one before is of no use from then on. Returns what stops it. */
  start(onChannel: (transport: Transport) => void): () => void;
}
