/** Opens the window with the page and tells when either is lost; the supervisor then opens it anew. */
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import type { SupervisedProcess } from '../supervisor.ts';
import { pageAddress } from './page-protocol.ts';
import type { PortHandOver } from './port-hand-over.ts';

export interface OpenWindowOptions {
  readonly createWindow: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly windowOptions: BrowserWindowConstructorOptions;
  readonly handOver: Pick<PortHandOver, 'pageLoaded' | 'pageGone'>;
  /** A person closed the window; only where it is an ordinary one. */
  readonly onClosedByUser: () => void;
}

export function openWindow({
  createWindow,
  windowOptions,
  handOver,
  onClosedByUser,
}: OpenWindowOptions): SupervisedProcess {
  const window = createWindow(windowOptions);
  const contents = window.webContents;
  const loss = Promise.withResolvers<string>();
  let isDestroyed = false;

  const lose = (reason: string): void => {
    if (!isDestroyed) {
      isDestroyed = true;
      handOver.pageGone();
      window.destroy();
      loss.resolve(reason);
    }
  };

  contents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) {
      handOver.pageGone();
    }
  });
  contents.on('did-finish-load', () => handOver.pageLoaded(contents.mainFrame));
  contents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    if (isMainFrame) {
      lose(`the page did not load: ${description} (${code})`);
    }
  });
  contents.on('render-process-gone', (_event, details) => lose(`the page's process is gone: ${details.reason}`));
  contents.on('unresponsive', () => lose('the page does not answer'));
  window.once('ready-to-show', () => window.show());
  window.on('closed', () => {
    if (!isDestroyed && windowOptions.frame === true) {
      onClosedByUser();
    }
    lose('the window was closed');
  });
  void open(() => window.loadURL(pageAddress), lose);
  return {
    onEnd: (listener) => {
      void loss.promise.then(listener);
    },
    stop: () => {
      lose('stopped');
      return Promise.resolve();
    },
  };
}

async function open(load: () => Promise<void>, lose: (reason: string) => void): Promise<void> {
  try {
    await load();
  } catch (error) {
    lose(error instanceof Error ? error.message : 'the page did not load');
  }
}
