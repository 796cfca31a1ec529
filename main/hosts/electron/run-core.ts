/** The core process under Electron: the kiosk, joined to the page by each port that is handed over. */
import {
  createMessagePortMainTransport,
  type MessagePortMainLike,
} from '../../adapters/transports/message-port-main-transport.ts';
import type { Kiosk } from '../../core/kiosk.ts';
import { connectKiosk } from '../../core/kiosk-connection.ts';
import type { Logger } from '../../core/ports.ts';
import { type CoreReport, coreOrderSchema } from '../core-messages.ts';
import type { StartKiosk } from '../start-kiosk.ts';

/** The line to the main process (`process.parentPort`). */
interface MainProcessLine {
  onOrder(listener: (order: unknown, ports: readonly MessagePortMainLike[]) => void): void;
  report(report: CoreReport): void;
}

export interface RunCoreOptions {
  readonly line: MainProcessLine;
  readonly startKiosk: StartKiosk;
  readonly logger: Logger;
  readonly exit: (code: 0 | 1) => void;
}

export function runCore({ line, startKiosk, logger, exit }: RunCoreOptions): void {
  let starting: Promise<Kiosk> | null = null;

  const stop = async (): Promise<void> => {
    const kiosk = await starting?.catch(() => null);
    await kiosk?.close();
    exit(0);
  };

  const begin = async (started: Promise<Kiosk>): Promise<void> => {
    try {
      const { startFailure } = await started;
      line.report({
        kind: 'ready',
        port: null,
        entryAddress: null,
        startFailure: startFailure === null ? null : { code: startFailure.code, message: startFailure.message },
      });
    } catch (error) {
      logger.error('The core failed to start', { error: error instanceof Error ? error.stack : typeof error });
      line.report({
        kind: 'refused',
        failure: { code: 'start-failed', message: 'The core failed to start; the log has the details.' },
      });
      exit(1);
    }
  };

  line.onOrder((message, ports) => {
    const order = coreOrderSchema.parse(message);
    if (order.kind === 'stop') {
      void stop();
    } else if (order.kind === 'start' && starting === null) {
      starting = startKiosk(order.options, logger);
      void begin(starting);
    } else if (order.kind === 'connect' && starting !== null) {
      for (const port of ports) {
        void connect(port, starting);
      }
    }
  });
}

/** A port that comes while the kiosk starts keeps what the page sends until then. */
async function connect(port: MessagePortMainLike, started: Promise<Kiosk>): Promise<void> {
  const kiosk = await started.catch(() => null);
  if (kiosk === null) {
    port.close();
  } else {
    connectKiosk(kiosk, createMessagePortMainTransport(port));
  }
}
