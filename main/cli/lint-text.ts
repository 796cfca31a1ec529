/** The report of a lint for a reader at the terminal. */
import type { LintGroup, LintReport } from '../core/catalogue/lint/lint-report.ts';
import { wrapped } from './text-layout.ts';

/** Examples shown of each rule; errors are shown all. */
const mostExamples = 3;

export function lintText({ procedures, counts, groups }: LintReport, columns: number, all: boolean): string {
  const { error, warning, notice } = counts;
  return [
    `${procedures} procedures: ${error} errors, ${warning} warnings, ${notice} notices`,
    ...groups.flatMap((group) => groupLines(group, columns, all)),
    '',
  ].join('\n');
}

function groupLines({ rule, severity, meaning, count, findings }: LintGroup, columns: number, all: boolean): string[] {
  const shown = all || severity === 'error' ? findings : findings.slice(0, mostExamples);
  const rest = findings.length - shown.length;
  return [
    '',
    ...wrapped(meaning, columns, `${severity.toUpperCase()} ${rule} (${count})  `),
    ...shown.flatMap(({ code, detail }) => wrapped(detail, columns, `  ${code ?? '-'}  `)),
    ...(rest > 0 ? [`  … and ${rest} more (--all shows them)`] : []),
  ];
}
