/** The one composition root: wires the features to each other and to the ports. */
import type { Push } from '../contract/envelope.ts';
import type { KioskError } from '../contract/error.ts';
import { createCatalogueHandlers } from './catalogue/catalogue-handlers.ts';
import { openCatalogue } from './catalogue/open-catalogue.ts';
import { describeKiosk } from './configuration/describe-kiosk.ts';
import type { SiteConfiguration } from './configuration/site-configuration.ts';
import { type DataFolderLock, lockDataFolder } from './data-folder-lock.ts';
import type { Emit, Handlers } from './handlers.ts';
import type {
  Clock,
  JobFrame,
  Logger,
  PrinterTransport,
  ScannerSource,
  ScheduleAfter,
  SlipRasteriser,
} from './ports.ts';
import { createPrinting, type Printing } from './printing/create-printing.ts';
import { startScanning } from './scanning/start-scanning.ts';
import { openSearchIndex } from './search/open-search-index.ts';
import { createSearchHandlers } from './search/search-handlers.ts';

/** A running core, whatever shell it stands behind. */
export interface Kiosk {
  readonly handlers: Handlers;
  readonly logger: Logger;
  /** Why the kiosk could not start; null when it runs. A failed kiosk still answers, with this error. */
  readonly startFailure: KioskError | null;
  /** Hears what the core tells unasked; returns how to stop hearing. */
  onPush(listener: (push: Push) => void): () => void;
  /** Closes databases and devices. */
  close(): Promise<void>;
}

export interface KioskFolders {
  /** A built catalogue. */
  readonly catalogueFolder: string;
  /** This kiosk's own state; locked while it runs. */
  readonly dataFolder: string;
}

export interface KioskPorts {
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
  readonly logger: Logger;
  /** Null where the configuration names none. */
  readonly printer: PrinterTransport | null;
  readonly rasteriser: SlipRasteriser;
  readonly jobFrame: JobFrame;
  readonly scanner: ScannerSource | null;
}

/** Errors: those of `lockDataFolder` and `openCatalogue`; nothing is left open then. */
export function createKiosk(configuration: SiteConfiguration, folders: KioskFolders, ports: KioskPorts): Kiosk {
  const lock = lockDataFolder(folders.dataFolder);
  try {
    return composeKiosk(configuration, folders, ports, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function composeKiosk(
  configuration: SiteConfiguration,
  folders: KioskFolders,
  ports: KioskPorts,
  lock: DataFolderLock,
): Kiosk {
  const { clock, schedule, logger } = ports;
  const { portalLinkTemplate, profile } = configuration.catalogue;
  const listeners = new Set<(push: Push) => void>();
  const emit: Emit = (event, payload) => {
    for (const listener of listeners) {
      listener({ event, payload });
    }
  };

  const catalogue = openCatalogue(folders.catalogueFolder, { profile });
  const index = openSearchIndex(catalogue, () =>
    logger.warn('The search index is damaged or of another version; it is built anew'),
  );
  const printing = composePrinting();
  printing.start();
  const stopScanning =
    ports.scanner === null
      ? null
      : startScanning({ source: ports.scanner, portalLinkTemplate, emit, logger, schedule });

  return {
    logger,
    startFailure: null,
    handlers: {
      ...createCatalogueHandlers({ catalogue, portalLinkTemplate }),
      ...createSearchHandlers({
        index,
        rowsByCodes: (codes) => catalogue.rowsByCodes(codes),
        aliasesOf: (code) => catalogue.aliases(code),
        clock,
      }),
      ...printing.handlers,
      'kiosk.describe': async () =>
        describeKiosk(configuration, catalogue.summary(), await printing.handlers['printing.status']({})),
      'session.end': () => {
        printing.forget();
        return {};
      },
    },
    onPush: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      listeners.clear();
      await stopScanning?.();
      await printing.close();
      catalogue.close();
      lock.release();
    },
  };

  function composePrinting(): Printing {
    return createPrinting({
      transport: ports.printer,
      rasteriser: ports.rasteriser,
      jobFrame: ports.jobFrame,
      paperWidthDots: configuration.printer.paperWidthDots,
      maximumSlipMillimetres: configuration.printer.maximumSlipMillimetres,
      getProcedure: (code) => catalogue.procedure(code),
      getLifeEvent: (id) => catalogue.lifeEvent(id),
      portalUrlOf: (code) => portalLinkTemplate.replaceAll('{code}', encodeURIComponent(code)),
      catalogueDate: () => catalogue.summary().dataDate,
      office: configuration.office,
      places: configuration.places,
      clock,
      schedule,
      logger,
      emit,
    });
  }
}
