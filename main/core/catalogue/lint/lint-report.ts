/** Findings by rule with their counts: errors first, then what is most frequent. */
import { type Finding, type LintRuleName, type LintSeverity, lintRules } from './lint-rules.ts';

export interface LintGroup {
  readonly rule: LintRuleName;
  readonly severity: LintSeverity;
  readonly meaning: string;
  readonly count: number;
  /** Different procedures it is about. */
  readonly procedures: number;
  readonly findings: readonly Omit<Finding, 'rule'>[];
}

export interface LintReport {
  readonly procedures: number;
  readonly counts: Readonly<Record<LintSeverity, number>>;
  readonly groups: readonly LintGroup[];
}

const severities: readonly LintSeverity[] = ['error', 'warning', 'notice'];

export function lintReport(findings: readonly Finding[], procedures: number): LintReport {
  const groups = [...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, found]): LintGroup => {
    const codes = new Set(found.flatMap(({ code }) => code ?? []));
    return {
      rule,
      ...lintRules[rule],
      count: found.length,
      procedures: codes.size,
      findings: found.map(({ code, detail }) => ({ code, detail })),
    };
  });
  const countOf = (severity: LintSeverity): number =>
    groups.reduce((sum, group) => sum + (group.severity === severity ? group.count : 0), 0);
  return {
    procedures,
    counts: { error: countOf('error'), warning: countOf('warning'), notice: countOf('notice') },
    groups: groups.sort(
      (first, second) =>
        severities.indexOf(first.severity) - severities.indexOf(second.severity) || second.count - first.count,
    ),
  };
}
