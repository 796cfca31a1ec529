/** Opens a reader itself and says what is held before it, as a kiosk would take it. Nothing is kept or written down. */
import { createScannerSource } from '../adapters/scanning/create-scanner-source.ts';
import type { SiteConfiguration } from '../core/configuration/site-configuration.ts';
import type { Emit } from '../core/handlers.ts';
import { officeDate } from '../core/office-date.ts';
import type { Clock, Logger, ScheduleAfter } from '../core/ports.ts';
import { classifyScan } from '../core/scanning/classify-scan.ts';
import { createScanning } from '../core/scanning/create-scanning.ts';
import type { Scan } from '../core/scanning/scan.ts';
import type { ReaderNews } from './watched-reader.ts';

export interface WatchOwnReaderOptions {
  readonly target: string;
  readonly configuration: SiteConfiguration;
  readonly showFields: boolean;
  readonly signal: AbortSignal;
  readonly schedule: ScheduleAfter;
  readonly tell: (news: ReaderNews) => Promise<void>;
}

const clock: Clock = { nowMs: () => Date.now() };

/** Until the signal; the reader is closed then. Errors: `configuration-invalid` for a target that cannot be opened. */
export async function watchOwnReader(options: WatchOwnReaderOptions): Promise<void> {
  const { target, configuration, showFields, signal, schedule, tell } = options;
  const { catalogue, portal, reader } = configuration;
  const source = createScannerSource(target, schedule);
  let last: Scan | null = null;
  const emit: Emit = (event) => {
    if (event === 'scan.received') {
      // Null: bytes that are no text, which the classification never sees.
      const scan: Scan = last ?? { kind: 'unknown' };
      last = null;
      void tell({ news: 'scan', atMs: clock.nowMs(), kind: scan.kind, ...(showFields && { scan }) });
    }
  };
  const tellState = (isConnected: boolean, trouble: string | null): void => {
    const state = isConnected ? 'connected' : 'unplugged';
    void tell({ news: 'state', target, trouble, state, sinceMs: clock.nowMs() });
  };
  const scanning = createScanning({
    source,
    configuration: { ...reader, target },
    classify: (text) => {
      const { portalLinkTemplate } = catalogue;
      last = classifyScan(text, { portalLinkTemplate, portalUrl: portal.url, today: officeDate(clock.nowMs()) });
      return last;
    },
    emit,
    clock,
    logger: stateLogger(tellState),
    schedule,
  });
  try {
    await new Promise<void>((resolve) => {
      if (signal.aborted) {
        resolve();
      }
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  } finally {
    await scanning.close();
  }
}

/** The feature tells the cable's state, and why there is none, to whoever keeps the log. */
function stateLogger(onState: (isConnected: boolean, trouble: string | null) => void): Logger {
  return {
    info: () => onState(true, null),
    warn: (_message, fields) => {
      const reason = fields?.['reason'];
      onState(false, typeof reason === 'string' ? reason : null);
    },
    error: () => undefined,
  };
}
