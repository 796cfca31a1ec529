/** Entry of the core process that the browser shell forks; run by hand it only says so. */
import { createLineLogger } from '../../adapters/logging/line-logger.ts';
import { startKiosk } from '../start-kiosk.ts';
import { runCore } from './run-core.ts';
import { createSupervisorLine } from './supervisor-line.ts';

const line = createSupervisorLine();
if (line === null) {
  process.stderr.write('This is the inside of the kiosk; start the kiosk with npm start.\n');
  process.exitCode = 2;
} else {
  const clock = { nowMs: () => Date.now() };
  const logger = createLineLogger((text) => process.stderr.write(text), clock, 'core');
  runCore({ line, startKiosk, logger });
}
