/** What a signed release is to this kiosk: signed is not enough, it must not lead back. Pure. */
import type { HighestRelease } from './update-ledger.ts';

export type Verdict = 'shown' | 'take' | 'rollback' | 'refused-before';

export interface Judging {
  readonly offered: { readonly number: number; readonly rowsSha256: string };
  /** `rowsSha256` is null where the software brought it and does not say. */
  readonly shown: HighestRelease;
  /** The highest that is known by any of journal, pointer and bundled catalogue. */
  readonly highest: HighestRelease;
  /** Number that staff left behind; 0 for none. */
  readonly leftBehind: number;
  readonly isRefused: (rowsSha256: string) => boolean;
}

export function judgeRelease({ offered, shown, highest, leftBehind, isRefused }: Judging): Verdict {
  if (offered.number === shown.number && (shown.rowsSha256 ?? offered.rowsSha256) === offered.rowsSha256) {
    return 'shown';
  }
  if (
    offered.number < highest.number ||
    (offered.number === highest.number && (highest.rowsSha256 ?? offered.rowsSha256) !== offered.rowsSha256)
  ) {
    return 'rollback';
  }
  return offered.number <= leftBehind || isRefused(offered.rowsSha256) ? 'refused-before' : 'take';
}

/** The higher number; of two equal ones whichever knows its rows. */
export function higher(a: HighestRelease, b: HighestRelease): HighestRelease {
  if (a.number !== b.number) {
    return a.number > b.number ? a : b;
  }
  return a.rowsSha256 === null ? b : a;
}
