/** The reader as a feature: what was scanned is told, a card is kept in memory for a while, the cable's state is pushed. */
import { KioskError } from '../../contract/error.ts';
import type { ReaderStatus } from '../../contract/reader-status.ts';
import type { Emit, Handlers, StaffHandlers } from '../handlers.ts';
import type { Clock, Logger, ScannerSource, ScheduleAfter } from '../ports.ts';
import { type Card, createCardMemory } from './card-memory.ts';
import { noticeOfScan } from './notice-of-scan.ts';
import { createReaderRecord } from './reader-record.ts';
import type { Scan } from './scan.ts';
import { createScanFramer, type ScanFraming } from './scan-framer.ts';
import { createToldSilence } from './told-silence.ts';

export interface ScanningOptions {
  /** Null where there is no reader, or where it types as a keyboard. */
  readonly source: ScannerSource | null;
  /** `target` as the configuration names it; null where there is none. */
  readonly configuration: ScanFraming & { readonly target: string | null };
  readonly classify: (text: string) => Scan;
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
  card(key: string): Card | null;
  /** The same, and forgets it. */
  takeCard(key: string): Card | null;
  /** The citizen has gone: no card is kept. */
  forgetCards(): void;
  /** Resolves when the reader's handle is closed. */
  close(): Promise<void>;
}

export function createScanning(options: ScanningOptions): Scanning {
  const { source, configuration, classify, emit, clock, logger, schedule } = options;
  const isKeyboard = configuration.target === 'keyboard';
  const cards = createCardMemory({ clock, schedule });
  const record = createReaderRecord(isKeyboard ? 'keyboard' : source === null ? 'none' : 'unplugged', clock);

  /** Null: something was read that is no text. The text goes no further than into `classify`. */
  const read = (text: string | null): void => {
    const scan: Scan = text === null ? { kind: 'unknown' } : classify(text);
    record.scanned(scan.kind);
    emit('scan.received', noticeOfScan(scan, cards.keep));
  };
  const framer = createScanFramer({
    ...configuration,
    onFrame: read,
    schedule: createToldSilence(schedule, source, () => framer.reset()),
  });

  source?.start({
    onBytes: (bytes) => framer.push(bytes),
    onConnected: (isConnected, reason) => {
      framer.reset();
      const { target } = source;
      if (isConnected) {
        logger.info('The reader is connected', { target });
      } else {
        logger.warn('The reader is not connected', { target, reason });
      }
      if (record.cable(isConnected, reason)) {
        emit('reader.changed', record.status());
      }
    },
  });

  return {
    handlers: {
      'scanning.keyed': ({ text }) => {
        if (!isKeyboard) {
          throw new KioskError('unavailable', 'The reader of this kiosk does not type; nobody else may.');
        }
        read(Buffer.byteLength(text) > configuration.maximumBytes ? null : text);
        return {};
      },
    },
    staffHandlers: { 'reader.overview': () => ({ target: configuration.target, ...record.overview() }) },
    status: record.status,
    card: cards.card,
    takeCard: cards.take,
    // What is half read stays: its second half alone would be told as a scan. Silence ends it in a moment.
    forgetCards: cards.forgetAll,
    close: async () => {
      framer.reset();
      cards.forgetAll();
      await source?.stop();
    },
  };
}
