/** How the reader is and what it read since the start, as screen and staff may know it: kinds and times, never what stood there. */
import type { ReaderStatus } from '../../contract/reader-status.ts';
import type { ReaderOverview, ScanKind } from '../../contract/scanning.ts';
import type { Clock } from '../ports.ts';

const recentKept = 20;

export interface ReaderRecord {
  readonly status: () => ReaderStatus;
  /** True where the state is another one now. */
  readonly cable: (isConnected: boolean, reason: string | null) => boolean;
  readonly scanned: (kind: ScanKind) => void;
  readonly overview: () => Omit<ReaderOverview, 'target'>;
}

/** `first`: how it is until the cable says otherwise. */
export function createReaderRecord(first: ReaderStatus['state'], clock: Clock): ReaderRecord {
  let status: ReaderStatus = { state: first, sinceMs: clock.nowMs() };
  let trouble: string | null = null;
  let scansSinceStart = 0;
  let unplugged = 0;
  let recent: ReaderOverview['recent'] = [];
  return {
    status: () => status,
    cable(isConnected, reason) {
      const state = isConnected ? 'connected' : 'unplugged';
      trouble = isConnected ? null : reason;
      if (state === status.state) {
        return false;
      }
      unplugged += isConnected ? 0 : 1;
      status = { state, sinceMs: clock.nowMs() };
      return true;
    },
    scanned(kind) {
      scansSinceStart += 1;
      recent = [{ kind, atMs: clock.nowMs() }, ...recent].slice(0, recentKept);
    },
    overview: () => ({ status, trouble, scansSinceStart, unplugged, recent }),
  };
}
