/** From when on something is a trouble that staff should do something about. docs/operations.md names the same figures. */
import { oldCatalogueMs } from '../../contract/release-age.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

export const troubleLimits = {
  /** Printer and reader are given so long after a start to be found. */
  settlingMs: 0.5 * minuteMs,
  /** Paper left on the roll, in metres: some twelve slips. */
  lowPaperMetres: 5,
  /** A network may be away for so long before it is a trouble; forgery never may. */
  networkMs: 120 * minuteMs,
  /** Without a check that went well, where a repository is configured. */
  successMs: 3 * dayMs,
  /** Since what is shown was published; without a release, since the day of its data. */
  publicationMs: oldCatalogueMs,
} as const;
