/** One question of staff's as a value to draw, kept fresh while its panel is looked at. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { StaffMethodName, StaffParams, StaffResult } from '../../main/contract/staff-methods.ts';
import { useKiosk } from '../hooks/kiosk-context.ts';
import { type Asked, createStaffAsker } from './create-staff-asker.ts';
import { useStaffDesk } from './staff-desk-context.ts';

/** `params` are those of the first drawing. `refresh` asks once more, e.g. after something was done. */
export function useStaffAnswer<M extends StaffMethodName>(
  method: M,
  params: StaffParams<M>,
): Asked<StaffResult<M>> & { readonly refresh: () => void } {
  const desk = useStaffDesk();
  const { connection } = useKiosk();
  const [asker] = useState(() =>
    createStaffAsker({
      ask: () => desk.ask(method, params),
      nowMs: () => Date.now(),
      schedule(callback, delayMs) {
        const timer = setTimeout(callback, delayMs);
        return () => clearTimeout(timer);
      },
    }),
  );
  useEffect(() => asker.start(), [asker]);
  useEffect(() => {
    const stops = [
      connection.on('printer.changed', asker.refresh),
      connection.on('printJob.changed', asker.refresh),
      connection.on('reader.changed', asker.refresh),
      connection.on('scan.received', asker.refresh),
      connection.on('catalogue.changed', asker.refresh),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [connection, asker]);
  const { answer, nowMs } = useSyncExternalStore(asker.subscribe, asker.state);
  return { answer, nowMs, refresh: asker.refresh };
}
