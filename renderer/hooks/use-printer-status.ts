/** The printer as it is now: asked once, then told by the core whenever it changes. */
import { useEffect, useState } from 'react';
import type { PrinterStatus } from '../../main/contract/kiosk.ts';
import { useKiosk } from './kiosk-context.ts';
import { useConnection } from './use-connection.ts';

/** Null until the core has answered; a core that cannot be asked leaves it so. */
export function usePrinterStatus(): PrinterStatus | null {
  const { connection } = useKiosk();
  const { isOpen, generation } = useConnection(connection);
  const [status, setStatus] = useState<PrinterStatus | null>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    let isCurrent = true;
    const take = (next: PrinterStatus) => {
      if (isCurrent) setStatus(next);
    };
    const stop = connection.on('printer.changed', take);
    connection.call('printing.status', {}).then(take, () => {
      if (isCurrent) setStatus(null);
    });
    return () => {
      isCurrent = false;
      stop();
    };
  }, [connection, isOpen, generation]);
  return status;
}
