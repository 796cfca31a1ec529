/** A spooler with its line, a real journal and the fake printer; a test lets time pass and looks at the paper. */
import { onTestFinished } from 'vitest';
import type { PrinterStatus } from '../../../main/contract/kiosk.ts';
import type { PrintJob, SlipKind } from '../../../main/contract/printing.ts';
import type { Journal } from '../../../main/core/journal/journal.ts';
import { createPrintLedger } from '../../../main/core/journal/print-jobs.ts';
import type { PrinterProfile } from '../../../main/core/ports.ts';
import { encodeJob } from '../../../main/core/printing/device/encode-job.ts';
import { createPrinterLine, type PrinterLine } from '../../../main/core/printing/device/printer-line.ts';
import { createSpooler, type NewSlip, type Spooler } from '../../../main/core/printing/spooler/create-spooler.ts';
import type { PrintLedger } from '../../../main/core/printing/spooler/print-ledger.ts';
import type { SlipLayout } from '../../../main/core/printing/typesetting/slip-layout.ts';
import { markedImage, markedWidthDots } from '../../fakes/fake-paper.ts';
import { createFakePrinter, type FakePrinter } from '../../fakes/fake-printer.ts';
import { createManualSchedule, type ManualSchedule } from '../../fakes/manual-schedule.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { julyMs, openTestJournal } from '../journal/journal-fixtures.ts';

export const epson: PrinterProfile = {
  widthDots: markedWidthDots,
  stripRows: 8,
  fence: 'gs-h',
  status: 'asb',
  clear: 'dle-dc4',
  cutter: 'full',
  nearEndSensor: true,
  headToCutterDots: 120,
};
export const generic: PrinterProfile = { ...epson, fence: 'gs-r', status: 'dle-eot', clear: 'dle-enq' };
export const silent: PrinterProfile = { ...epson, fence: 'none', status: 'none', clear: 'none' };

const feedAndCut = Uint8Array.of(0x1b, 0x64, 4, 0x1d, 0x56, 0);
const frame = { head: Uint8Array.of(0x1b, 0x40), cut: feedAndCut, tail: feedAndCut };

export interface World {
  readonly profile: PrinterProfile;
  readonly printer: FakePrinter;
  readonly timer: ManualSchedule;
  readonly journal: Journal;
  /** The journal's own word, past the spooler. */
  readonly ledger: PrintLedger;
  readonly line: PrinterLine;
  readonly spooler: Spooler;
  /** Each change of a job as "number state reason", in order. */
  readonly changes: string[];
  readonly states: PrinterStatus['state'][];
  readonly logger: ReturnType<typeof createRecordingLogger>;
  pass(milliseconds: number): Promise<void>;
  /** Queues a slip with this mark on it, of so many rows (default 40), and returns its number. */
  print(mark: number, slip?: Partial<Omit<NewSlip, 'layout'>>, rows?: number): number;
  job(number: number): string;
  /** The process dies; the printer and the journal's file stay. */
  crash(): World;
}

export interface WorldOptions {
  readonly profile?: PrinterProfile;
  readonly printer?: FakePrinter;
  readonly journal?: Journal;
  readonly timer?: ManualSchedule;
  /** What stands between the spooler and the journal. */
  readonly through?: (ledger: PrintLedger) => PrintLedger;
  /** Added to the clock, which goes with the timer. */
  readonly clockMs?: number;
  readonly start?: boolean;
}

export function createWorld(options: WorldOptions = {}): World {
  const { profile = epson, timer = createManualSchedule(), through = (ledger) => ledger } = options;
  const printer = options.printer ?? createFakePrinter({ schedule: timer.schedule });
  const journal = options.journal ?? openTestJournal(temporaryFolder());
  let isAlive = true;
  onTestFinished(() => {
    isAlive = false;
    if (options.journal === undefined) {
      journal.close();
    }
  });
  const schedule: ManualSchedule['schedule'] = (delayMs, action) =>
    timer.schedule(delayMs, () => (isAlive ? action() : undefined));
  const clock = { nowMs: () => julyMs + (options.clockMs ?? 0) + timer.elapsedMs };
  const logger = createRecordingLogger();
  const ledger = createPrintLedger(journal);
  const used = through(ledger);
  // A dead process writes nothing any more.
  const mortal: PrintLedger = {
    ...used,
    add: (jobs) => (isAlive ? used.add(jobs) : null),
    job: (job) => (isAlive ? used.job(job) : null),
    change: (job, change) => isAlive && used.change(job, change),
    setLeftovers: (left) => isAlive && used.setLeftovers(left),
  };
  const changes: string[] = [];
  const states: PrinterStatus['state'][] = [];
  const tell = (job: PrintJob): void => {
    if (isAlive) {
      changes.push(told(job));
    }
  };
  const line = createPrinterLine({
    // Nor does it call anybody.
    transport: {
      target: printer.target,
      kind: printer.kind,
      open: () => (isAlive ? printer.open() : new Promise(() => undefined)),
    },
    profile,
    frame,
    clock,
    schedule,
    logger,
    mayHoldLeftovers: mortal.leftovers(),
    onSettled: () => {
      mortal.setLeftovers(false);
      spooler.hearSettled();
    },
    onStatus: (status) => {
      states.push(status.state);
      spooler.hearStatus(status);
    },
    onLateFence: (job) => spooler.hearLateFence(job),
  });
  const spooler = createSpooler({
    line,
    ledger: mortal,
    encode: (layout) => {
      const [mark, rows] = markOf(layout);
      const image = markedImage(mark, rows);
      return { bytes: encodeJob(image, frame, profile), paperMillimetres: 20 };
    },
    isPersonal: (kind: SlipKind) => kind === 'appointment',
    clock,
    schedule,
    logger,
    onChanged: tell,
  });
  if (options.start !== false) {
    line.start();
    spooler.start();
  }
  return {
    profile,
    printer,
    timer,
    journal,
    ledger,
    line,
    spooler,
    changes,
    states,
    logger,
    pass: (milliseconds) => timer.pass(milliseconds),
    print(mark, slip = {}, rows = 40) {
      const added = spooler.add([{ kind: 'checklist', source: 'citizen', ...slip, layout: layoutOf(mark, rows) }]);
      return typeof added === 'string' ? Number.NaN : (added[0]?.job ?? Number.NaN);
    },
    job: (number) => told(spooler.job(number)),
    crash() {
      isAlive = false;
      printer.unplug();
      return createWorld({ ...options, printer, journal, timer });
    },
  };
}

function told(job: PrintJob | null): string {
  return job === null ? 'none' : [job.job, job.state, ...(job.reason === null ? [] : [job.reason])].join(' ');
}

export function layoutOf(mark: number, rows = 40): SlipLayout {
  return { elements: [{ kind: 'text', size: 'body', runs: [{ text: String(mark) }, { text: String(rows) }] }] };
}

function markOf({ elements: [first] }: SlipLayout): [mark: number, rows: number] {
  if (first?.kind !== 'text') {
    throw new RangeError('no mark');
  }
  return [Number(first.runs[0]?.text), Number(first.runs[1]?.text)];
}
