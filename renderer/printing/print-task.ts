/** One slip on its way: asks for it, follows its job through events and reconnections, and lets go when the citizen does. */
import { KioskError } from '../../main/contract/error.ts';
import type { PrintJob, SlipRequest } from '../../main/contract/printing.ts';
import { isPrintBusy, openJob, type PrintAction, type PrintState, printReducer } from '../state/print-state.ts';
import type { CoreConnection } from '../transport/core-connection.ts';

export interface PrintTask {
  readonly state: () => PrintState;
  /** Calls back on each change of state; returns what ends it. */
  readonly subscribe: (onChange: () => void) => () => void;
  /** A new job, by the citizen's own touch; nothing while one is under way. */
  print(request: SlipRequest): void;
  cancel(): void;
  /** The citizen's word after an `unknown`. */
  confirm(cameOut: boolean): void;
  /** The citizen looks at the slip's screen. */
  enter(): void;
  /** The citizen went on to another screen: what waits is called off, what is coming out may come. */
  leave(): void;
}

export function createPrintTask(connection: CoreConnection): PrintTask {
  let state: PrintState = { kind: 'idle' };
  let isWatched = false;
  let stopFollowing: (() => void) | null = null;
  const observers = new Set<() => void>();

  const send = (action: PrintAction) => {
    const before = state;
    state = printReducer(before, action);
    if (state === before) return;
    const isOver = !isPrintBusy(state) && openJob(state) === null;
    if (isOver || (state.kind === 'unknown' && !isWatched)) settle();
    else if (!isWatched && state.kind !== before.kind) callOff();
    for (const observer of observers) observer();
  };
  const settle = () => {
    stopFollowing?.();
    stopFollowing = null;
  };
  const callOff = () => {
    if (state.kind === 'queued' || state.kind === 'paused') void ask(cancelJob(connection, state.job));
  };

  /** What the core says of the job; an answer that never came is asked for again after the reconnect. */
  const ask = async (answer: Promise<PrintJob>) => {
    try {
      send({ kind: 'heard', job: await answer });
    } catch (cause) {
      if (cause instanceof KioskError && cause.code === 'not-found') send({ kind: 'lost' });
    }
  };
  const follow = () => {
    const stopEvents = connection.on('printJob.changed', (job) => send({ kind: 'heard', job }));
    let { generation } = connection.state();
    const stopState = connection.subscribe(() => {
      const now = connection.state();
      if (!now.isOpen || now.generation === generation) return;
      ({ generation } = now);
      const job = openJob(state);
      if (job !== null) void ask(connection.call('printing.job', { job }));
    });
    stopFollowing = () => {
      stopEvents();
      stopState();
    };
  };
  const askToPrint = async (request: SlipRequest) => {
    try {
      send({ kind: 'answered', answer: await connection.call('printing.print', request) });
    } catch (cause) {
      // Nobody can tell whether a job was made of it: the citizen is asked, as after an `unknown`.
      send({ kind: isUnanswered(cause) ? 'lost' : 'rejected' });
    }
  };

  return {
    state: () => state,
    subscribe(onChange) {
      observers.add(onChange);
      return () => void observers.delete(onChange);
    },
    print(request) {
      if (isPrintBusy(state) || state.kind === 'paused') return;
      settle();
      send({ kind: 'pressed' });
      follow();
      void askToPrint(request);
    },
    cancel() {
      const job = openJob(state);
      if (job !== null && state.kind !== 'unknown') void ask(cancelJob(connection, job));
    },
    confirm(cameOut) {
      if (state.kind !== 'unknown') return;
      const { job } = state;
      send({ kind: 'confirmed', cameOut });
      // For the kiosk's own records; the citizen has the slip, or not, whatever becomes of the call.
      if (job !== null) connection.call('printing.confirm', { job, cameOut }).catch(() => undefined);
    },
    enter() {
      isWatched = true;
    },
    leave() {
      isWatched = false;
      // Nobody is there to be asked any more.
      if (state.kind === 'unknown') settle();
      else callOff();
    },
  };
}

function cancelJob(connection: CoreConnection, job: number): Promise<PrintJob> {
  return connection.call('printing.cancel', { job });
}

function isUnanswered(cause: unknown): boolean {
  return cause instanceof KioskError && cause.code === 'unavailable';
}
