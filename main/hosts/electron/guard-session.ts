/** Denies the page every permission, device, download and address but its own. Electron by itself grants all. */
import type { Session } from 'electron';
import type { Logger } from '../../core/ports.ts';
import { pageAddress } from './page-protocol.ts';

/** For `setCertificateVerifyProc`: refused, whatever Chromium thinks of it (net::ERR_FAILED). */
const refuseCertificate = -2;

export function guardSession(session: Session, logger: Logger): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    logger.warn('The page asked for a permission and is denied', { permission });
    callback(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // Null: no source, so the request fails.
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.setBluetoothPairingHandler((_details, callback) => callback({ confirmed: false }));
  // The page has no business with any server, so no certificate is a good one.
  session.setCertificateVerifyProc((_request, callback) => callback(refuseCertificate));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => {
    logger.warn('A download is refused');
    event.preventDefault();
  });
  session.webRequest.onBeforeRequest((details, callback) => {
    const isOwn =
      details.url.startsWith(pageAddress) || details.url.startsWith('devtools://') || details.url.startsWith('data:');
    if (!isOwn) {
      logger.warn('A request to an address outside the page is cancelled', { type: details.resourceType });
    }
    callback({ cancel: !isOwn });
  });
}
