/** The printer as it is now: asked once, then told by the core whenever it changes. */
import { useEffect, useState } from 'react';
import type { PrinterStatus } from '../../main/contract/kiosk.ts';
import { useKiosk } from './kiosk-context.ts';
import { useConnection } from './use-connection.ts';

/** Null until the core has answered; a core that cannot be asked leaves it so. */
export function usePrinterStatus(): PrinterStatus | null {
  const { connection } = useKiosk();
  const { isOpen } = useConnection(connection);
  const [status, setStatus] = useState<PrinterStatus | null>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    let isCurrent = true;
    const stop = connection.on('printer.changed', setStatus);
    const ask = async () => {
      try {
        const answer = await connection.call('printing.status', {});
        if (isCurrent) setStatus(answer);
      } catch {
        // Not known is not broken: the citizen may press all the same.
        if (isCurrent) setStatus(null);
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
