/** The reader as a feature: what was scanned is told, a card is kept in memory for a while, the cable's state is pushed. */
import { KioskError } from '../../contract/error.ts';
import type { ReaderStatus } from '../../contract/reader-status.ts';
import type { Emit, Handlers, StaffHandlers } from '../handlers.ts';
import type { Clock, Logger, ScannerSource, ScheduleAfter } from '../ports.ts';
import { classifyScan } from './classify-scan.ts';
import type { CitizenCard, HealthInsuranceCard } from './scan.ts';
import { createScanFramer } from './scan-framer.ts';

export interface ScanningOptions {
  /** Null where there is no reader, or where it types as a keyboard. */
  readonly source: ScannerSource | null;
  /** A reader that types: `scanning.keyed` is open only then. */
  readonly isKeyboard: boolean;
  /** As the configuration names it. */
  readonly target: string | null;
  readonly portalLinkTemplate: string;
  readonly emit: Emit;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly schedule: ScheduleAfter;
}

export interface Scanning {
  readonly handlers: Pick<Handlers, 'scanning.keyed'>;
  readonly staffHandlers: Pick<StaffHandlers, 'reader.overview'>;
  status(): ReaderStatus;
  /** The card of this key as long as it is kept; null where it is gone. */
  card(key: string): CitizenCard | HealthInsuranceCard | null;
  /** The same, and forgets it. */
  takeCard(key: string): CitizenCard | HealthInsuranceCard | null;
  /** The citizen has gone: no card is kept. */
  forgetCards(): void;
  /** Resolves when the reader's handle is closed. */
  close(): Promise<void>;
}

export function createScanning(options: ScanningOptions): Scanning {
  const { source, portalLinkTemplate, emit, clock, logger, schedule } = options;
  const sinceMs = clock.nowMs();
  const framer = createScanFramer({
    terminator: 'any',
    idleGapMs: 80,
    maximumBytes: 4_096,
    schedule,
    onFrame: (text) =>
      emit('scan.received', text === null ? { kind: 'unknown' } : classifyScan(text, portalLinkTemplate)),
  });
  source?.start({
    onBytes: (bytes) => framer.push(bytes),
    onConnected: (connected) => {
      framer.reset();
      logger.info(connected ? 'The reader is connected' : 'The reader is not connected', { target: source.target });
    },
  });
  return {
    handlers: {
      'scanning.keyed': () => {
        throw new KioskError('unavailable', 'Not built yet.');
      },
    },
    staffHandlers: {
      'reader.overview': () => {
        throw new KioskError('unavailable', 'Not built yet.');
      },
    },
    status: () => ({ state: source === null ? 'none' : 'unplugged', sinceMs }),
    card: () => null,
    takeCard: () => null,
    forgetCards: () => undefined,
    close: async () => {
      framer.reset();
      await source?.stop();
    },
  };
}
