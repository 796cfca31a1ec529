/** What has become of the slip, as plain data: the page's view of one print job after another. */
import type { PrintAnswer, PrintJob, PrintReason, printRefusals } from '../../main/contract/printing.ts';

/** `core`: the kiosk itself could not make the slip. */
export type FailureReason = PrintReason | (typeof printRefusals)[number] | 'core';

export type PrintState =
  | { readonly kind: 'idle' }
  /** Asked, and not answered yet; events may come before the answer that tells which job is ours. */
  | { readonly kind: 'asking'; readonly heard: Readonly<Record<number, PrintJob>> }
  | { readonly kind: 'queued'; readonly job: number }
  | { readonly kind: 'sending'; readonly job: number }
  /** The printer waits for a hand. */
  | { readonly kind: 'paused'; readonly job: number; readonly reason: PrintReason }
  | { readonly kind: 'printed' }
  | { readonly kind: 'failed'; readonly reason: FailureReason }
  /** A slip may have come out; the citizen is asked. No job where even the answer was lost. */
  | { readonly kind: 'unknown'; readonly job: number | null; readonly reason: PrintReason | null }
  /** The citizen said that none came out. */
  | { readonly kind: 'denied' };

export type PrintAction =
  | { readonly kind: 'pressed' }
  | { readonly kind: 'answered'; readonly answer: PrintAnswer }
  /** The core said why there is no slip. */
  | { readonly kind: 'rejected' }
  /** The core cannot tell any more what became of the slip. */
  | { readonly kind: 'lost' }
  /** Any job's state, by event or as an answer; others' jobs are left alone. */
  | { readonly kind: 'heard'; readonly job: PrintJob }
  | { readonly kind: 'confirmed'; readonly cameOut: boolean };

export function printReducer(state: PrintState, action: PrintAction): PrintState {
  switch (action.kind) {
    case 'pressed':
      return isUnderWay(state) ? state : { kind: 'asking', heard: {} };
    case 'answered':
      return state.kind === 'asking' ? afterAnswer(action.answer, state.heard) : state;
    case 'rejected':
      return state.kind === 'asking' ? { kind: 'failed', reason: 'core' } : state;
    case 'lost':
      return isUnderWay(state) ? { kind: 'unknown', job: null, reason: null } : state;
    case 'heard':
      return afterNews(state, action.job);
    case 'confirmed':
      break;
  }
  if (state.kind !== 'unknown') return state;
  return action.cameOut ? { kind: 'printed' } : { kind: 'denied' };
}

/** The job of this state, where it is known and may still change. */
export function openJob(state: PrintState): number | null {
  return 'job' in state ? state.job : null;
}

/** The core is at it, and nobody has to do anything. */
export function isPrintBusy({ kind }: PrintState): boolean {
  return kind === 'asking' || kind === 'queued' || kind === 'sending';
}

function isUnderWay(state: PrintState): boolean {
  return isPrintBusy(state) || state.kind === 'paused';
}

/** What was heard of the job before its answer is never older than the answer. */
function afterAnswer(answer: PrintAnswer, heard: Readonly<Record<number, PrintJob>>): PrintState {
  if (answer.outcome === 'refused') return { kind: 'failed', reason: answer.reason };
  return stateOf(heard[answer.job.job] ?? answer.job);
}

function afterNews(state: PrintState, job: PrintJob): PrintState {
  if (state.kind === 'asking') return { ...state, heard: { ...state.heard, [job.job]: job } };
  const isFinal = job.state === 'printed' || job.state === 'failed';
  if (openJob(state) !== job.job) return state;
  // The question stands until a word that comes late settles it.
  return state.kind === 'unknown' && !isFinal ? state : stateOf(job);
}

function stateOf({ job, state, reason }: PrintJob): PrintState {
  switch (state) {
    case 'queued':
    case 'sending':
      return { kind: state, job };
    case 'paused':
      return { kind: 'paused', job, reason: reason ?? 'error' };
    case 'failed':
      return { kind: 'failed', reason: reason ?? 'error' };
    case 'unknown':
      return { kind: 'unknown', job, reason };
    case 'printed':
      break;
  }
  return { kind: 'printed' };
}
