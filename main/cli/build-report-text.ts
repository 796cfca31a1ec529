/** The report of a build for a reader at the terminal. */
import type { BuildReport, RefusedRecord } from '../core/catalogue/build/build-report.ts';
import { labelled, wrapped } from './text-layout.ts';

/** More refused records than this are counted; `--json` has all. */
const mostRefusedShown = 20;

/** Ends in a line break. `columns` is the width of a line in characters. */
export function buildReportText(report: BuildReport, columns: number): string {
  const { leftOut, counts, refused } = report;
  const { direct, postal, online } = counts.submissionMethodsByChannel;
  const reasons = Object.entries(leftOut.byReason).filter(([, count]) => count > 0);
  const lines = labelled(
    [
      [
        'Catalogue',
        `${report.output} (number ${report.number}, version ${report.version.slice(0, 16)}, data of ${report.dataDate}, profile ${report.profile})`,
      ],
      ['Read', `${report.read} records`],
      [
        'Written',
        `${report.written} procedures${report.merged > 0 ? `, ${report.merged} of them from two records` : ''}`,
      ],
      [
        'Left out',
        reasons.length === 0
          ? '0'
          : `${leftOut.total} (${reasons.map(([reason, count]) => `${reason} ${count}`).join(', ')})`,
      ],
      ['Refused', String(refused.length)],
      [
        'Documents',
        `${counts.documentLines} lines, ${counts.documentLinesWithoutCount} without a count, ${counts.titledGroups} titled groups`,
      ],
      ['Submission', `${counts.submissionMethods} methods: ${direct} direct, ${postal} postal, ${online} online`],
      ['Other', `${counts.feeTexts} fee texts, ${counts.legalBases} legal bases, ${report.lifeEvents} life events`],
      [
        'Size',
        `database ${megabytes(report.databaseBytes)}, search index ${megabytes(report.searchIndexBytes)}, rows packed ${megabytes(report.snapshotBytes)}`,
      ],
      ['Time', `${(report.durationMs / 1000).toFixed(1)} s`],
    ],
    columns,
  );
  return [
    ...lines,
    ...brokenOffLines(report, columns),
    ...refusedLines(refused, columns),
    ...warningLines(report, columns),
    '',
  ].join('\n');
}

function brokenOffLines({ sources }: BuildReport, columns: number): string[] {
  return sources.flatMap(({ name, brokeOffAtLine }) =>
    brokeOffAtLine === null
      ? []
      : [
          '',
          ...wrapped(
            `${name} breaks off at line ${brokeOffAtLine}: what follows is missing. Fetch the file again.`,
            columns,
            'INCOMPLETE  ',
          ),
        ],
  );
}

function refusedLines(refused: readonly RefusedRecord[], columns: number): string[] {
  if (refused.length === 0) {
    return [];
  }
  const shown = refused.slice(0, mostRefusedShown).flatMap(({ source, line, code, reason, detail }) => {
    const place = line === null ? source : `${source}:${line}`;
    return wrapped(`${code ?? 'no code'}: ${reason}. ${detail}`, columns, `  ${place}  `);
  });
  const rest = refused.length - mostRefusedShown;
  return ['', 'Refused', ...shown, ...(rest > 0 ? [`  … and ${rest} more (--json lists all)`] : [])];
}

function warningLines({ warnings }: BuildReport, columns: number): string[] {
  const kinds = Object.entries(warnings);
  if (kinds.length === 0) {
    return [];
  }
  const widest = Math.max(...kinds.map(([kind]) => kind.length));
  const lines = kinds.flatMap(([kind, { count, examples }]) => {
    const example = examples[0];
    const words = example === undefined ? '' : `e.g. ${example.code}: ${example.detail.slice(0, 120)}`;
    return wrapped(words, columns, `  ${String(count).padStart(6)}  ${kind.padEnd(widest)}  `);
  });
  return ['', 'Warnings', ...lines];
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
