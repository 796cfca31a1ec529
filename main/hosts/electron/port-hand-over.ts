/**
 * Joins page and core by a message channel, a new one after each load of the page and each start of the core. It is the
 * only thing that ever goes from the main process to the page, and nothing goes the other way: no `ipcMain` handler
 * exists. Who gets the port is checked instead: the main frame, at the page's own origin.
 */
import type { MessagePortMain, WebFrameMain } from 'electron';
import type { Logger } from '../../core/ports.ts';
import { pageOrigin } from './page-protocol.ts';

export interface PortReceiver {
  /** Takes the core's end of a channel. */
  connect(port: MessagePortMain): void;
}

type PageFrame = Pick<WebFrameMain, 'origin' | 'postMessage'>;

export interface PortHandOverOptions {
  readonly createChannel: () => { readonly port1: MessagePortMain; readonly port2: MessagePortMain };
  readonly logger: Logger;
}

export interface PortHandOver {
  /** The page has loaded and listens. */
  pageLoaded(frame: PageFrame): void;
  pageGone(): void;
  coreStarted(core: PortReceiver): void;
  coreGone(): void;
}

/** Channel the preload listens to. */
const portChannel = 'port';

export function createPortHandOver({ createChannel, logger }: PortHandOverOptions): PortHandOver {
  let page: PageFrame | null = null;
  let core: PortReceiver | null = null;

  const handOver = (): void => {
    if (page === null || core === null) {
      return;
    }
    const { port1, port2 } = createChannel();
    core.connect(port1);
    page.postMessage(portChannel, null, [port2]);
  };

  return {
    pageLoaded: (frame) => {
      if (frame.origin !== pageOrigin) {
        logger.error('A document that is not the page gets no port');
        return;
      }
      page = frame;
      handOver();
    },
    pageGone: () => {
      page = null;
    },
    coreStarted: (started) => {
      core = started;
      handOver();
    },
    coreGone: () => {
      core = null;
    },
  };
}
