/** A reader that is opened again, ever less eagerly, whenever its cable is gone. Serial and virtual readers differ only in `open`. */
import type { ScannerSource, ScheduleAfter } from '../../core/ports.ts';

export interface OpenedReader {
  onData(listener: (bytes: Uint8Array) => void): void;
  /** Called once, whoever closed it, also where it was closed before. */
  onClose(listener: () => void): void;
  /** See `ScannerSource`. */
  isPresent(): boolean;
  /** Resolves when no handle of it is left. */
  close(): Promise<void>;
}

export interface ReconnectingSourceOptions {
  readonly target: string;
  /** Rejects where nothing is plugged in, with the reason in words for staff; that is a state and no error. */
  readonly open: () => Promise<OpenedReader>;
  readonly schedule: ScheduleAfter;
}

/** Doubled with each try in vain. */
const firstDelayMs = 500;
const longestDelayMs = 15_000;
/** Once open this long, a reader counts as plugged in for good; one with a loose contact is not opened ever so often. */
const steadyMs = 5_000;

export function createReconnectingSource({ target, open, schedule }: ReconnectingSourceOptions): ScannerSource {
  let isStopped = false;
  let reader: OpenedReader | null = null;
  let cancelTimer: (() => void) | null = null;
  let attempt: Promise<void> = Promise.resolve();
  let delayMs = firstDelayMs;
  let told: string | null = null;

  const later = (milliseconds: number, action: () => void): void => {
    cancelTimer?.();
    cancelTimer = isStopped ? null : schedule(milliseconds, action);
  };

  return {
    target,
    isPresent: () => reader?.isPresent() ?? false,
    start: ({ onBytes, onConnected }) => {
      const tell = (isConnected: boolean, reason: string | null): void => {
        const news = JSON.stringify([isConnected, reason]);
        if (!isStopped && told !== news) {
          told = news;
          onConnected(isConnected, reason);
        }
      };
      const tryLater = (): void => {
        const waitMs = delayMs;
        delayMs = Math.min(delayMs * 2, longestDelayMs);
        later(waitMs, () => {
          attempt = connect();
        });
      };
      const connect = async (): Promise<void> => {
        try {
          reader = await open();
        } catch (error) {
          tell(false, error instanceof Error ? error.message : typeof error);
          tryLater();
          return;
        }
        if (isStopped) {
          return;
        }
        later(steadyMs, () => {
          delayMs = firstDelayMs;
        });
        tell(true, null);
        reader.onData((bytes) => {
          if (!isStopped) {
            onBytes(bytes);
          }
        });
        reader.onClose(() => {
          reader = null;
          tell(false, 'It was unplugged.');
          tryLater();
        });
      };
      attempt = connect();
    },
    stop: async () => {
      isStopped = true;
      cancelTimer?.();
      await attempt;
      await reader?.close();
    },
  };
}
