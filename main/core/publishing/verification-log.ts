/** What a verification found, in words for whoever looks after the repository. */

export interface VerificationLog {
  /** Something does not hold. */
  fault(path: string, why: string): void;
  /** Worth knowing, and no fault. */
  note(text: string): void;
  count(what: keyof VerificationCounts, amount?: number): void;
}

export interface VerificationCounts {
  metadata: number;
  targets: number;
  targetBytes: number;
  deltas: number;
}

export interface VerificationFindings {
  readonly faults: readonly string[];
  readonly notes: readonly string[];
  readonly counts: Readonly<VerificationCounts>;
}

export function createVerificationLog(): VerificationLog & { findings(): VerificationFindings } {
  const faults = new Set<string>();
  const notes: string[] = [];
  const counts: VerificationCounts = { metadata: 0, targets: 0, targetBytes: 0, deltas: 0 };
  return {
    fault: (path, why) => void faults.add(`${path}: ${why}`),
    note: (text) => void notes.push(text),
    count: (what, amount = 1) => {
      counts[what] += amount;
    },
    findings: () => ({ faults: [...faults], notes, counts }),
  };
}
