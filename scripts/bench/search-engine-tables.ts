/** The section "Search engines" of docs/benchmarks.md. */

import { markdownTable } from './markdown-table.ts';
import type { EngineFigures, EngineSize } from './measure-search-engines.ts';
import { milliseconds } from './sample.ts';

const megabyte = 1_000_000;

export function searchEngineSection(sizes: readonly EngineSize[]): string {
  const columns = [
    'procedures',
    'engine',
    'text',
    'build (s)',
    'load',
    'index (MB)',
    'heap (MB)',
    'process grown by (MB)',
    'keystroke p50 / p95 / p99',
    "p99 ÷ the kiosk's",
    'keystrokes',
  ];
  return `## Search engines

Each builds its index in a process of its own, and opens it and answers in another. A keystroke is a beginning of a
development question; where an engine is slow, every n-th is typed (last column). Loading is from the engine's own serialised
form. \`full\` is the text the kiosk searches, \`head\` names, aliases and field only. How: [search.md](search.md).

${markdownTable(
  columns,
  sizes.flatMap(({ engines }) => engines.map((figures) => row(figures, engines[0]))),
)}

${sizes.flatMap(goalLines).join('\n')}
`;
}

function row({ engine, text, built, opened }: EngineFigures, kiosk: EngineFigures | undefined): string[] {
  const { loadMs, heapBytes, residentBytes, keystroke, keystrokes } = opened;
  const { p50, p95, p99, count } = keystroke;
  return [
    String(built.procedures),
    engine,
    text,
    built.seconds.toFixed(built.seconds < 10 ? 2 : 0),
    milliseconds(loadMs),
    megabytes(built.indexBytes),
    megabytes(heapBytes),
    megabytes(residentBytes),
    [p50, p95, p99].map(milliseconds).join(' / '),
    kiosk === undefined ? '' : ratio(p99 / kiosk.opened.keystroke.p99),
    count === keystrokes ? String(count) : `${count} of ${keystrokes}`,
  ];
}

/** What the project holds itself to, for the two largest sizes. */
function goalLines({ procedures, engines }: EngineSize): string[] {
  const p99Of = (engine: string): number | undefined =>
    engines.find((figures) => figures.engine === engine && figures.text === 'full')?.opened.keystroke.p99;
  const kiosk = p99Of('kiosk');
  const tuned = p99Of('MiniSearch tuned');
  const forward = p99Of('FlexSearch forward');
  const context = p99Of('FlexSearch context');
  if (
    procedures < 5000 ||
    kiosk === undefined ||
    tuned === undefined ||
    forward === undefined ||
    context === undefined
  ) {
    return [];
  }
  return [
    `* ${procedures} procedures: the kiosk's p99 of a keystroke is 1/${ratio(tuned / kiosk)} of MiniSearch tuned over the full text (goal: 1/100 or less), ${ratio(kiosk / forward)} times FlexSearch's that finds unfinished words (goal: 1 or less), ${ratio(kiosk / context)} times FlexSearch's that does not.`,
  ];
}

function megabytes(bytes: number): string {
  const value = bytes / megabyte;
  return value.toFixed(Math.abs(value) < 10 ? 1 : 0);
}

function ratio(value: number): string {
  return value < 0.1 ? value.toPrecision(2) : value.toFixed(value < 10 ? 2 : 0);
}
