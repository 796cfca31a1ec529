/** The real spooler, printer line and transport before the virtual printer, with a real journal; a test breaks something and looks at the paper. */
import { onTestFinished } from 'vitest';
import { buildJobFrame } from '../../main/adapters/printing/build-job-frame.ts';
import type { PrinterStatus } from '../../main/contract/kiosk.ts';
import type { SlipKind, StaffPrintJob } from '../../main/contract/printing.ts';
import type { Journal } from '../../main/core/journal/journal.ts';
import { createPrintLedger } from '../../main/core/journal/print-jobs.ts';
import type { PrinterTransport, SlipImage } from '../../main/core/ports.ts';
import type { PrinterProfile } from '../../main/core/printer-profile.ts';
import { createPrinterLine, type PrinterLine } from '../../main/core/printing/device/printer-line.ts';
import { createSpooler, type Spooler } from '../../main/core/printing/spooler/create-spooler.ts';
import type { PrintLedger } from '../../main/core/printing/spooler/print-ledger.ts';
import type { PaperPieceKind } from '../../scripts/virtual-printer/create-printer.ts';
import type { VirtualPrinter, VirtualPrinterOptions } from '../../scripts/virtual-printer/start-virtual-printer.ts';
import { startVirtualPrinter } from '../../scripts/virtual-printer/start-virtual-printer.ts';
import { createRecordingLogger } from '../fakes/recording-logger.ts';
import { julyMs, openTestJournal } from '../unit/journal/journal-fixtures.ts';
import { createFlowingTime, type FlowingTime } from './flowing-time.ts';
import { folderInMemory } from './folder-in-memory.ts';
import { drawJob, type JobName, layoutOf } from './job-pictures.ts';
import { stirringTransport } from './stirring-transport.ts';

export interface PaperPiece {
  readonly kind: PaperPieceKind;
  readonly image: SlipImage;
}

export interface FaultWorld {
  readonly time: FlowingTime;
  readonly printer: VirtualPrinter;
  readonly line: PrinterLine;
  readonly spooler: Spooler;
  readonly ledger: PrintLedger;
  readonly journal: Journal;
  readonly logger: ReturnType<typeof createRecordingLogger>;
  /** Everything that came out, in order. */
  readonly paper: PaperPiece[];
  /** What was pushed: each change of a job as "number state reason", in order. */
  readonly changes: string[];
  readonly states: PrinterStatus['state'][];
  /** Queues a slip and returns its number. */
  print(name: JobName, slip?: { readonly kind?: SlipKind; readonly source?: 'citizen' | 'staff' }): number;
  /** "state reason". */
  outcome(job: number): string;
  /** The same with time flowing until it is over. */
  ended(job: number, mostMs?: number): Promise<string>;
  /** Called at each change of a job, at once; returns how to stop it. */
  onChange(listener: (change: string) => void): () => void;
  close(): Promise<void>;
}

export interface FaultWorldOptions {
  readonly profile: PrinterProfile;
  /** Ways in and behaviour; by default the network. */
  readonly printer?: Partial<VirtualPrinterOptions>;
  readonly transport: (printer: VirtualPrinter) => PrinterTransport;
  /** See `FlowingTimeOptions`; default 2. */
  readonly restMs?: number;
  readonly journal?: Journal;
  /** How long a job waits for its turn, and for a hand. */
  readonly jobMs?: number;
  readonly handMs?: number;
}

const over = /^(?:printed|failed|unknown)/u;

export async function createFaultWorld(options: FaultWorldOptions): Promise<FaultWorld> {
  const { profile, restMs = 2 } = options;
  const journal = options.journal ?? openTestJournal(folderInMemory());
  const movement: { count: () => number } = { count: () => 0 };
  const time = createFlowingTime({ restMs, pulse: () => movement.count() });
  const clock = { nowMs: () => julyMs + time.elapsedMs };
  const virtual = await startVirtualPrinter({
    port: 0,
    outputFolder: null,
    widthDots: profile.widthDots,
    schedule: time.schedule,
    nowMs: clock.nowMs,
    ...options.printer,
  });
  movement.count = () =>
    virtual.connections.length + (virtual.connections.at(-1)?.bytesTaken ?? 0) + virtual.paper.rowsUsed;
  const paper: PaperPiece[] = [];
  virtual.onPaper((image, kind) => paper.push({ image, kind }));
  const changes: string[] = [];
  const states: PrinterStatus['state'][] = [];
  const changeListeners = new Set<(change: string) => void>();
  const logger = createRecordingLogger();
  const ledger = createPrintLedger(journal);
  const frame = buildJobFrame(profile);
  const line = createPrinterLine({
    transport: stirringTransport(options.transport(virtual), time),
    profile,
    frame,
    clock,
    schedule: time.schedule,
    logger,
    mayHoldLeftovers: ledger.leftovers(),
    onSettled: () => void ledger.setLeftovers(false),
    onStatus: (status) => {
      states.push(status.state);
      spooler.hearStatus(status);
    },
    onLateFence: (job) => spooler.hearLateFence(job),
  });
  const spooler = createSpooler({
    line,
    ledger,
    encode: (layout) => drawJob(layout, profile),
    isPersonal: (kind) => kind === 'appointment',
    clock,
    schedule: time.schedule,
    logger,
    onChanged: (job) => {
      const change = `${job.job} ${told(job)}`;
      changes.push(change);
      for (const listener of Array.from(changeListeners)) {
        listener(change);
      }
    },
    ...(options.jobMs === undefined ? {} : { jobMs: options.jobMs }),
    ...(options.handMs === undefined ? {} : { handMs: options.handMs }),
  });
  const outcome = (job: number): string => told(spooler.job(job));
  let isClosed = false;
  const close = async (): Promise<void> => {
    if (!isClosed) {
      isClosed = true;
      let isOver = false;
      // A line that waits for an answer waits by this time.
      const closing = spooler
        .close()
        .then(() => line.close())
        .finally(() => {
          isOver = true;
        });
      await time.until(() => isOver, 600_000);
      await closing;
      time.stop();
      await virtual.close();
    }
  };
  onTestFinished(async () => {
    await close();
    journal.close();
  });
  line.start();
  spooler.start();
  return {
    time,
    printer: virtual,
    line,
    spooler,
    ledger,
    journal,
    logger,
    paper,
    changes,
    states,
    outcome,
    print(name, slip = {}) {
      const added = spooler.add([
        { kind: 'checklist', source: 'citizen', ...slip, layout: layoutOf(name, profile.widthDots) },
      ]);
      return typeof added === 'string' ? Number.NaN : (added[0]?.job ?? Number.NaN);
    },
    async ended(job, mostMs = 600_000) {
      await time.until(() => over.test(outcome(job)), mostMs);
      return outcome(job);
    },
    onChange(listener) {
      changeListeners.add(listener);
      return () => changeListeners.delete(listener);
    },
    close,
  };
}

function told(job: Pick<StaffPrintJob, 'state' | 'reason'> | null): string {
  return job === null ? 'none' : [job.state, ...(job.reason === null ? [] : [job.reason])].join(' ');
}
