/** Joins catalogue updates to what they change: the catalogue that is shown, tried with its search and a slip before. */
import { join } from 'node:path';
import packageFacts from '../../package.json' with { type: 'json' };
import { snapshotFileName } from './catalogue/catalogue-files.ts';
import type { Releases } from './compose-releases.ts';
import type { SiteConfiguration } from './configuration/site-configuration.ts';
import type { Emit } from './handlers.ts';
import type { Occupancy } from './occupancy.ts';
import { openWholeCatalogue } from './open-whole-catalogue.ts';
import type { CatalogueMaker, Clock, Logger, ScheduleAfter } from './ports.ts';
import type { Printing } from './printing/create-printing.ts';
import type { OpenedCatalogue, ShownCatalogue } from './shown-catalogue.ts';
import { createSync, type Sync, type UpdateSources } from './sync/create-sync.ts';
import type { TriedCatalogue } from './sync/run-trial.ts';
import type { UpdateLedger } from './sync/update-ledger.ts';
import { tryCatalogue } from './try-catalogue.ts';

export interface UpdatePorts extends UpdateSources {
  /** Null where no catalogue can be made: then no update is taken. */
  readonly maker: CatalogueMaker | null;
  /** The root of trust that came with the software, where it brought one. */
  readonly bundledRootPath: string;
}

export interface SyncParts {
  readonly configuration: SiteConfiguration;
  readonly folders: { readonly dataFolder: string };
  readonly ports: {
    readonly updates: UpdatePorts;
    readonly clock: Clock;
    readonly schedule: ScheduleAfter;
    readonly random: () => number;
    readonly logger: Logger;
    readonly emit: Emit;
  };
  readonly releases: Releases;
  readonly shown: ShownCatalogue;
  readonly ledger: UpdateLedger;
  readonly occupancy: Occupancy;
  readonly printing: Pick<Printing, 'tryChecklist'>;
}

/** Where `kioskctl trust` installs the root of trust. */
export function installedRootPath(dataFolder: string): string {
  return join(dataFolder, 'trust', 'root.json');
}

export function composeSync({ configuration, ports, releases, shown, printing, ...parts }: SyncParts): Sync {
  const { updates, ...world } = ports;
  const opened = (folder: string): OpenedCatalogue =>
    openWholeCatalogue(folder, {
      configuration,
      onTrouble: (trouble) => {
        throw new Error(
          trouble === 'index' ? 'its search index cannot be used' : "its words for the search can't be used",
        );
      },
    });
  const tried = (next: OpenedCatalogue): TriedCatalogue => ({
    show: () => shown.show(next),
    close: () => next.catalogue.close(),
  });
  const { bundledRelease, store } = releases;
  return createSync({
    ...world,
    checkTimes: configuration.updates.schedule,
    office: configuration.updates.office,
    sources: updates,
    maker: updates.maker,
    trustFiles: [installedRootPath(parts.folders.dataFolder), updates.bundledRootPath],
    store,
    ledger: parts.ledger,
    bundledRelease,
    builtAtMs: Date.parse(bundledRelease.dataDate),
    snapshotName: snapshotFileName,
    software: packageFacts.version,
    occupancy: parts.occupancy,
    shownCatalogue: () => ({
      catalogue: shown.catalogue.summary(),
      shownOffice: shown.catalogue.origin().overlayOffice,
    }),
    openCatalogue: (folder) => tried(opened(folder)),
    tryCatalogue: async (folder, expected) => {
      const next = opened(folder);
      try {
        const { tryChecklist } = printing;
        await tryCatalogue(next, { shown, expected, drawChecklist: tryChecklist });
      } catch (error) {
        next.catalogue.close();
        throw error;
      }
      return tried(next);
    },
  });
}
