/** The one line to the printer: keeps it open, knows how the printer is, and lets one job at a time have it. */
import type { PrinterState, PrinterStatus } from '../../../contract/kiosk.ts';
import type { Clock, JobFrame, Logger, PrinterProfile, PrinterTransport, ScheduleAfter } from '../../ports.ts';
import { createLeftoverKeeper, type Leftovers } from './leftovers.ts';
import { type HaltedState, isHalted, type PrinterCondition, unknownCondition } from './printer-condition.ts';
import { createPrinterTalk, type PrinterTalk, type StatusRound } from './printer-talk.ts';
import { createStatusWatch } from './status-watch.ts';

export interface PrinterLineOptions {
  /** Null where the kiosk has no printer. */
  readonly transport: PrinterTransport | null;
  readonly profile: PrinterProfile;
  /** What initialises the printer, and what feeds and cuts. */
  readonly frame: JobFrame;
  readonly clock: Clock;
  readonly schedule: ScheduleAfter;
  readonly logger: Logger;
  /** Whether the last run may have left something in the printer. */
  readonly mayHoldLeftovers: boolean;
  /** Nothing of earlier jobs is in the printer any more. */
  readonly onSettled: () => void;
  readonly onStatus: (status: PrinterStatus) => void;
  /** The printer says that it is through with a job, of whom nobody expected it any more. */
  readonly onLateFence: (job: number) => void;
  /** From the end of one look to the next while all is well; default 10,000. */
  readonly lookEveryMs?: number;
}

/** The line as whoever prints has it, for so long. */
export interface LineTenure {
  readonly kind: PrinterTransport['kind'];
  readonly talk: PrinterTalk;
  readonly profile: PrinterProfile;
  /** It was asked and never said a word since the kiosk started. */
  readonly isMute: boolean;
  state(): PrinterState;
  onState(listener: (state: PrinterState) => void): () => void;
  /** Asks now; true where the printer answered in good order. */
  ask(): Promise<boolean>;
  /** From now on the printer may hold part of a job; `ended` tells what it holds afterwards, and returns what is left in all. */
  begin(): void;
  ended(left: Leftovers | 'untouched'): Leftovers;
}

export type LineTurn<T> =
  | { readonly outcome: 'done'; readonly value: T }
  | { readonly outcome: 'unreachable' }
  | { readonly outcome: 'halted'; readonly state: HaltedState };

export interface PrinterLine {
  status(): PrinterStatus;
  /** Looks after the printer from now on. */
  start(): void;
  /** Looks once. */
  look(): Promise<PrinterStatus>;
  /** Runs `work` once the printer is reached, asked how it is, and empty; nobody else writes meanwhile. */
  use<T>(work: (tenure: LineTenure) => Promise<T>): Promise<LineTurn<T>>;
  /** Null where it cannot be reached or prints. True where the printer confirmed it. */
  clear(): Promise<boolean | null>;
  /** Resolves when no connection is left. */
  close(): Promise<void>;
}

/** How long an idle printer has for one answer. */
const answerWithinMs = 500;
/** One that prints may have much to read before it comes to the question. */
const answerWhilePrintingWithinMs = 20_000;
/** While the printer waits for a hand or is to be asked a second time, and while it prints. */
const lookAgainMs = 1_000;
const retryMs = 1_000;
/**
 * A job may have been cut off in the header of a strip; a question would be taken for the rest of it, and for a strip of
 * thousands of rows. NUL ends it with none or few, and means nothing elsewhere.
 */
const halfHeaderFill = new Uint8Array(8);
const backOffMs = [1_000, 2_000, 4_000, 8_000, 10_000] as const;
const leaveWithinMs = 1_000;
const unreachableCondition: PrinterCondition = { state: 'unreachable', paperNearEnd: false };

