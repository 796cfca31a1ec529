/** The one composition root: wires the features to each other and to the ports. */

import packageFacts from '../../package.json' with { type: 'json' };
import type { Push } from '../contract/envelope.ts';
import type { KioskError } from '../contract/error.ts';
import type { Procedure } from '../contract/procedure.ts';
import { createAppointments } from './appointments/create-appointments.ts';
import { createCatalogueHandlers } from './catalogue/catalogue-handlers.ts';
import { composeReleases } from './compose-releases.ts';
import { composeSync, type UpdatePorts } from './compose-sync.ts';
import { describeKiosk } from './configuration/describe-kiosk.ts';
import type { SiteConfiguration } from './configuration/site-configuration.ts';
import { type DataFolderLock, lockDataFolder } from './data-folder-lock.ts';
import { createCounts } from './diagnostics/create-counts.ts';
import { createDiagnostics } from './diagnostics/create-diagnostics.ts';
import { createDossiers } from './dossiers/create-dossiers.ts';
import { createDueDates } from './due-dates/create-due-dates.ts';
import type { Emit, Handlers, Hearing, StaffHandlers } from './handlers.ts';
import { hearCalls } from './hear-calls.ts';
import { countStart } from './journal/kiosk-starts.ts';
import { openJournal } from './journal/open-journal.ts';
import { createPrintLedger } from './journal/print-jobs.ts';
import { createTicketLedger } from './journal/queue-tickets.ts';
import { createSearchCounts } from './journal/search-counts.ts';
import { createStaffLedger } from './journal/staff-actions.ts';
import { createUpdateLedger } from './journal/update-state.ts';
import { connectStaff } from './kiosk-connection.ts';
import { createKioskOverview } from './kiosk-overview.ts';
import { createNoticesHandlers } from './notices/current-notices.ts';
import { createOccupancy } from './occupancy.ts';
import { officeDate } from './office-date.ts';
import { officeOf } from './office-of.ts';
import { createPortalClient } from './portal/create-portal-client.ts';
import type {
  Clock,
  JobFrame,
  Logger,
  MetricsDoor,
  PortalFetcher,
  PrinterTransport,
  ScannerSource,
  ScheduleAfter,
  SlipRasteriser,
  StaffDoor,
} from './ports.ts';
import { resolveProfile } from './printer-profile.ts';
import { createPrinting, type Printing } from './printing/create-printing.ts';
import { createQueue } from './queue/create-queue.ts';
import { hearTickets } from './queue/hear-tickets.ts';
import { classifyScan } from './scanning/classify-scan.ts';
import { createScanning } from './scanning/create-scanning.ts';
import { maskNumber } from './scanning/mask-number.ts';
import { hearChoices } from './search/hear-choices.ts';
import { createSearchHandlers } from './search/search-handlers.ts';
import { createSearchLearning } from './search/search-learning.ts';
import { createShownCatalogue } from './shown-catalogue.ts';
import { createStaffRoom, type StaffRoom } from './staff/create-staff-room.ts';
import { createJournalStaffHandlers } from './staff-handlers.ts';
import { createCheckPlan } from './sync/check-plan.ts';
import { hearFailures } from './sync/hear-failures.ts';

/** A running core, whatever shell it stands behind. */
export interface Kiosk {
  readonly handlers: Handlers;
  /** What staff may ask. */
  readonly staffHandlers: StaffHandlers;
  readonly staffRoom: Pick<StaffRoom, 'isOpen' | 'record'>;
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
  /** Null where there is no reader, or where it types as a keyboard. */
  readonly scanner: ScannerSource | null;
  /** Null where the configuration names no portal. */
  readonly portalFetcher: PortalFetcher | null;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  /** Null where the system has no such door. */
  readonly staffDoor: StaffDoor | null;
  /** Null where the configuration names no address for measurements. */
  readonly metricsDoor: MetricsDoor | null;
  /** Whence updates of the catalogue come, and what makes catalogues of them. */
  readonly updates: UpdatePorts;
}

const millisecondsPerSecond = 1_000;
/** How long a start waits for whoever holds the data folder: kioskctl, which is quick, or a core that is just ending. */
const lockWaitMs = 1_000;

