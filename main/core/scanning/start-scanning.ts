/** Listens to the reader and tells the page what was scanned. Raw scans are neither kept nor logged. */
import type { Emit } from '../handlers.ts';
import type { Logger, ScannerSource, ScheduleAfter } from '../ports.ts';
import { classifyScan } from './classify-scan.ts';
import { createScanFramer } from './scan-framer.ts';

export interface ScanningDependencies {
  readonly source: ScannerSource;
  readonly portalLinkTemplate: string;
  readonly emit: Emit;
  readonly logger: Logger;
  readonly schedule: ScheduleAfter;
}

/** Returns how to stop; the promise resolves when the reader's handle is closed. */
export function startScanning(dependencies: ScanningDependencies): () => Promise<void> {
  const { source, portalLinkTemplate, emit, logger, schedule } = dependencies;
  const framer = createScanFramer((text) => {
    emit('scan.received', text === null ? { kind: 'unknown' } : classifyScan(text, portalLinkTemplate));
  }, schedule);
  source.start({
    onBytes: (bytes) => framer.push(bytes),
    onConnected: (connected) => {
      framer.reset();
      logger.info(connected ? 'The reader is connected' : 'The reader is not connected', { target: source.target });
    },
  });
  return async () => {
    framer.reset();
    await source.stop();
  };
}
