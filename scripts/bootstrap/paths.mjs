// Where things stand, for the parts of the bootstrap.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const modulesFolder = join(projectFolder, 'node_modules');
/** The project's own Node, found by npm scripts before any other because it is first on their PATH. */
export const ownNode = join(modulesFolder, '.bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** One line for the person waiting. */
export function say(text) {
  process.stderr.write(`kiosk: ${text}\n`);
}
