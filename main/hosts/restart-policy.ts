/** When a process that ended is started again: the pure part of supervision, the same for core, page and browser. */

export interface RestartPolicy {
  /** Wait before the first restart; doubled at each further one, in milliseconds. */
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** A process that ran at least this long counts as healthy again: its delay starts over. */
  readonly stableAfterMs: number;
  /** More ends than this within `budgetWindowMs` and the process is given up. */
  readonly budget: number;
  readonly budgetWindowMs: number;
}

/** Gives up after about two minutes of crashes one after another; a crash an hour is borne for ever. */
export const defaultRestartPolicy: RestartPolicy = {
  firstDelayMs: 250,
  longestDelayMs: 30_000,
  stableAfterMs: 60_000,
  budget: 8,
  budgetWindowMs: 10 * 60_000,
};

/** What is remembered between two ends of a process. */
export interface RestartHistory {
  /** UTC epochs of the ends within the budget's window. */
  readonly endsMs: readonly number[];
  /** Ends one after another without a healthy run between them. */
  readonly inARow: number;
}

export const noRestarts: RestartHistory = { endsMs: [], inARow: 0 };

export type RestartDecision =
  | { readonly kind: 'restart'; readonly delayMs: number; readonly history: RestartHistory }
  | { readonly kind: 'give-up'; readonly ends: number };

/** Decides after a run from `startedMs` to `endedMs` (UTC epochs). A clock that was set back counts as a short run. */
export function decideRestart(
  history: RestartHistory,
  run: { readonly startedMs: number; readonly endedMs: number },
  policy: RestartPolicy,
): RestartDecision {
  const isRecent = (endMs: number): boolean => Math.abs(run.endedMs - endMs) < policy.budgetWindowMs;
  const endsMs = [...history.endsMs.filter(isRecent), run.endedMs];
  if (endsMs.length > policy.budget) {
    return { kind: 'give-up', ends: endsMs.length };
  }
  const wasHealthy = run.endedMs - run.startedMs >= policy.stableAfterMs;
  const inARow = wasHealthy ? 1 : history.inARow + 1;
  const delayMs = Math.min(policy.longestDelayMs, policy.firstDelayMs * 2 ** (inARow - 1));
  return { kind: 'restart', delayMs, history: { endsMs, inARow } };
}
