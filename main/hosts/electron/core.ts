/** Entry of the core process that Electron forks. */
import { createLineLogger } from '../../adapters/logging/line-logger.ts';
import { startKiosk } from '../start-kiosk.ts';
import { runCore } from './run-core.ts';

const port = process.parentPort;
const clock = { nowMs: () => Date.now() };
runCore({
  line: {
    onOrder: (listener) => {
      port.on('message', (event) => listener(event.data, event.ports));
    },
    report: (report) => port.postMessage(report),
  },
  startKiosk,
  logger: createLineLogger((text) => process.stderr.write(text), clock, 'core'),
  exit: (code) => process.exit(code),
});
