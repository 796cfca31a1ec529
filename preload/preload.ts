/** Hands the port that Electron sends on to the page, and nothing else: no function of Electron is ever within its reach. */
import { ipcRenderer } from 'electron';

ipcRenderer.on('port', (event) => {
  window.postMessage('kiosk-port', location.origin, event.ports);
});
