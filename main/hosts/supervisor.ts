/** Keeps one process (core, page or browser) running: starts it, starts it again when it ends, gives up in a crash loop. */
import type { Clock, Logger, ScheduleAfter } from '../core/ports.ts';
import {
  decideRestart,
  defaultRestartPolicy,
  noRestarts,
  type RestartHistory,
  type RestartPolicy,
} from './restart-policy.ts';

/** A process or window under supervision. */
export interface SupervisedProcess {
  /** Calls once when it has ended, with the reason for the log. */
  onEnd(listener: (reason: string) => void): void;
  /** Ends it; resolves when nothing of it is left. */
  stop(): Promise<void>;
}

/** Real time. */
export const scheduleAfter: ScheduleAfter = (delayMs, action) => {
  const timer = setTimeout(action, delayMs);
  return () => clearTimeout(timer);
};

export interface SupervisorOptions {
  /** For the log. */
  readonly name: string;
  /** Starts the process; a throw counts as an end. */
  readonly start: () => SupervisedProcess;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The process will not be started again; `ends` is how often it ended within the budget's window. */
  readonly onGiveUp: (ends: number) => void;
  readonly policy?: RestartPolicy;
  readonly schedule?: ScheduleAfter;
}

export interface Supervisor {
  /** Ends the process for good. */
  stop(): Promise<void>;
}

export function supervise(options: SupervisorOptions): Supervisor {
  const { name, clock, logger, policy = defaultRestartPolicy, schedule = scheduleAfter } = options;
  let history: RestartHistory = noRestarts;
  let current: SupervisedProcess | null = null;
  let cancelRestart: (() => void) | null = null;
  let isStopped = false;

  const ended = (reason: string, startedMs: number): void => {
    current = null;
    if (isStopped) {
      return;
    }
    const decision = decideRestart(history, { startedMs, endedMs: clock.nowMs() }, policy);
    if (decision.kind === 'give-up') {
      isStopped = true;
      logger.error(`The ${name} ended too often and is given up`, { reason, ends: decision.ends });
      options.onGiveUp(decision.ends);
      return;
    }
    history = decision.history;
    logger.warn(`The ${name} ended and is started again`, { reason, delayMs: decision.delayMs });
    cancelRestart = schedule(decision.delayMs, run);
  };

  const run = (): void => {
    const startedMs = clock.nowMs();
    try {
      const started = options.start();
      current = started;
      started.onEnd((reason) => ended(reason, startedMs));
    } catch (error) {
      ended(error instanceof Error ? error.message : String(error), startedMs);
    }
  };

  run();
  return {
    stop: async () => {
      isStopped = true;
      cancelRestart?.();
      await current?.stop();
    },
  };
}
