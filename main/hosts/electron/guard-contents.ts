/** Keeps a page where it is: no other address, no window, no embedded browser, no shortcut, no zoom. */
import type { WebContents } from 'electron';
import type { Logger } from '../../core/ports.ts';
import { isBlockedKey } from './blocked-key.ts';
import { pageAddress } from './page-protocol.ts';

export interface GuardContentsOptions {
  readonly logger: Logger;
  /** Whether shortcuts are blocked; not in a window on a developer's desk. */
  readonly blocksShortcuts: boolean;
}

/** For every web contents the app ever makes (`web-contents-created`), ours or not. */
export function guardContents(contents: WebContents, { logger, blocksShortcuts }: GuardContentsOptions): void {
  const refuseElsewhere = (event: { readonly url: string; preventDefault(): void }): void => {
    if (event.url !== pageAddress) {
      logger.warn('The page may not go elsewhere');
      event.preventDefault();
    }
  };
  contents.on('will-navigate', refuseElsewhere);
  contents.on('will-frame-navigate', refuseElsewhere);
  contents.on('will-redirect', refuseElsewhere);
  contents.on('will-attach-webview', (event) => {
    logger.warn('An embedded browser is refused');
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => {
    logger.warn('A new window is refused');
    return { action: 'deny' };
  });
  contents.on('certificate-error', (event, _url, _error, _certificate, callback) => {
    event.preventDefault();
    callback(false);
  });
  contents.on('login', (event, _details, _authInfo, callback) => {
    event.preventDefault();
    callback();
  });
  contents.on('select-bluetooth-device', (event, _devices, callback) => {
    event.preventDefault();
    callback('');
  });
  contents.on('before-input-event', (event, input) => {
    if (blocksShortcuts && isBlockedKey(input)) {
      event.preventDefault();
    }
  });
  // Ctrl and the wheel; a pinch is switched off by Electron itself unless it is allowed.
  contents.on('zoom-changed', () => contents.setZoomLevel(0));
}
