/** The figures of `npm run bench:search` as aligned tables for a terminal. */
import type { BenchSearchReport } from './bench-search-report.ts';
import type { DevelopmentScores, PeerScores, SetScores } from './evaluate-peer.ts';
import type { AnswerScores, PrefixScores } from './scoring.ts';

const nothing = '–';

export function reportText(report: BenchSearchReport): string {
  const { engines, questions } = report;
  const aliases = report.bundledAliases ? 'with the bundled aliases' : 'without the bundled aliases';
  return [
    `Profile ${report.profile}: ${report.procedures} procedures, ${aliases}; ${questions.asked} of ${questions.asked + questions.leftOut} development questions, for ${questions.leftOut} the catalogue holds none of the codes.`,
    '',
    ...(report.unaccented ? [] : developmentTable('Development questions as written', engines, 'asWritten')),
    ...developmentTable('Development questions without accents', engines, 'withoutAccents'),
    ...madeTable(report),
    `Measured in ${report.seconds.toFixed(0)} s. How: docs/search.md.`,
    '',
  ].join('\n');
}

function developmentTable(
  title: string,
  engines: readonly PeerScores[],
  spelling: keyof PeerScores['development'],
): string[] {
  const head = [
    'engine',
    'text',
    's@1',
    's@3',
    's@5',
    'MRR@10',
    'R@10',
    ...halfHead('tune'),
    ...halfHead('check'),
    'ms',
  ];
  const rows = engines.flatMap(({ engine, text, development }) => {
    const scores = development[spelling];
    return scores === null ? [] : [[engine, text, ...developmentCells(scores)]];
  });
  return [
    `${title} (s@n: success among the first n; R@10: recall of open questions; tune, check: even and odd lines; ms: mean)`,
    ...table([head, ...rows]),
    '',
  ];
}

function halfHead(half: string): string[] {
  return [`${half} s@5`, 'MRR', 'R@10'];
}

function developmentCells(scores: DevelopmentScores): string[] {
  const { answer, clarify } = scores;
  return [
    share(answer?.success1),
    share(answer?.success3),
    share(answer?.success5),
    share(answer?.mrr10),
    share(clarify?.recall10),
    ...halfCells(scores.tune),
    ...halfCells(scores.check),
    scores.meanMs.toFixed(scores.meanMs < 10 ? 2 : 0),
  ];
}

function halfCells({ answer, clarify }: SetScores): string[] {
  return [share(answer?.success5), share(answer?.mrr10), share(clarify?.recall10)];
}

function madeTable({ engines, unaccented }: BenchSearchReport): string[] {
  const head = [
    'engine',
    'text',
    ...['error', 'in short', 'Telex', 'joined'].flatMap((set) => [`${set} s@1`, 's@5', 'n']),
    'keys p50',
    'p90',
    'never',
    'n',
  ];
  const rows = engines.map(
    ({ engine, text, fewer, generated: { oneError, oneErrorShort, telex, joined, prefixes } }) => [
      fewer ? `${engine} *` : engine,
      text,
      ...[oneError, oneErrorShort, telex, joined].flatMap(madeCells),
      ...prefixCells(prefixes),
    ],
  );
  const sizes = [
    ...new Set(engines.filter(({ fewer }) => fewer).map(({ generated }) => generated.oneError?.questions)),
  ];
  return [
    `Questions made from names, ${unaccented ? 'without' : 'with'} accents (error: one in a name, in short: one in a short title; keys: characters typed until the name stands in the first five)`,
    ...table([head, ...rows]),
    ...(sizes.length > 0 ? ['* slow at this size, so asked fewer (n)'] : []),
    '',
  ];
}

function madeCells(scores: AnswerScores | null): string[] {
  return scores === null
    ? [nothing, nothing, '0']
    : [share(scores.success1), share(scores.success5), String(scores.questions)];
}

function prefixCells(scores: PrefixScores | null): string[] {
  return scores === null
    ? [nothing, nothing, nothing, '0']
    : [
        String(scores.median ?? nothing),
        String(scores.ninetieth ?? nothing),
        share(scores.never),
        String(scores.names),
      ];
}

function share(value: number | undefined): string {
  return value === undefined ? nothing : value.toFixed(3);
}

/** Columns as wide as their widest cell; words to the left, figures to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
