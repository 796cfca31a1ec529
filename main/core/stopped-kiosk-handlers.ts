/** Going back to the former release where no kiosk runs: on the data folder itself, which whoever calls has locked. */
import packageFacts from '../../package.json' with { type: 'json' };
import { KioskError } from '../contract/error.ts';
import { openCatalogue } from './catalogue/open-catalogue.ts';
import type { StaffHandlers } from './handlers.ts';
import type { Clock, Logger } from './ports.ts';
import { leaveShown } from './sync/go-back.ts';
import { refuseUnacknowledged } from './sync/refuse-unacknowledged.ts';
import { bundled } from './sync/release-pointer.ts';
import { createReleaseStore } from './sync/release-store.ts';
import type { UpdateLedger } from './sync/update-ledger.ts';

export interface StoppedKiosk {
  readonly dataFolder: string;
  readonly ledger: UpdateLedger;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Errors of the handler: `not-found` where there is nothing to go back to, those of `openCatalogue` for the former one. */
export function createStoppedKioskHandlers(kiosk: StoppedKiosk): Pick<StaffHandlers, 'updates.rollBack'> {
  return {
    'updates.rollBack': () => {
      // Where the bundled catalogue lies is known to the running kiosk alone; it opens it with its next start.
      const { dataFolder, ledger, clock, logger } = kiosk;
      const store = createReleaseStore({ dataFolder, bundledFolder: '', logger });
      const facts = { store, ledger, software: packageFacts.version, now: () => clock.nowMs() };
      refuseUnacknowledged(facts);
      const { former } = store.pointer();
      if (former === null || store.shown() === null) {
        throw new KioskError('not-found', 'There is no former release to go back to.');
      }
      if (former !== bundled) {
        openCatalogue(store.folderOf(former)).close();
      }
      leaveShown(facts);
      return { kind: 'committed', number: store.shown()?.number ?? 0 };
    },
  };
}
