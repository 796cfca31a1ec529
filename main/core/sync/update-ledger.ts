/** Where the kiosk remembers its updates; `core/journal/update-state.ts` keeps it in the journal. */
import type { UpdateFailure, UpdateSource } from '../../contract/updates.ts';

/** The highest release this kiosk ever committed: a lower one, or another of the same number, is never taken again. */
export interface HighestRelease {
  readonly number: number;
  /** SHA-256 (hex) over its rows; null where the kiosk took them from its software and does not know. */
  readonly rowsSha256: string | null;
}

/** Content that failed on this kiosk and is not tried again. */
export interface RefusedContent {
  /** SHA-256 (hex): of the rows, or of an office's sheet. */
  readonly sha256: string;
  /** Of the release it came with. */
  readonly number: number;
  readonly reason: UpdateFailure;
  readonly atMs: number;
  /** Version of the software that refused it: another one may understand it. */
  readonly software: string;
}

/** How one look for an update ended. */
export interface CheckRecord {
  /** UTC epoch. */
  readonly atMs: number;
  readonly source: UpdateSource;
  readonly outcome: 'current' | 'committed' | 'failed';
  /** Null where it is not known. */
  readonly number: number | null;
  /** Null where all went well; may stand beside `current` and `committed` where the office's own sheet failed. */
  readonly reason: UpdateFailure | null;
  /** At most 400 characters. */
  readonly detail: string;
}

/** Never throws for what the disk does: what cannot be written is kept in memory until the kiosk ends. */
export interface UpdateLedger {
  highest(): HighestRelease;
  /** Keeps the higher one. */
  raiseHighest(release: HighestRelease): void;
  /** UTC epoch; a time that was certainly reached: signed dates were checked against it. 0 at first. */
  trustedTimeMs(): number;
  /** Keeps the later one. */
  trustTime(atMs: number): void;
  /** Last time a repository was seen whole and fresh; null at first. */
  lastSuccessAtMs(): number | null;
  succeeded(atMs: number): void;
  /** The newest first, 200 at most. */
  refused(): readonly RefusedContent[];
  refuse(content: RefusedContent): void;
  /** The newest first. */
  checks(limit: number): readonly CheckRecord[];
  record(check: CheckRecord): void;
}
