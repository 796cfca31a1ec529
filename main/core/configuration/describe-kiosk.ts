/** What the page is told of the kiosk it runs on: the configuration's public part, the catalogue, the printer. */
import type { CatalogueSummary, KioskDescription, PrinterStatus } from '../../contract/kiosk.ts';
import type { ReaderStatus } from '../../contract/reader-status.ts';
import type { SiteConfiguration } from './site-configuration.ts';

const millisecondsPerSecond = 1000;

/** Device targets and folders stay in the core; the page has no use for them. */
export function describeKiosk(
  configuration: SiteConfiguration,
  catalogue: CatalogueSummary,
  printer: PrinterStatus,
  reader: ReaderStatus,
): KioskDescription {
  const { office, languages, timeouts, queue, portal, places } = configuration;
  return {
    office: {
      name: office.name,
      parentName: office.parentName,
      helpDesk: office.helpDesk,
      address: office.address,
      hours: office.hours,
    },
    languages,
    timeouts: {
      idleMs: timeouts.idleSeconds * millisecondsPerSecond,
      readingIdleMs: timeouts.readingIdleSeconds * millisecondsPerSecond,
      countdownMs: timeouts.countdownSeconds * millisecondsPerSecond,
    },
    catalogue,
    printer,
    reader,
    hasQueue: queue.services.length > 0,
    hasPortal: portal.url !== null,
    places,
  };
}
