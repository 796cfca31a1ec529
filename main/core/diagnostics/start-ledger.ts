/** Where starts are counted over restarts; `core/journal/starts.ts` keeps them in the journal. */
export interface StartLedger {
  /** Counts this start and tells how many there were with it; 1 where the journal takes nothing. */
  countStart(): number;
}
