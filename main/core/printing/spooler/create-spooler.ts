/** The queue before the printer: durable, one job at a time, and no job's bytes ever begin twice. */
import type { PrinterStatus } from '../../../contract/kiosk.ts';
import type { PrintJob, SlipKind, StaffPrintJob } from '../../../contract/printing.ts';
import type { Clock, Logger, ScheduleAfter } from '../../ports.ts';
import { isHalted } from '../device/printer-condition.ts';
import type { LineTenure, PrinterLine } from '../device/printer-line.ts';
import type { SlipLayout } from '../typesetting/slip-layout.ts';
import { type Delivery, deliverJob } from './deliver-job.ts';
import { createJobBook, type JobEnd } from './job-book.ts';
import type { PrintLedger } from './print-ledger.ts';
import { createWaitingJobs, type WaitingJob } from './waiting-jobs.ts';

export interface SpoolerOptions {
  readonly line: Pick<PrinterLine, 'use'>;
  readonly ledger: PrintLedger;
  /** The slip's bytes and the paper they take. May throw for a layout it does not understand. */
  readonly encode: (layout: SlipLayout) => { readonly bytes: Uint8Array; readonly paperMillimetres: number };
  /** Slips about a person: what they say is never written down. */
  readonly isPersonal: (kind: SlipKind) => boolean;
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
  readonly logger: Logger;
  readonly onChanged: (job: PrintJob) => void;
  /** How long a job may wait before it is begun, default 120,000; one of staff longer for each of theirs before it. */
  readonly jobMs?: number;
  /** How long a job that is under way waits for a hand; default 180,000. */
  readonly handMs?: number;
}

export interface NewSlip {
  readonly kind: SlipKind;
  readonly source: 'citizen' | 'staff';
  readonly layout: SlipLayout;
}

export interface Spooler {
  /** Settles what the last run left open and goes on with what waits. */
  start(): void;
  /** All or none. `no-room`: the journal takes none. `busy`: too many wait already. */
  add(slips: readonly NewSlip[]): readonly PrintJob[] | 'no-room' | 'busy';
  job(number: number): StaffPrintJob | null;
  /** Whether a job waits or is under way. */
  isBusy(): boolean;
  /** The newest first. */
  recent(count: number): readonly StaffPrintJob[];
  /** How the job is when it is called off; null where there is none. */
  cancel(number: number): Promise<StaffPrintJob | null>;
  /** The citizen's word on an `unknown` job; any other stays as it is. Null where there is none. */
  confirm(number: number, cameOut: boolean): StaffPrintJob | null;
  /** Calls off what the citizen who left still had waiting, and what is personal. */
  citizenLeft(): void;
  hearStatus(status: PrinterStatus): void;
  /** The printer is through with what earlier jobs left in it. */
  hearSettled(): void;
  /** The printer is through with a job of which nobody expected it any more. */
  hearLateFence(number: number): void;
  /** Ends within seconds; what waits is left to the next start. */
  close(): Promise<void>;
}

const mostCitizensJobs = 5;
const mostStaffJobs = 400;
/** Longer than a slip takes that comes out. */
const staffJobMs = 15_000;
/** How long a job under way may still take when the kiosk ends. */
const closeWithinMs = 3_000;

