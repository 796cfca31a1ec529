/** Entry of the thread that makes one catalogue and ends. */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { type MakerReport, makerOrderSchema } from '../adapters/releases/maker-messages.ts';
import { makeCatalogue } from '../core/catalogue/make/make-catalogue.ts';
import { makingError } from '../core/catalogue/make/making-error.ts';
import { searchBuilder } from '../core/search/search-builder.ts';

/** Shares closer together than this are not told: each wakes the thread that serves citizens. */
const leastStep = 0.01;

/** Enough to give way to searches and drawing, not so much that a busy machine never gets done. */
const nicer = 5;

// Linux counts a thread as a process here, and 0 is the one that asks (setpriority(2), notes); elsewhere it would be the whole kiosk.
if (process.platform === 'linux') {
  setPriority(0, nicer);
}
const report = (said: MakerReport): void => parentPort?.postMessage(said, []);
let told = 0;
try {
  const made = makeCatalogue(makerOrderSchema.parse(workerData), searchBuilder, (share) => {
    if (share - told >= leastStep) {
      told = share;
      report({ kind: 'share', share });
    }
  });
  report({ kind: 'made', made });
} catch (error) {
  const { reason, message } = makingError(error);
  report({ kind: 'failed', reason, message });
}
