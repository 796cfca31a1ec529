/** Where what staff did is written down; `core/journal/staff-actions.ts` keeps it in the journal. */
import type { AuditEntry, StaffOrigin } from '../../contract/staff-methods.ts';

/** One thing staff did. */
export interface StaffAction {
  readonly origin: StaffOrigin;
  /** See `auditEntrySchema`. */
  readonly action: string;
  readonly outcome: string;
}

/** Keeps the trail and the count of wrong PINs; `core/journal/staff-actions.ts` keeps them in the journal. */
export interface StaffLedger {
  /** False where the journal could not take it. */
  record(action: StaffAction & { readonly atMs: number }): boolean;
  recent(limit: number): readonly AuditEntry[];
  /** Wrong PINs since the last right one, and until when none is taken; survives a restart. */
  tries(): { readonly wrong: number; readonly pausedUntilMs: number };
  /** False where it is not written down for good. */
  setTries(tries: { readonly wrong: number; readonly pausedUntilMs: number }): boolean;
}