export function createSpooler(options: SpoolerOptions): Spooler {
  const { line, ledger, clock, schedule, logger, jobMs = 120_000 } = options;
  const book = createJobBook({ ledger, clock, schedule, logger, onChanged: options.onChanged });
  const waiting = createWaitingJobs();
  /** Ended without a word of the printer, which may still come. */
  const unsettled = new Set<number>();
  let current: { readonly job: WaitingJob; readonly delivery: Delivery; isPaused: boolean } | null = null;
  /** The job that waits for a hand before anything of it has left, and how to let it go on. */
  let held: { readonly job: WaitingJob; readonly goOn: () => void } | null = null;
  let running: Promise<void> | null = null;
  let isClosed = false;

  function enqueue(number: number, slip: NewSlip, leftMs: number): void {
    const job: WaitingJob = {
      ...slip,
      number,
      callOffExpiry: schedule(leftMs, () => drop(job, { state: 'failed', reason: 'expired' })),
    };
    waiting.add(job);
  }

  /** Staff may queue hundreds at once; each has time for those before it. */
  function limitMs(source: 'citizen' | 'staff', before: number): number {
    return source === 'citizen' ? jobMs : jobMs + (waiting.of('staff').length + before) * staffJobMs;
  }

  /** Ends a job of which nothing has left. */
  function drop(job: WaitingJob, end: JobEnd): void {
    if (!waiting.has(job)) {
      return;
    }
    waiting.remove(job, false);
    job.callOffExpiry();
    book.end(job.number, end);
    if (held?.job === job) {
      held.goOn();
    }
  }

  function run(): void {
    running ??= sendAll().finally(() => {
      running = null;
      // Whatever came just as the last one was through.
      if (nextJob() !== null) {
        run();
      }
    });
  }

  const nextJob = (): WaitingJob | null => (isClosed ? null : waiting.next());

  async function sendAll(): Promise<void> {
    for (let job = nextJob(); job !== null; job = nextJob()) {
      try {
        await attend(job);
      } catch (error) {
        // A defect costs this job, never the printing.
        logger.error('The spooler stumbled', { job: job.number, reason: String(error) });
        waiting.remove(job, false);
        job.callOffExpiry();
        book.end(job.number, { state: 'failed', reason: 'error' });
      }
    }
  }

  async function attend(job: WaitingJob): Promise<void> {
    const turn = await line.use((tenure) => begin(job, tenure));
    if (turn.outcome === 'unreachable' && !isClosed) {
      drop(job, { state: 'failed', reason: 'unreachable' });
    } else if (turn.outcome === 'halted' && waiting.has(job) && !isClosed) {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = { job, goOn: resolve };
      book.pause(job.number, turn.state);
      await promise;
      held = null;
    }
  }

  async function begin(job: WaitingJob, tenure: LineTenure): Promise<void> {
    if (!waiting.has(job) || isClosed) {
      return;
    }
    const slip = encoded(job);
    const isBegun = slip !== null && book.begin(job.number, tenure.kind === 'device');
    if (!isBegun) {
      // Without a record it would be sent again after a restart.
      drop(job, { state: 'failed', reason: 'error' });
      return;
    }
    waiting.remove(job, true);
    job.callOffExpiry();
    await deliver(job, tenure, slip);
  }

  function encoded(job: WaitingJob): ReturnType<SpoolerOptions['encode']> | null {
    try {
      return options.encode(job.layout);
    } catch (error) {
      logger.error('A slip could not be drawn', { job: job.number, kind: job.kind, reason: String(error) });
      return null;
    }
  }

  async function deliver(
    job: WaitingJob,
    tenure: LineTenure,
    { bytes, paperMillimetres }: ReturnType<SpoolerOptions['encode']>,
  ): Promise<void> {
    let isPaused = false;
    const delivery = deliverJob({
      job: job.number,
      bytes,
      tenure,
      schedule,
      ...(options.handMs === undefined ? {} : { handMs: options.handMs }),
      onPaused: (reason) => {
        isPaused = reason !== null;
        book.pause(job.number, reason);
      },
    });
    current = {
      job,
      delivery,
      get isPaused() {
        return isPaused;
      },
    };
    const { state, reason, leftovers } = await delivery.ended;
    current = null;
    if (state === 'unknown' && leftovers !== 'none') {
      unsettled.add(job.number);
    }
    book.end(job.number, {
      state,
      reason,
      leftovers: leftovers !== 'none',
      ...(state === 'printed' ? { settledBy: 'printer' as const } : {}),
      ...(state === 'failed' ? {} : { paperMillimetres }),
    });
  }

  function settleLastRun(): void {
    const now = clock.nowMs();
    for (const { job, state, kind, source, queuedAtMs, expiresAtMs, content } of book.open()) {
      if (state === 'sending') {
        book.end(job, { state: 'unknown', reason: 'restarted', leftovers: true });
      } else if (content === null) {
        book.end(job, { state: 'failed', reason: 'restarted' });
      } else if (queuedAtMs > now || expiresAtMs <= now) {
        // Also where the clock went back: nobody knows then how long ago it was.
        book.end(job, { state: 'failed', reason: 'expired' });
      } else {
        enqueue(job, { kind, source, layout: content }, expiresAtMs - now);
      }
    }
  }

  return {
    start() {
      settleLastRun();
      run();
    },
    add(slips) {
      if (isClosed) {
        return 'no-room';
      }
      for (const [source, most] of [
        ['citizen', mostCitizensJobs],
        ['staff', mostStaffJobs],
      ] as const) {
        const more = slips.filter((slip) => slip.source === source).length;
        if (more > 0 && waiting.of(source).length + more > most) {
          return 'busy';
        }
      }
      const queuedAtMs = clock.nowMs();
      const limitsMs = slips.map(({ source }, index) => limitMs(source, index));
      const numbers = book.add(
        slips.map(({ kind, source, layout }, index) => ({
          kind,
          source,
          queuedAtMs,
          expiresAtMs: queuedAtMs + (limitsMs[index] ?? jobMs),
          content: options.isPersonal(kind) ? null : layout,
        })),
      );
      if (numbers === null) {
        return 'no-room';
      }
      const added: PrintJob[] = [];
      for (const [index, number] of numbers.entries()) {
        const slip = slips[index];
        if (slip !== undefined) {
          enqueue(number, slip, limitsMs[index] ?? jobMs);
          added.push({ job: number, state: 'queued', reason: null });
        }
      }
      run();
      return added;
    },
    job: (number) => book.job(number),
    isBusy: () => current !== null || nextJob() !== null,
    recent: (count) => book.recent(count),
    async cancel(number) {
      const job = waiting.find(number);
      if (job !== null) {
        drop(job, { state: 'failed', reason: 'cancelled' });
      } else if (current?.job.number === number) {
        const { delivery } = current;
        delivery.cancel('cancelled');
        // `deliver` waited for it first, so what became of it is written down by then.
        await delivery.ended;
      }
      return book.job(number);
    },
    confirm(number, cameOut) {
      if (cameOut && book.job(number)?.state === 'unknown') {
        unsettled.delete(number);
        book.end(number, { state: 'printed', reason: null, settledBy: 'citizen' });
      }
      return book.job(number);
    },
    citizenLeft() {
      for (const job of waiting.of('citizen')) {
        drop(job, { state: 'failed', reason: 'cancelled' });
      }
      if (current?.job.source === 'citizen' && (current.isPaused || options.isPersonal(current.job.kind))) {
        current.delivery.cancel('cancelled');
      }
    },
    hearStatus({ state }) {
      if (held === null) {
        return;
      }
      if (state === 'ready') {
        held.goOn();
      } else if (isHalted(state)) {
        book.pause(held.job.number, state);
      }
    },
    hearSettled: () => held?.goOn(),
    hearLateFence(number) {
      if (unsettled.delete(number) && book.job(number)?.state === 'unknown') {
        book.end(number, { state: 'printed', reason: null, settledBy: 'printer' });
      }
    },
    async close() {
      isClosed = true;
      held?.goOn();
      for (const source of ['citizen', 'staff'] as const) {
        for (const job of waiting.of(source)) {
          job.callOffExpiry();
        }
      }
      const callOff = schedule(closeWithinMs, () => current?.delivery.leave());
      await running;
      callOff();
      book.close();
    },
  };
}