export function createPrinterLine(options: PrinterLineOptions): PrinterLine {
  const { transport, profile, schedule, logger, lookEveryMs = 10_000 } = options;
  const watch = createStatusWatch({ ...options, atFirst: transport === null ? 'none' : 'unknown' });
  let talk: PrinterTalk | null = null;
  let wasHeard = false;
  let carryOver: ((to: PrinterTalk) => void) | null = null;
  let triedAskingFirst = false;
  let failures = 0;
  let turns: Promise<unknown> = Promise.resolve();
  let underWay = 0;
  let isPrinting = false;
  let isStarted = false;
  let isClosed = false;
  let callOffLook: (() => void) | null = null;
  let lookDelayMs = Number.POSITIVE_INFINITY;
  const keeper = createLeftoverKeeper({
    ...options,
    atStart: options.mayHoldLeftovers ? 'part' : 'none',
  });
  const settling = {
    state: () => watch.status.state,
    look,
    get hasSpoken() {
      return wasHeard;
    },
  };

  /** One after the other. */
  function turn<T>(work: () => Promise<T>): Promise<T> {
    underWay += 1;
    callOffLook?.();
    const done = turns.then(work).finally(() => {
      underWay -= 1;
      if (underWay === 0) {
        lookIn(nextLookMs());
      }
    });
    turns = done.catch(() => undefined);
    return done;
  }

  function lookIn(delayMs: number): void {
    callOffLook?.();
    if (!isStarted || isClosed || transport?.kind !== 'device' || underWay > 0) {
      return;
    }
    lookDelayMs = delayMs;
    callOffLook = schedule(delayMs, () => {
      callOffLook = null;
      lookDelayMs = Number.POSITIVE_INFINITY;
      // Whatever goes wrong here is a defect; it must not end the looking.
      turn(examine).catch((error: unknown) =>
        logger.error('Looking after the printer failed', { reason: String(error) }),
      );
    });
  }

  function nextLookMs(): number {
    if (talk === null) {
      return backOffMs[Math.min(failures, backOffMs.length) - 1] ?? 0;
    }
    return isHalted(watch.status.state) || watch.awaitsSecond || !keeper.mayGoOn(talk) ? lookAgainMs : lookEveryMs;
  }

  async function examine(): Promise<void> {
    if ((await connect()) !== null) {
      await look();
      await settleLeft();
    }
  }

  async function settleLeft(): Promise<void> {
    if (talk !== null) {
      await keeper.settle(talk, settling);
      dropIfConfused();
    }
  }

  /** `asksFirst`: nothing at all stands before the first question. */
  async function connect(asksFirst = false): Promise<PrinterTalk | null> {
    if (talk !== null || transport === null || isClosed) {
      return talk;
    }
    try {
      const connection = await transport.open();
      const fresh = createPrinterTalk({ connection, profile, schedule });
      talk = fresh;
      watch.begin();
      carryOver?.(fresh);
      carryOver = null;
      fresh.listen({
        onNoise: () => {
          wasHeard = true;
          doubt();
        },
        onChange: (condition) => hearChange(condition),
        // A paper sensor's byte does not tell which job it is for.
        onFence: (number) => {
          keeper.heardFence();
          if (profile.fence === 'gs-h') {
            options.onLateFence(number);
          }
        },
        onGone: () => lose(fresh),
      });
      if (isClosed) {
        fresh.abort();
      }
      if (fresh.isGone) {
        // It went before anybody listened.
        lose(fresh);
      }
      if (!asksFirst) {
        if (keeper.left === 'part') {
          await fresh.write(halfHeaderFill);
        }
        await fresh.askForChanges();
      }
      if (talk !== null && !asks(fresh)) {
        failures = 0;
        watch.report(unknownCondition);
      }
    } catch (error) {
      if (failures === 0) {
        const reason = error instanceof Error ? error.message : String(error);
        logger.warn('The printer cannot be reached', { target: transport.target, reason });
      }
      talk = null;
    }
    if (talk === null) {
      // Whatever happens to it until it is back is not known.
      carryOver = null;
      failures += 1;
      watch.report(unreachableCondition);
    }
    return talk;
  }

  function lose(lost: PrinterTalk): void {
    if (talk === lost) {
      talk = null;
      // Printers hang up after a while of silence; only a call that is not taken means that they are gone.
      failures += lost.hasSpoken ? 0 : 1;
      lookIn(nextLookMs());
    }
  }

  function drop(): void {
    const dropped = talk;
    talk = null;
    dropped?.abort();
  }

  /** An answer to an older question would be taken for the answer to the next one. */
  function dropIfConfused(): void {
    if (talk?.owesSensor === true) {
      carryOver = keeper.carryOver(talk);
      drop();
    }
  }

  const asks = (current: PrinterTalk): boolean => profile.status !== 'none' && current.answers;

  function doubt(): void {
    watch.doubt();
    if (lookDelayMs > lookAgainMs) {
      lookIn(lookAgainMs);
    }
  }

  function hearChange(condition: PrinterCondition | null): void {
    wasHeard = true;
    watch.hearChange(condition);
    // Told is not asked: a printer that is believed for the moment is asked as soon as nothing is under way.
    lookIn(0);
  }

  function hearRound(round: StatusRound): boolean {
    if (round.kind === 'clean') {
      wasHeard = true;
      triedAskingFirst = false;
      failures = 0;
    }
    return watch.hearRound(round);
  }

  async function look(): Promise<void> {
    const current = talk;
    if (current === null || !asks(current)) {
      return;
    }
    let round = await watch.ask(current, answerWithinMs);
    if (round.kind === 'gone' || (round.kind === 'silent' && current.hasAnswered)) {
      // It may be away without having said so (power, cable): only a new call tells.
      round = await askAnew(false);
    }
    if (round.kind === 'silent' && keeper.left === 'part' && !triedAskingFirst) {
      // Halted with its buffer full of a job that was cut off it hears a question only where nothing stands before it.
      triedAskingFirst = true;
      round = await askAnew(true);
    }
    hearRound(round);
  }

  /** On a new connection; what the former one still holds is dropped with it. */
  async function askAnew(asksFirst: boolean): Promise<StatusRound> {
    drop();
    const again = await connect(asksFirst);
    return again === null ? { kind: 'gone' } : watch.ask(again, answerWithinMs);
  }

  function pause(delayMs: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    schedule(delayMs, resolve);
    return promise;
  }

  /** One retry, unless it is known already that nobody is there. */
  async function reach(): Promise<PrinterTalk | null> {
    const wasUnreachable = watch.status.state === 'unreachable';
    const reached = await connect();
    if (reached !== null || wasUnreachable || isClosed) {
      return reached;
    }
    await pause(retryMs);
    return connect();
  }

  async function prepare(): Promise<PrinterTalk | HaltedState | null> {
    // A connection that owes an answer is made anew in between, more than once.
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (isClosed || (await reach()) === null) {
        return null;
      }
      await look();
      await settleLeft();
      if (talk !== null && isHalted(watch.status.state)) {
        return watch.status.state;
      }
      if (talk !== null && keeper.mayGoOn(talk)) {
        return talk;
      }
      if (attempt > 0 && keeper.isStuck) {
        // It is there and does not get through with what it has; another job would only be more of that.
        return 'error';
      }
    }
    return null;
  }

  async function workOn<T>(current: PrinterTalk, action: (tenure: LineTenure) => Promise<T>): Promise<LineTurn<T>> {
    const looking = { isOver: false, callOff: (): void => undefined };
    const step = async (): Promise<void> => {
      const round = await current.ask(answerWhilePrintingWithinMs);
      if (looking.isOver && round.kind === 'silent' && talk === current) {
        // An answer that comes too late would be taken for one to the next question.
        drop();
      }
      if (!looking.isOver && round.kind !== 'gone') {
        // One that changes in between is asked again soon.
        if (round.kind !== 'torn') {
          hearRound(round);
        }
        looking.callOff = schedule(lookAgainMs, () => void step());
      }
    };
    if (asks(current)) {
      looking.callOff = schedule(lookAgainMs, () => void step());
    }
    isPrinting = true;
    try {
      const value = await action({
        kind: transport?.kind ?? 'device',
        talk: current,
        profile,
        isMute: !current.answers || (asks(current) && !wasHeard),
        state: () => watch.status.state,
        onState: (listener) => watch.onState(listener),
        ask: async () => hearRound(await watch.ask(current, answerWhilePrintingWithinMs)),
        begin: () => keeper.begin(),
        ended: (left) => keeper.end(left, current),
      });
      return { outcome: 'done', value };
    } finally {
      isPrinting = false;
      looking.isOver = true;
      looking.callOff();
      // Nobody waits any longer for how it was while it printed; the next one asks anew.
      current.hurry(answerWithinMs);
      dropIfConfused();
    }
  }

  /** A file is made by one job and closed by it. */
  async function workOnFile<T>(action: (tenure: LineTenure) => Promise<T>): Promise<LineTurn<T>> {
    const current = await reach();
    if (current === null) {
      return { outcome: 'unreachable' };
    }
    try {
      return await workOn(current, action);
    } finally {
      keeper.end('none', current);
      drop();
    }
  }

  return {
    status: () => watch.status,
    start() {
      isStarted = true;
      lookIn(0);
    },
    look: () =>
      turn(async () => {
        await (transport?.kind === 'device' ? examine() : Promise.resolve());
        return watch.status;
      }),
    use: (action) =>
      turn(async () => {
        if (transport?.kind === 'file') {
          return workOnFile(action);
        }
        const prepared = await prepare();
        if (prepared === null) {
          return { outcome: 'unreachable' };
        }
        return typeof prepared === 'string' ? { outcome: 'halted', state: prepared } : workOn(prepared, action);
      }),
    async clear() {
      if (isPrinting || transport?.kind !== 'device') {
        return null;
      }
      return turn(async () => {
        await connect();
        await look();
        const confirmed = talk === null ? null : await keeper.clear(talk);
        await look();
        await settleLeft();
        return confirmed;
      });
    },
    async close() {
      isClosed = true;
      watch.close();
      callOffLook?.();
      await turns;
      const last = talk;
      if (last !== null) {
        const callOff = schedule(leaveWithinMs, () => last.abort());
        await last.close();
        callOff();
      }
      talk = null;
    },
  };
}
