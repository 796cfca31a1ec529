/** The contract's search method: ranked codes from the index, rows from the catalogue, matches marked. */
import type { ProcedureRow } from '../../contract/procedure.ts';
import { maximumQueryLength, type SearchAnswer, type SearchHit } from '../../contract/search.ts';
import type { Handlers } from '../handlers.ts';
import type { Clock } from '../ports.ts';
import { tokenise } from '../vietnamese-text.ts';
import { type Highlight, highlightsIn } from './highlights.ts';
import type { RankedCode, SearchIndex } from './search-index.ts';

export interface SearchDependencies {
  readonly index: SearchIndex;
  /** One place for each code, null where the catalogue does not hold it. */
  rowsByCodes(codes: readonly string[]): readonly (ProcedureRow | null)[];
  /** Citizens' words for a procedure. */
  aliasesOf(code: string): readonly string[];
  readonly clock: Clock;
  /** Sessions that opened a procedure at this kiosk, for a boost with a cap; absent where nothing is counted. */
  readonly demandOf?: (code: string) => number;
  /** Hears each question as it was typed, and how many procedures were found. */
  readonly onSearched?: (words: string, total: number) => void;
}

export function createSearchHandlers(dependencies: SearchDependencies): Pick<Handlers, 'procedures.search'> {
  return { 'procedures.search': ({ words, limit }) => answer(dependencies, words, limit) };
}

function answer(dependencies: SearchDependencies, words: string, limit: number): SearchAnswer {
  const startedMs = dependencies.clock.nowMs();
  const ranked = dependencies.index.search(words);
  const page = ranked.slice(0, limit);
  const rows = dependencies.rowsByCodes(page.map((hit) => hit.code));
  const terms = tokenise(words.slice(0, maximumQueryLength)).map((token) => token.folded);
  const hits = page.flatMap((hit, place) => {
    const row = rows[place] ?? null;
    return row === null ? [] : [hitOf(dependencies, hit, row, terms)];
  });
  dependencies.onSearched?.(words, ranked.length);
  return {
    query: words,
    hits,
    groups: [],
    total: ranked.length,
    corrected: null,
    completions: [],
    aspect: null,
    lifeEvent: null,
    tookMs: Math.max(0, dependencies.clock.nowMs() - startedMs),
  };
}

function hitOf(
  dependencies: SearchDependencies,
  hit: RankedCode,
  row: ProcedureRow,
  terms: readonly string[],
): SearchHit {
  const highlights = highlightsIn(row.shortTitle, terms);
  const matched = highlights.length === 0 ? bestMatch([...dependencies.aliasesOf(row.code), row.name], terms) : null;
  return { ...row, score: hit.score, highlights, matched, group: null };
}

/** The text with the most matched letters; null where none matches. */
function bestMatch(texts: readonly string[], terms: readonly string[]): SearchHit['matched'] {
  let best: { text: string; highlights: Highlight[]; length: number } | null = null;
  for (const text of texts) {
    const highlights = highlightsIn(text, terms);
    const length = highlights.reduce((sum, [start, end]) => sum + end - start, 0);
    if (length > (best?.length ?? 0)) {
      best = { text, highlights, length };
    }
  }
  return best === null ? null : { text: best.text, highlights: best.highlights };
}