/** Errors: those of `lockDataFolder` and `openCatalogue`; nothing is left open then. */
export function createKiosk(configuration: SiteConfiguration, folders: KioskFolders, ports: KioskPorts): Kiosk {
  const lock = lockDataFolder(folders.dataFolder, { waitMs: lockWaitMs });
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
  const { portalLinkTemplate } = configuration.catalogue;
  const listeners = new Set<(push: Push) => void>();
  const counts = createCounts();
  const hearing: Hearing = {
    'printJob.changed': (job) => counts.jobChanged(job),
    'scan.received': () => counts.scanned(),
  };
  const emit: Emit = (event, payload) => {
    hearing[event]?.(payload);
    for (const listener of listeners) {
      listener({ event, payload });
    }
  };

  // A wrong configuration is told before anything is opened.
  createCheckPlan(configuration.updates.schedule, '');
  const releases = composeReleases({ configuration, folders, logger });
  const shown = createShownCatalogue(releases.opened, {
    onChanged: () => emit('catalogue.changed', {}),
    onUnclosed: (error) =>
      logger.warn('The former catalogue cannot be closed', { reason: error instanceof Error ? error.message : '' }),
  });
  const { catalogue, index, calendar } = shown;
  const journal = openJournal(folders.dataFolder, { clock, logger });
  const learning = createSearchLearning({
    store: createSearchCounts(journal),
    clock,
    schedule,
    onQuestion: (outcome) => counts.searched(outcome !== 'no-result'),
  });
  const catalogueHandlers = createCatalogueHandlers({ catalogue, portalLinkTemplate });
  const getProcedure = (code: string): Procedure | null => catalogue.procedure(code);
  const queue = createQueue({
    configuration: configuration.queue,
    calendar,
    ledger: hearTickets(createTicketLedger(journal, { dataFolder: folders.dataFolder, clock, logger }), () =>
      counts.ticketGiven(),
    ),
    clock,
    logger,
    getProcedure,
  });
  const staffRoom = createStaffRoom({
    ledger: createStaffLedger(journal),
    dataFolder: folders.dataFolder,
    clock,
    logger,
  });
  const scanning = createScanning({
    source: ports.scanner,
    configuration: configuration.reader,
    classify: (text) =>
      classifyScan(text, {
        portalLinkTemplate,
        portalUrl: configuration.portal.url,
        today: officeDate(clock.nowMs()),
      }),
    emit,
    clock,
    logger,
    schedule,
  });
  const portal = createPortalClient({ fetcher: ports.portalFetcher, clock, schedule, logger, random: ports.random });
  const dossiers = createDossiers({
    portal,
    takeCard: (key) => {
      const card = scanning.takeCard(key);
      return card?.kind === 'citizen-card' ? { ...card, maskedNumber: maskNumber(card.identityNumber) } : null;
    },
    onClosed: () => printing.forgetDrawn(),
    clock,
    schedule,
    logger,
  });
  const appointments = createAppointments({
    portal,
    daysAhead: configuration.appointments.daysAhead,
    isOpenDay: (day) => calendar.isOpenDay(day),
    getProcedure,
    nameOnCard: (key) => scanning.card(key)?.name ?? null,
    takeNumber: (appointmentCode, procedureCode, serviceId) =>
      queue.takeForAppointment(appointmentCode, procedureCode, serviceId),
    clock,
    schedule,
    logger,
  });
  const printing = composePrinting();
  printing.start();
  const occupancy = createOccupancy({ clock, schedule, isPrinting: () => printing.isBusy() });
  const sync = composeSync({
    configuration,
    folders,
    ports: { ...ports, emit },
    releases,
    shown,
    ledger: hearFailures(createUpdateLedger(journal), (reason) => counts.updateFailed(reason)),
    occupancy,
    printing,
  });
  const diagnostics = createDiagnostics({
    clock,
    software: packageFacts.version,
    counts,
    starts: countStart(journal),
    printer: () => printing.staffHandlers['printer.overview']({}),
    reader: () => scanning.status(),
    updates: () => sync.overview(),
    portal: () => portal.overview(),
    journal,
  });

  const kiosk: Kiosk = {
    logger,
    startFailure: null,
    staffRoom,
    staffHandlers: {
      ...createJournalStaffHandlers(journal, clock),
      ...printing.staffHandlers,
      ...queue.staffHandlers,
      ...scanning.staffHandlers,
      'portal.overview': () => portal.overview(),
      ...staffRoom.staffHandlers,
      ...sync.staffHandlers,
      ...diagnostics.staffHandlers,
      'kiosk.overview': createKioskOverview({ catalogue, journal, startedAtMs: clock.nowMs() }),
    },
    handlers: hearCalls(
      {
        ...catalogueHandlers,
        ...hearChoices(catalogueHandlers, learning),
        ...createSearchHandlers({
          index,
          rowsByCodes: (codes) => catalogue.rowsByCodes(codes),
          aliasesOf: (code) => catalogue.aliases(code),
          clock,
          demandOf: (code) => learning.demandOf(code),
          onSearched: (words, total) => learning.searched(words, total),
        }),
        ...printing.handlers,
        ...queue.handlers,
        ...scanning.handlers,
        ...dossiers.handlers,
        ...appointments.handlers,
        ...createDueDates({ getProcedure, calendar, clock }),
        ...staffRoom.handlers,
        'kiosk.describe': async () =>
          describeKiosk(
            { ...configuration, office: officeOf(configuration, catalogue) },
            catalogue.summary(),
            await printing.handlers['printing.status']({}),
            scanning.status(),
          ),
        ...createNoticesHandlers({ notices: () => catalogue.notices(), clock }),
        'session.begin': () => {
          occupancy.begin();
          return {};
        },
        'session.end': () => {
          printing.citizenLeft();
          queue.forgetVisits();
          scanning.forgetCards();
          dossiers.forgetAll();
          appointments.forgetAll();
          staffRoom.leave();
          learning.sessionEnded();
          // Whatever was written for one citizen is not left lying in former versions of pages.
          journal.checkpoint();
          occupancy.end();
          return {};
        },
      },
      () => occupancy.heard(),
    ),
    onPush: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      listeners.clear();
      await ports.staffDoor?.close();
      await ports.metricsDoor?.close();
      await scanning.close();
      dossiers.forgetAll();
      appointments.close();
      occupancy.close();
      await sync.close();
      await portal.close();
      await printing.close();
      learning.close();
      journal.close();
      shown.close();
      lock.release();
    },
  };
  ports.staffDoor
    ?.open((transport) => connectStaff(kiosk, transport))
    .catch((error: unknown) => {
      logger.error("Staff's tools cannot reach this kiosk; it runs without", {
        reason: error instanceof Error ? error.message : typeof error,
      });
    });
  sync.start();
  ports.metricsDoor
    ?.open(() => diagnostics.status())
    .catch((error: unknown) => {
      logger.error('Measurements cannot be read; the kiosk runs without', {
        reason: error instanceof Error ? error.message : typeof error,
      });
    });
  return kiosk;

  function composePrinting(): Printing {
    return createPrinting({
      transport: ports.printer,
      profile: resolveProfile(configuration.printer.profile),
      profileName: typeof configuration.printer.profile === 'string' ? configuration.printer.profile : 'custom',
      rasteriser: ports.rasteriser,
      jobFrame: ports.jobFrame,
      maximumSlipMillimetres: configuration.printer.maximumSlipMillimetres,
      rollMetres: configuration.printer.rollMetres,
      jobMs: configuration.printer.jobSeconds * millisecondsPerSecond,
      handMs: configuration.printer.handSeconds * millisecondsPerSecond,
      ledger: createPrintLedger(journal),
      getProcedure,
      getLifeEvent: (id) => catalogue.lifeEvent(id),
      getDossier: (view) => dossiers.opened(view),
      getAppointment: (appointmentCode) => appointments.held(appointmentCode),
      getTicket: (visit, number) => queue.ticketOf(visit, number),
      portalUrlOf: (code) => portalLinkTemplate.replaceAll('{code}', encodeURIComponent(code)),
      catalogueDate: () => catalogue.summary().dataDate,
      // Asked for each slip, since a catalogue may bring other hours.
      get office() {
        return officeOf(configuration, catalogue);
      },
      places: configuration.places,
      clock,
      schedule,
      logger,
      emit,
    });
  }
}
