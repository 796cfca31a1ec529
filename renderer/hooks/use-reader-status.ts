/** The reader as it is now, for screens that invite to scan: where it is unplugged they must not. */
import { useEffect, useState } from 'react';
import type { ReaderStatus } from '../../main/contract/reader-status.ts';
import { useKiosk } from './kiosk-context.ts';
import { useConnection } from './use-connection.ts';

/** As the kiosk was described until the core says something newer; asked again after each loss of the core. */
export function useReaderStatus(): ReaderStatus {
  const { connection, description } = useKiosk();
  const { isOpen } = useConnection(connection);
  const [status, setStatus] = useState<ReaderStatus>(description.reader);
  useEffect(() => {
    if (!isOpen) return undefined;
    let isCurrent = true;
    const hear = (next: ReaderStatus) => {
      // What is pushed while the question is under way is newer than its answer may be.
      isCurrent = false;
      setStatus(next);
    };
    const stop = connection.on('reader.changed', hear);
    const ask = async () => {
      try {
        const { reader } = await connection.call('kiosk.describe', {});
        if (isCurrent) setStatus(reader);
      } catch {
        // The core is gone again: what was known stays until it is back.
      }
    };
    void ask();
    return () => {
      isCurrent = false;
      stop();
    };
  }, [connection, isOpen]);
  return status;
}

/** Whether something held before the reader now would be read. */
export function useCanScan(): boolean {
  const { state } = useReaderStatus();
  return state === 'connected' || state === 'keyboard';
}
