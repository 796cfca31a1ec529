/** `npm run electron:install`: fetches Electron's binary or says why not. Ends with 1 where it could not. */
import { dirname } from 'node:path';
import { installElectron } from './start/install-electron.ts';

const say = (text: string): void => {
  process.stderr.write(`kiosk: ${text}\n`);
};
const path = installElectron({ projectFolder: dirname(import.meta.dirname), environment: process.env, say });
if (path === null) {
  process.exitCode = 1;
} else {
  say(`Electron is installed: ${path}`);
}
