/** A reader that is opened again, ever less eagerly, whenever its cable is gone. Serial and virtual readers differ only in `open`. */
import type { ScannerSource } from '../../core/ports.ts';

export interface OpenedReader {
  onData(listener: (bytes: Uint8Array) => void): void;
  /** Called once, whoever closed it. */
  onClose(listener: () => void): void;
  close(): Promise<void>;
}

const firstDelayMs = 500;
const longestDelayMs = 15_000;

/** `open` rejects where nothing is plugged in; that is a state, told as not connected. */
export function createReconnectingSource(target: string, open: () => Promise<OpenedReader>): ScannerSource {
  let stopped = false;
  let reader: OpenedReader | null = null;
  let retry: NodeJS.Timeout | null = null;
  let attempt: Promise<void> = Promise.resolve();
  let delayMs = firstDelayMs;
  let told: boolean | null = null;

  return {
    target,
    start: (listeners) => {
      const tell = (connected: boolean): void => {
        if (told !== connected) {
          told = connected;
          listeners.onConnected(connected);
        }
      };
      const tryLater = (): void => {
        if (!stopped) {
          retry = setTimeout(() => {
            attempt = connect();
          }, delayMs);
          delayMs = Math.min(delayMs * 2, longestDelayMs);
        }
      };
      const connect = async (): Promise<void> => {
        try {
          reader = await open();
        } catch {
          // Unplugged or not switched on: staff see the state, and the next try follows.
          tell(false);
          tryLater();
          return;
        }
        delayMs = firstDelayMs;
        reader.onData((bytes) => listeners.onBytes(bytes));
        reader.onClose(() => {
          reader = null;
          tell(false);
          tryLater();
        });
        tell(true);
      };
      attempt = connect();
    },
    stop: async () => {
      stopped = true;
      if (retry !== null) {
        clearTimeout(retry);
      }
      await attempt;
      await reader?.close();
    },
  };
}
