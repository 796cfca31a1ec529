/** The catalogues that lie here, and the one this start shows. */
import { KioskError } from '../contract/error.ts';
import { openCatalogue } from './catalogue/open-catalogue.ts';
import { chooseCatalogue } from './choose-catalogue.ts';
import type { SiteConfiguration } from './configuration/site-configuration.ts';
import { openWholeCatalogue } from './open-whole-catalogue.ts';
import type { Logger } from './ports.ts';
import type { OpenedCatalogue } from './shown-catalogue.ts';
import { createReleaseStore, type ReleaseStore } from './sync/release-store.ts';

export interface Releases {
  readonly store: ReleaseStore;
  readonly opened: OpenedCatalogue;
  readonly bundledRelease: { readonly number: number; readonly rowsSha256: string | null; readonly dataDate: string };
}

export interface ReleasesOptions {
  readonly configuration: SiteConfiguration;
  readonly folders: { readonly catalogueFolder: string; readonly dataFolder: string };
  readonly logger: Logger;
}

/** Errors: those of `openCatalogue` where not a single catalogue can be opened. */
export function composeReleases({ configuration, folders, logger }: ReleasesOptions): Releases {
  const { catalogueFolder, dataFolder } = folders;
  const store = createReleaseStore({ dataFolder, bundledFolder: catalogueFolder, logger });
  const bundledRelease = bundledFacts(catalogueFolder);
  const opened = chooseCatalogue({
    store,
    bundledNumber: bundledRelease.number,
    open: (folder) =>
      openWholeCatalogue(folder, {
        configuration,
        onTrouble: (trouble) =>
          logger.warn(
            trouble === 'index'
              ? 'The search index is damaged or of another version; it is built anew'
              : "The catalogue's words for the search are of another version; the search does without them. Build the catalogue again",
          ),
      }),
    logger,
  });
  return { store, opened, bundledRelease };
}

/** A bundled catalogue that cannot be read says nothing; where it is needed, opening it says why. */
function bundledFacts(folder: string): Releases['bundledRelease'] {
  try {
    const catalogue = openCatalogue(folder);
    try {
      const { number, dataDate } = catalogue.summary();
      return { number, dataDate, rowsSha256: catalogue.origin().rowsSha256 };
    } finally {
      catalogue.close();
    }
  } catch (error) {
    if (!(error instanceof KioskError)) {
      throw error;
    }
    return { number: 0, dataDate: '1970-01-01', rowsSha256: null };
  }
}
