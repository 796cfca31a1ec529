/** Where the spooler writes down what became of each job; `core/journal/print-jobs.ts` keeps it in the journal. */
import type { PrintJobState, PrintReason, SlipKind, StaffPrintJob } from '../../../contract/printing.ts';
import type { SlipLayout } from '../typesetting/slip-layout.ts';

/**
 * A job as the journal holds it. `paused` is never written: for the journal the job is still `sending`, or still `queued`
 * where nothing of it has left yet.
 */
export interface LedgerJob extends StaffPrintJob {
  /** UTC epoch: after this moment it is not begun any more. */
  readonly expiresAtMs: number;
  /** What is still to be printed; null for a job with personal data and for one that was begun: it is never begun again. */
  readonly content: SlipLayout | null;
}

export interface NewJob {
  readonly kind: SlipKind;
  readonly source: 'citizen' | 'staff';
  readonly queuedAtMs: number;
  readonly expiresAtMs: number;
  /** Null for a job with personal data: its content stays in memory. */
  readonly content: SlipLayout | null;
}

export interface JobChange {
  readonly state: Exclude<PrintJobState, 'queued' | 'paused'>;
  readonly reason: PrintReason | null;
  readonly atMs: number;
  readonly settledBy?: 'printer' | 'citizen';
  /** Paper used, in millimetres; added to the roll's count. */
  readonly paperMillimetres?: number;
  /** Whether the printer may hold something of it from now on; absent: as before. */
  readonly leftovers?: boolean;
}

/** Null or false where the journal could not take it: nothing of it was written then. */
export interface PrintLedger {
  /** All or none; their numbers in order. */
  add(jobs: readonly NewJob[]): readonly number[] | null;
  /** On the disk when this returns. What was begun loses its content. RangeError for a change no job can make, e.g. of a printed one. */
  change(job: number, change: JobChange): boolean;
  job(job: number): LedgerJob | null;
  /** Those that are not over, oldest first. */
  open(): readonly LedgerJob[];
  /** The newest first. */
  recent(count: number): readonly StaffPrintJob[];
  /** Whether the printer may hold part of a slip; also where the journal cannot tell. */
  leftovers(): boolean;
  /** For what happens to the printer beside the jobs. */
  setLeftovers(left: boolean): boolean;
  roll(): PrinterRoll | null;
  changeRoll(roll: { readonly metres: number | null; readonly atMs: number }): boolean;
}

export interface PrinterRoll {
  /** Null: as configured. */
  readonly metres: number | null;
  /** UTC epoch; null where staff never told of a change. */
  readonly changedAtMs: number | null;
  readonly usedMillimetres: number;
  readonly slipsOnRoll: number;
  readonly slipsEver: number;
}
