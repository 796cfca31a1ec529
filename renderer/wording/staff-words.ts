/** What staff read about printer, jobs and the audit trail; one table each, so that none is forgotten. */
import type { PrinterState } from '../../main/contract/kiosk.ts';
import type { PrintReason, printRefusals, SlipKind, StaffPrintJob } from '../../main/contract/printing.ts';
import type { ReaderStatus } from '../../main/contract/reader-status.ts';
import type { ScanKind } from '../../main/contract/scanning.ts';
import type { StaffMethodName, StaffMethods } from '../../main/contract/staff-methods.ts';
import type { Trouble } from '../../main/contract/status.ts';

export const printerStateKeys = {
  ready: 'staff.printer.ready',
  'paper-out': 'staff.printer.paperOut',
  'cover-open': 'staff.printer.coverOpen',
  'cutter-error': 'staff.printer.cutterError',
  error: 'staff.printer.error',
  unreachable: 'staff.printer.unreachable',
  unknown: 'staff.printer.unknown',
  none: 'staff.printer.none',
} as const satisfies Record<PrinterState, string>;

export const readerStateKeys = {
  connected: 'staff.reader.connected',
  unplugged: 'staff.reader.unplugged',
  keyboard: 'staff.reader.keyboard',
  none: 'staff.reader.none',
} as const satisfies Record<ReaderStatus['state'], string>;

export const scanKindKeys = {
  'citizen-card': 'staff.scanKind.citizenCard',
  'bhyt-card': 'staff.scanKind.bhytCard',
  dossier: 'staff.scanKind.dossier',
  receipt: 'staff.scanKind.receipt',
  procedure: 'staff.scanKind.procedure',
  ticket: 'staff.scanKind.ticket',
  appointment: 'staff.scanKind.appointment',
  checklist: 'staff.scanKind.checklist',
  payment: 'staff.scanKind.payment',
  'staff-badge': 'staff.scanKind.staffBadge',
  unknown: 'staff.scanKind.unknown',
} as const satisfies Record<ScanKind, string>;

export const slipKindKeys = {
  checklist: 'staff.slipKind.checklist',
  'life-event': 'staff.slipKind.lifeEvent',
  ticket: 'staff.slipKind.ticket',
  appointment: 'staff.slipKind.appointment',
  'dossier-status': 'staff.slipKind.dossierStatus',
  apology: 'staff.slipKind.apology',
  payment: 'staff.slipKind.payment',
  'test-page': 'staff.slipKind.testPage',
  'update-report': 'staff.slipKind.updateReport',
} as const satisfies Record<SlipKind, string>;

export const refusalKeys = {
  'no-printer': 'staff.refusal.noPrinter',
  'no-room': 'staff.refusal.noRoom',
  busy: 'staff.refusal.busy',
} as const satisfies Record<(typeof printRefusals)[number], string>;

const reasonKeys = {
  unreachable: 'staff.reason.unreachable',
  'paper-out': 'staff.reason.paperOut',
  'cover-open': 'staff.reason.coverOpen',
  'cutter-error': 'staff.reason.cutterError',
  error: 'staff.reason.error',
  expired: 'staff.reason.expired',
  cancelled: 'staff.reason.cancelled',
  'cut-off': 'staff.reason.cutOff',
  'no-answer': 'staff.reason.noAnswer',
  restarted: 'staff.reason.restarted',
} as const satisfies Record<PrintReason, string>;

const stateKeys = {
  queued: 'staff.job.queued',
  sending: 'staff.job.sending',
  paused: 'staff.job.paused',
  printed: 'staff.job.printed',
  failed: 'staff.job.failed',
  unknown: 'staff.job.unknown',
} as const satisfies Record<StaffPrintJob['state'], string>;

/** State and reason of a job, and who settled it where that was not the printer. */
export function jobKeys({ state, reason, settledBy }: Pick<StaffPrintJob, 'state' | 'reason' | 'settledBy'>) {
  return {
    state: state === 'printed' && settledBy === 'citizen' ? ('staff.job.printedByWord' as const) : stateKeys[state],
    reason: reason === null ? null : reasonKeys[reason],
  };
}

/** Nothing is under way any more. */
export function isSettled({ state }: Pick<StaffPrintJob, 'state'>): boolean {
  return state === 'printed' || state === 'failed' || state === 'unknown';
}

/** What is wrong and what to do about it. */
export const troubleKeys = {
  'printer-paper-out': ['staff.trouble.printerPaperOut', 'staff.trouble.printerPaperOutText'],
  'printer-paper-low': ['staff.trouble.printerPaperLow', 'staff.trouble.printerPaperLowText'],
  'printer-trouble': ['staff.trouble.printerTrouble', 'staff.trouble.printerTroubleText'],
  'printer-unreachable': ['staff.trouble.printerUnreachable', 'staff.trouble.printerUnreachableText'],
  'reader-unreachable': ['staff.trouble.readerUnreachable', 'staff.trouble.readerUnreachableText'],
  'catalogue-old': ['staff.trouble.catalogueOld', 'staff.trouble.catalogueOldText'],
  'update-failing': ['staff.trouble.updateFailing', 'staff.trouble.updateFailingText'],
  'update-untrusted': ['staff.trouble.updateUntrusted', 'staff.trouble.updateUntrustedText'],
  'clock-unsure': ['staff.trouble.clockUnsure', 'staff.trouble.clockUnsureText'],
  'journal-lost': ['staff.trouble.journalLost', 'staff.trouble.journalLostText'],
  'portal-unreachable': ['staff.trouble.portalUnreachable', 'staff.trouble.portalUnreachableText'],
} as const satisfies Record<Trouble, readonly [title: string, text: string]>;

type AuditedMethod = {
  [M in StaffMethodName]: StaffMethods[M] extends { readonly audited: true } ? M : never;
}[StaffMethodName];

const actionKeys = {
  'staff.enter': 'staff.action.enter',
  'staff.leave': 'staff.action.leave',
  'staff.wrong-pin': 'staff.action.wrongPin',
  'staff.pinChanged': 'staff.action.pinChanged',
  'printer.test': 'staff.action.printerTest',
  'printer.clear': 'staff.action.printerClear',
  'printer.changeRoll': 'staff.action.printerChangeRoll',
  'printer.print': 'staff.action.printerPrint',
  'printer.cancel': 'staff.action.printerCancel',
  'updates.check': 'staff.action.updatesCheck',
  'updates.takeStick': 'staff.action.updatesTakeStick',
  'updates.rollBack': 'staff.action.updatesRollBack',
} as const satisfies Record<AuditedMethod | 'staff.enter' | 'staff.leave' | 'staff.wrong-pin', string>;

/** Null for an action of a newer kiosk, which is shown by its own name. */
export function actionKey(action: string) {
  return Object.hasOwn(actionKeys, action) ? actionKeys[action as keyof typeof actionKeys] : null;
}
