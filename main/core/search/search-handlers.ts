/** The contract's search method: ranked codes from the index, rows from the catalogue, matches marked. */
import type { ProcedureRow } from '../../contract/procedure.ts';
import { maximumQueryLength, type SearchAnswer, type SearchGroup, type SearchHit } from '../../contract/search.ts';
import type { Handlers } from '../handlers.ts';
import type { Clock } from '../ports.ts';
import { type Highlight, highlightsIn, type WantedWords, wantedWords } from './highlights.ts';
import type { RankedProcedure, SearchIndex, SearchOptions } from './search-index.ts';

export interface SearchDependencies extends SearchOptions {
  readonly index: SearchIndex;
  /** One place for each code, null where the catalogue does not hold it. */
  rowsByCodes(codes: readonly string[]): readonly (ProcedureRow | null)[];
  /** Citizens' words for a procedure. */
  aliasesOf(code: string): readonly string[];
  readonly clock: Clock;
  /** Hears each question as it was typed, and how many procedures were found. */
  readonly onSearched?: (words: string, total: number) => void;
}

export function createSearchHandlers(dependencies: SearchDependencies): Pick<Handlers, 'procedures.search'> {
  return { 'procedures.search': ({ words, limit }) => answer(dependencies, words, limit) };
}

function answer(dependencies: SearchDependencies, words: string, limit: number): SearchAnswer {
  const { index, clock } = dependencies;
  const startedMs = clock.nowMs();
  const heard = words.slice(0, maximumQueryLength);
  const { question, procedures } = index.search(heard, dependencies);
  const page = procedures.slice(0, limit);
  const rows = dependencies.rowsByCodes(page.map((hit) => hit.code));
  const wanted = wantedWords(question);
  const hits = page.flatMap((ranked, place) => {
    const row = rows[place] ?? null;
    return row === null ? [] : [hitOf(dependencies, ranked, row, wanted)];
  });
  dependencies.onSearched?.(words, procedures.length);
  return {
    query: words,
    hits,
    groups: groupsOf(index, hits),
    total: procedures.length,
    corrected: question.corrected,
    completions: index.complete(question.corrected ?? heard),
    aspect: question.aspect,
    lifeEvent: question.lifeEvent,
    tookMs: Math.max(0, clock.nowMs() - startedMs),
  };
}

function hitOf(
  dependencies: SearchDependencies,
  { score, group }: RankedProcedure,
  row: ProcedureRow,
  wanted: WantedWords,
): SearchHit {
  const highlights = highlightsIn(row.shortTitle, wanted);
  const matched = highlights.length === 0 ? bestMatch([...dependencies.aliasesOf(row.code), row.name], wanted) : null;
  return { ...row, score: Number(score.toFixed(4)), highlights, matched, group };
}

/** The text with the most matched letters; null where none matches. */
function bestMatch(texts: readonly string[], wanted: WantedWords): SearchHit['matched'] {
  let best: { text: string; highlights: Highlight[]; length: number } | null = null;
  for (const text of texts) {
    const highlights = highlightsIn(text, wanted);
    const length = highlights.reduce((sum, [start, end]) => sum + end - start, 0);
    if (length > (best?.length ?? 0)) {
      best = { text, highlights, length };
    }
  }
  return best === null ? null : { text: best.text, highlights: best.highlights };
}

function groupsOf(index: SearchIndex, hits: readonly SearchHit[]): SearchGroup[] {
  const members = Map.groupBy(hits, ({ group }) => group);
  return [...members].flatMap(([id, { length }]) =>
    id === null || length < 2 ? [] : [{ id, title: index.groupTitle(id) }],
  );
}
