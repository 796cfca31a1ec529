/** A reader whose cable and bytes are in the test's hand. */
import type { ScannerListeners, ScannerSource } from '../../main/core/ports.ts';

export interface FakeReader extends ScannerSource {
  readonly isStopped: boolean;
  plugIn(): void;
  /** `isNoticed` false: the cable is gone, and the system has not said so yet. */
  unplug(isNoticed?: boolean): void;
  /** As bytes of UTF-8. */
  send(text: string): void;
  sendBytes(bytes: Uint8Array): void;
}

export function createFakeReader(target = 'serial:/dev/fake'): FakeReader {
  let listeners: ScannerListeners | null = null;
  let isThere = false;
  let isStopped = false;
  const sendBytes = (bytes: Uint8Array): void => listeners?.onBytes(bytes);
  return {
    target,
    get isStopped() {
      return isStopped;
    },
    start: (heard) => {
      listeners = heard;
    },
    isPresent: () => isThere,
    stop: () => {
      isStopped = true;
      return Promise.resolve();
    },
    plugIn: () => {
      isThere = true;
      listeners?.onConnected(true, null);
    },
    unplug: (isNoticed = true) => {
      isThere = false;
      if (isNoticed) {
        listeners?.onConnected(false, 'It was unplugged.');
      }
    },
    send: (text) => sendBytes(Buffer.from(text)),
    sendBytes,
  };
}
