/** Lets the kiosk count why updates were not taken. */
import type { UpdateFailure } from '../../contract/updates.ts';
import type { UpdateLedger } from './update-ledger.ts';

/** The same ledger; `onFailure` hears each failure that is written down. */
export function hearFailures(ledger: UpdateLedger, onFailure: (reason: UpdateFailure) => void): UpdateLedger {
  return {
    ...ledger,
    record: (check) => {
      ledger.record(check);
      if (check.reason !== null) {
        onFailure(check.reason);
      }
    },
  };
}
