/** Starts the core process and carries its reports; the supervisor decides when. */
import { type ChildProcess, fork } from 'node:child_process';
import { coreArguments } from '../core-arguments.ts';
import { type CoreOrder, type CoreReport, coreReportSchema } from '../core-messages.ts';
import type { SupervisedProcess } from '../supervisor.ts';

export interface ForkCoreOptions {
  /** The module to run; `core-process.ts` except in tests. */
  readonly modulePath: string;
  readonly order: CoreOrder;
  readonly onReport: (report: CoreReport) => void;
  /** Killed when it has not ended by then; default 5,000. */
  readonly stopTimeoutMs?: number;
}

export function forkCore({ modulePath, order, onReport, stopTimeoutMs = 5_000 }: ForkCoreOptions): SupervisedProcess {
  // Standard output belongs to answers for programs; whatever a core writes is log. 2 is standard error.
  const child = fork(modulePath, { stdio: ['ignore', 2, 2, 'ipc'], execArgv: [...coreArguments] });
  child.on('message', (message) => onReport(coreReportSchema.parse(message)));
  const ended = endOf(child);
  child.send(order, (error) => {
    // A child that ended before it could be told anything is reported by its end.
    if (error !== null) {
      child.kill('SIGKILL');
    }
  });
  return {
    onEnd: (listener) => {
      void ended.then(listener);
    },
    stop: async () => {
      const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
      if (child.connected) {
        child.send({ kind: 'stop' } satisfies CoreOrder, () => undefined);
      }
      await ended;
      clearTimeout(timer);
    },
  };
}

/** Resolves with the reason when the process has ended, or could not be started. */
function endOf(child: ChildProcess): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  child.once('error', (error) => resolve(error.message));
  child.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`));
  return promise;
}
