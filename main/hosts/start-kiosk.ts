/** Builds the ports from the adapters and starts the core; the same for every shell. */
import { fileURLToPath } from 'node:url';
import { createMetricsDoor } from '../adapters/metrics/create-metrics-door.ts';
import { createPortalFetcher } from '../adapters/portal/create-portal-fetcher.ts';
import { buildJobFrame } from '../adapters/printing/build-job-frame.ts';
import { createCanvasTextPainter } from '../adapters/printing/create-canvas-text-painter.ts';
import { createPrinterTransport } from '../adapters/printing/create-printer-transport.ts';
import { createScannerSource } from '../adapters/scanning/create-scanner-source.ts';
import { createUnixStaffDoor } from '../adapters/staff-door/create-unix-staff-door.ts';
import { staffSocketPath } from '../adapters/staff-door/staff-socket-path.ts';
import { KioskError } from '../contract/error.ts';
import { parseListenAddress } from '../core/configuration/listen-schema.ts';
import { readConfiguration } from '../core/configuration/read-configuration.ts';
import type { SiteConfiguration } from '../core/configuration/site-configuration.ts';
import { createFailedKiosk } from '../core/failed-kiosk.ts';
import { createKiosk, type Kiosk, type KioskPorts } from '../core/kiosk.ts';
import type { Clock, Logger, MetricsDoor, PortalFetcher } from '../core/ports.ts';
import { resolveProfile } from '../core/printer-profile.ts';
import { parsePrinterTarget } from '../core/printing/device/printer-target.ts';
import { createSlipRasteriser } from '../core/printing/typesetting/create-slip-rasteriser.ts';
import { createUpdatePorts } from './create-update-ports.ts';
import type { KioskOptions } from './kiosk-options.ts';
import { scheduleAfter } from './supervisor.ts';

/** Two folders up both from here and from the bundle in dist/electron. */
const bundledConfigurationPath = fileURLToPath(new URL('../../data/site.json', import.meta.url));

export type StartKiosk = (options: KioskOptions, logger: Logger) => Promise<Kiosk>;

/** Never rejects for an expected failure: the kiosk returned then answers every call with the reason. */
// Async although nothing is awaited yet, so that an unexpected failure is a rejection for the hosts, never a throw.
export const startKiosk: StartKiosk = async (options, logger) => {
  try {
    const configuration = readConfiguration(options.configurationPath ?? bundledConfigurationPath);
    return createKiosk(configuration, options, createPorts(configuration, options.dataFolder, logger));
  } catch (error) {
    if (!(error instanceof KioskError)) {
      throw error;
    }
    logger.error('The kiosk cannot start', { code: error.code, reason: error.message });
    return createFailedKiosk(error, logger);
  }
};

function createPorts(configuration: SiteConfiguration, dataFolder: string, logger: Logger): KioskPorts {
  const { printer, reader } = configuration;
  const clock: Clock = { nowMs: () => Date.now() };
  return {
    clock,
    schedule: scheduleAfter,
    logger,
    printer: printer.target === null ? null : createPrinterTransport(parsePrinterTarget(printer.target)),
    rasteriser: createSlipRasteriser(createCanvasTextPainter()),
    jobFrame: buildJobFrame(resolveProfile(printer.profile)),
    scanner:
      reader.target === null || reader.target === 'keyboard' ? null : createScannerSource(reader.target, scheduleAfter),
    portalFetcher: fetcherOf(configuration.portal),
    random: Math.random,
    // Windows has named pipes instead, which are not guarded by a folder; there kioskctl works while no kiosk runs.
    staffDoor: process.platform === 'win32' ? null : createUnixStaffDoor(staffSocketPath(dataFolder), logger),
    metricsDoor: metricsDoorOf(configuration.metrics, clock, logger),
    updates: createUpdatePorts(configuration.updates, { clock, schedule: scheduleAfter, dataFolder, logger }),
  };
}

function fetcherOf({ url, kioskId, keyFile, authorityFile }: SiteConfiguration['portal']): PortalFetcher | null {
  // The schema lets no address stand without name and key.
  return url === null || kioskId === null || keyFile === null
    ? null
    : createPortalFetcher({ url, kioskId, keyFile, authorityFile });
}

function metricsDoorOf({ listen }: SiteConfiguration['metrics'], clock: Clock, logger: Logger): MetricsDoor | null {
  const address = listen === null ? null : parseListenAddress(listen);
  return address === null ? null : createMetricsDoor({ listen: address, clock, schedule: scheduleAfter, logger });
}
