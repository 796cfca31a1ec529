/** A trial that the last run began and did not end failed: its content is refused, and staff are told. */
import type { ReleaseStore } from './release-store.ts';
import type { UpdateLedger } from './update-ledger.ts';

export interface Refusing {
  readonly store: Pick<ReleaseStore, 'unacknowledged' | 'shown'>;
  readonly ledger: UpdateLedger;
  readonly software: string;
  readonly now: () => number;
}

/** What was written down; null where the last run ended all its trials. */
export function refuseUnacknowledged({ store, ledger, software, now }: Refusing): string | null {
  const { unacknowledged } = store;
  if (unacknowledged === null) {
    return null;
  }
  const { number, rowsSha256, sheet } = unacknowledged;
  const isSheetAlone = store.shown()?.rowsSha256 === rowsSha256;
  const detail = `The kiosk ended while release ${number} was tried; it is not tried again.`;
  const sha256 = isSheetAlone && sheet !== null ? sheet.sha256 : rowsSha256;
  ledger.refuse({ sha256, number, reason: 'smoke-test', atMs: now(), software });
  ledger.record({ atMs: now(), source: 'network', outcome: 'failed', number, reason: 'smoke-test', detail });
  return detail;
}
