/** Which catalogue a start shows: the best of those that lie here and can be opened. A damaged one is told and passed over. */
import type { KioskError } from '../contract/error.ts';
import type { Logger } from './ports.ts';
import type { OpenedCatalogue } from './shown-catalogue.ts';
import { bundled } from './sync/release-pointer.ts';
import type { ReleaseStore } from './sync/release-store.ts';

export interface ChoosingOptions {
  readonly store: ReleaseStore;
  /** Number of the bundled catalogue; 0 where it cannot be read. */
  readonly bundledNumber: number;
  readonly open: (folder: string) => OpenedCatalogue;
  readonly logger: Logger;
}

/** Errors: those of opening the bundled catalogue, where that is the last that was left. */
export function chooseCatalogue({ store, bundledNumber, open, logger }: ChoosingOptions): OpenedCatalogue {
  const places = store.placesToTry(bundledNumber);
  const damaged: string[] = [];
  let failure: unknown = null;
  for (const place of places) {
    try {
      const opened = open(store.folderOf(place));
      store.settle(place, damaged);
      return opened;
    } catch (error) {
      failure = place === bundled || failure === null ? error : failure;
      if (place !== bundled) {
        damaged.push(place);
      }
      logger.error('A catalogue cannot be opened; the one before is shown', {
        place,
        reason: error instanceof Error ? error.message : String(error),
      });
    }
  }
  // Nothing is thrown but what opening threw; there is always the bundled place.
  throw failure as KioskError;
}
