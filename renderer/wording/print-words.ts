/** What is said about printer and slip in each state and for each reason; one table each, so that none is forgotten. */
import type { PrinterState, PrinterStatus } from '../../main/contract/kiosk.ts';
import type { PrintReason } from '../../main/contract/printing.ts';
import type { FailureReason } from '../state/print-state.ts';

const statusKeys = {
  ready: 'print.printerReady',
  'paper-out': 'print.printerPaperOut',
  'cover-open': 'print.printerCoverOpen',
  'cutter-error': 'print.printerCutterError',
  error: 'print.printerError',
  unreachable: 'print.printerUnreachable',
  unknown: 'print.printerUnknown',
  none: 'print.printerNone',
} as const satisfies Record<PrinterState, string>;

/** Key of the words for a printer; paper that is nearly at its end is said and hinders nobody. */
export function statusKey({ state, paperNearEnd }: PrinterStatus) {
  return state === 'ready' && paperNearEnd ? 'print.printerNearEnd' : statusKeys[state];
}

/** Whether a slip may come out; a printer that says nothing, or was not asked yet, may well print. */
export function mayPrint(status: PrinterStatus | null): boolean {
  return status === null || status.state === 'ready' || status.state === 'unknown';
}

const pauseKeys = {
  'paper-out': 'print.pausedPaperOut',
  'cover-open': 'print.pausedCoverOpen',
  'cutter-error': 'print.pausedCutterError',
  unreachable: 'print.pausedUnreachable',
} as const;

export function pauseKey(reason: PrintReason) {
  return reason in pauseKeys ? pauseKeys[reason as keyof typeof pauseKeys] : 'print.pausedError';
}

const failureKeys = {
  'no-printer': 'print.failedNoPrinter',
  'no-room': 'print.failedNoRoom',
  busy: 'print.failedBusy',
  core: 'print.failedCore',
  unreachable: 'print.failedUnreachable',
  'paper-out': 'print.failedPaperOut',
  'cover-open': 'print.failedCoverOpen',
  'cutter-error': 'print.failedCutterError',
  error: 'print.failedError',
  expired: 'print.failedExpired',
  cancelled: 'print.cancelledText',
  'cut-off': 'print.failedCutOff',
  'no-answer': 'print.failedError',
  restarted: 'print.failedRestarted',
} as const satisfies Record<FailureReason, string>;

/** Title and words of a slip that did not come out; called off is no failure. */
export function failureKeysOf(reason: FailureReason) {
  const title = reason === 'cancelled' ? 'print.cancelledTitle' : 'print.failedTitle';
  return { title, words: failureKeys[reason] } as const;
}

const unknownKeys = {
  'no-answer': 'print.unknownNoAnswer',
  'cut-off': 'print.unknownCutOff',
  restarted: 'print.unknownRestarted',
  cancelled: 'print.unknownCancelled',
  expired: 'print.unknownExpired',
} as const;

/** `reason` null: even the core's answer was lost. */
export function unknownKey(reason: PrintReason | null) {
  return reason !== null && reason in unknownKeys
    ? unknownKeys[reason as keyof typeof unknownKeys]
    : 'print.unknownText';
}
