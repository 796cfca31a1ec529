/** Has catalogues made by a worker thread of their own, one a catalogue: its memory goes with it, and it can be killed at any time. */
import { rmSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import {
  type CatalogueMaker,
  CatalogueMakingError,
  type CatalogueOrder,
  type MadeCatalogue,
} from '../../core/ports.ts';
import { makerOrderSchema, makerReportSchema } from './maker-messages.ts';

export interface CatalogueMakerOptions {
  /** The worker's entry (hosts/catalogue-worker.ts). */
  readonly workerUrl: URL;
  /** Where the worker makes the folder until it is whole. */
  readonly unfinishedFolder: (outputFolder: string) => string;
  /** The worker's heap at most; beyond it ends the worker, not the kiosk. Default 1,500: four times what the nation's catalogue takes. */
  readonly maximumHeapMegabytes?: number;
}

export function createCatalogueMaker(options: CatalogueMakerOptions): CatalogueMaker {
  let current: Job | null = null;
  let isClosed = false;
  return {
    async make(order, onShare) {
      if (isClosed || current !== null) {
        const message = isClosed ? 'No catalogues are made any more.' : 'Another catalogue is being made.';
        throw new CatalogueMakingError('internal', message);
      }
      const job = startJob(order, onShare, options);
      current = job;
      try {
        return await job.made;
      } finally {
        current = null;
      }
    },
    async close() {
      isClosed = true;
      await current?.abort();
    },
  };
}

interface Job {
  readonly made: Promise<MadeCatalogue>;
  /** Kills the worker; resolves when nothing of its work is left. */
  abort(): Promise<void>;
}

function startJob(order: CatalogueOrder, onShare: (share: number) => void, options: CatalogueMakerOptions): Job {
  const worker = new Worker(options.workerUrl, {
    workerData: makerOrderSchema.parse(order),
    resourceLimits: { maxOldGenerationSizeMb: options.maximumHeapMegabytes ?? 1500 },
  });
  let isAborted = false;
  const clearAway = () => {
    rmSync(options.unfinishedFolder(order.outputFolder), { recursive: true, force: true });
  };
  const outcome = Promise.withResolvers<MadeCatalogue>();
  let report: MadeCatalogue | CatalogueMakingError | null = null;
  worker.on('message', (message: unknown) => {
    const { success, data: said } = makerReportSchema.safeParse(message);
    if (!success) {
      report = new CatalogueMakingError('internal', 'The making of the catalogue said what nobody understands.');
      void worker.terminate();
    } else if (said.kind === 'share') {
      onShare(said.share);
    } else {
      report = said.kind === 'made' ? said.made : new CatalogueMakingError(said.reason, said.message);
    }
  });
  worker.on('error', (cause) => {
    report ??= crashOf(cause);
  });
  // Only when the thread is gone its memory and its files are: nothing is answered before.
  worker.on('exit', () => {
    if (report === null || report instanceof CatalogueMakingError) {
      clearAway();
      const ended = isAborted ? 'was ended' : 'ended without a word';
      outcome.reject(report ?? new CatalogueMakingError('internal', `The making of the catalogue ${ended}.`));
    } else {
      outcome.resolve(report);
    }
  });
  return {
    made: outcome.promise,
    async abort() {
      isAborted = true;
      await worker.terminate();
    },
  };
}

function crashOf(cause: unknown): CatalogueMakingError {
  const isMemory = cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory
    ? new CatalogueMakingError('too-large', 'The catalogue takes more memory than is allowed.', { cause })
    : new CatalogueMakingError('internal', `The making of the catalogue failed: ${String(cause)}`, { cause });
}
