/** Notices that the network may have come back: an address of this machine is there that was not there a moment before. */
import { networkInterfaces } from 'node:os';
import type { NetworkWatch, ScheduleAfter } from '../../core/ports.ts';

export interface NetworkWatchOptions {
  readonly schedule: ScheduleAfter;
  /** Default 5,000. */
  readonly pollMs?: number;
  /** Addresses by which others are reached; default those of this machine's running interfaces. */
  readonly addresses?: () => ReadonlySet<string>;
}

const usualPollMs = 5_000;

/** Looks only while somebody listens. An interface whose cable is out has no address here, also where it keeps one. */
export function createNetworkWatch({
  schedule,
  pollMs = usualPollMs,
  addresses = outerAddresses,
}: NetworkWatchOptions): NetworkWatch {
  const listeners = new Set<() => void>();
  let callOff: (() => void) | null = null;
  let known: ReadonlySet<string> = new Set();

  const look = (): void => {
    const now = addresses();
    const isMore = [...now].some((address) => !known.has(address));
    known = now;
    callOff = schedule(pollMs, look);
    if (isMore) {
      for (const listener of listeners) {
        listener();
      }
    }
  };

  return {
    onReturn: (listener) => {
      if (listeners.size === 0) {
        known = addresses();
        callOff = schedule(pollMs, look);
      }
      listeners.add(listener);
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) {
          callOff?.();
        }
      };
    },
  };
}

/** Not those of the machine itself, nor those an interface gives itself before anybody answers (fe80::, 169.254). */
function outerAddresses(): ReadonlySet<string> {
  return new Set(
    Object.entries(networkInterfaces()).flatMap(([name, list = []]) =>
      list
        .filter(({ internal, address }) => !internal && !/^(?:fe80:|169\.254\.)/iu.test(address))
        .map(({ address }) => `${name} ${address}`),
    ),
  );
}
