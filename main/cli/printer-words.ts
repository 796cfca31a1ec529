/** What a printer's states and a job's reasons are called in the terminal, and what to do about them. */
import type { ErrorCode } from '../contract/error.ts';
import type { PrinterState } from '../contract/kiosk.ts';
import type { PrintReason } from '../contract/printing.ts';

/** After "The printer …". */
export const stateWords: Readonly<Record<PrinterState, string>> = {
  ready: 'is ready',
  'paper-out': 'has no paper',
  'cover-open': 'stands open',
  'cutter-error': 'has a jammed cutter',
  error: 'reports an error',
  unreachable: 'cannot be reached',
  unknown: 'says nothing of itself',
  none: 'is not configured',
};

/** Why a slip did not come out; `code` for the exit, `advice` for whoever stands there. */
export const failureWords: Readonly<Record<PrintReason, { readonly code: ErrorCode; readonly advice: string }>> = {
  unreachable: {
    code: 'printer-unreachable',
    advice: 'A virtual printer is started with "node scripts/virtual-printer/main.ts".',
  },
  'paper-out': { code: 'printer-refused', advice: 'The printer has no paper; put in a new roll.' },
  'cover-open': { code: 'printer-refused', advice: 'The cover of the printer is open; close it.' },
  'cutter-error': { code: 'printer-refused', advice: 'The cutter is jammed; see the manual of the printer.' },
  error: { code: 'printer-refused', advice: 'See the display or the lamps of the printer.' },
  expired: { code: 'printer-timeout', advice: 'Nobody helped the printer in time.' },
  cancelled: { code: 'printer-refused', advice: 'It was called off.' },
  'cut-off': { code: 'printer-timeout', advice: 'The connection went in the middle.' },
  'no-answer': { code: 'printer-timeout', advice: 'The printer never said that it is through.' },
  restarted: { code: 'printer-timeout', advice: 'The kiosk ended meanwhile.' },
};
