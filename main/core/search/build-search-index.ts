/** Builds the prebuilt index that lies beside catalogue.db. The same procedures in the same order give the same bytes. */
import MiniSearch from 'minisearch';
import type { Procedure } from '../../contract/procedure.ts';
import { foldedTerms, foldedWords, tokenise, type WordForms } from '../vietnamese-text.ts';
import { packSections } from './binary-sections.ts';
import { groupProcedures } from './group-procedures.ts';
import {
  indexOptionsHash,
  longestVariantWords,
  longNumber,
  mostRareCount,
  pairKey,
  type RetrievalDocument,
  retrievalOptions,
} from './index-format.ts';
import type { Lexicon } from './lexicon.ts';
import { type ProcedureTexts, textsOf, variantKinds } from './procedure-texts.ts';

/** A procedure cut into words. */
interface Analysed {
  readonly texts: ProcedureTexts;
  readonly variants: readonly { readonly kind: number; readonly words: readonly WordForms[] }[];
  readonly field: readonly WordForms[];
  /** Folded words of the long texts; true where papers or results name them. */
  readonly body: ReadonlyMap<string, boolean>;
}

/** Accented form → its forms, one object for each, and as it was first written. */
type KnownWords = Map<string, WordForms & { readonly surface: string }>;

/** Bytes of an index file (index-format.ts). `lexicon` says what to look away from when procedures are grouped. */
export function buildSearchIndex(procedures: Iterable<Procedure>, lexicon: Lexicon): Uint8Array {
  const known: KnownWords = new Map();
  const analysed = Array.from(procedures, (procedure) => analyse(textsOf(procedure), known));
  const texts = analysed.map((one) => one.texts);
  const { groups, groupOf } = groupProcedures(texts, lexicon.groupWords);
  const words = collectWords(analysed);
  const pairs = countPairs(analysed, words);
  return packSections({
    about: JSON.stringify({ format: 'kiosk-search-index', optionsHash: indexOptionsHash, procedures: texts.length }),
    codes: texts.map(({ code }) => code).join('\n'),
    terms: words.terms.join('\n'),
    words: words.accented.join('\n'),
    surfaces: words.accented.map((word) => known.get(word)?.surface ?? word).join('\n'),
    wordTerm: Uint16Array.from(words.accented, (word) => words.termId(known.get(word)?.folded ?? '')),
    termCount: Uint16Array.from(words.terms, (term) => Math.min(65_535, words.headCount.get(term) ?? 0)),
    bodyCount: Uint16Array.from(words.terms, (term) => Math.min(65_535, words.bodyCount.get(term) ?? 0)),
    pairs: pairs.keys,
    pairCount: pairs.counts,
    ...variantSections(analysed, words),
    ...phraseSections(texts),
    ...bodySections(analysed, words),
    standing: Uint8Array.from(texts, ({ standing }) => standing),
    nameOf: nameIds(texts),
    groupOf: Uint16Array.from(groupOf, (group) => group + 1),
    groups: JSON.stringify(groups),
    retrieval: JSON.stringify(retrievalIndex(analysed, words)),
  });
}

/** The same number for procedures of one name, whatever its spelling and the level in brackets behind it. */
function nameIds(texts: readonly ProcedureTexts[]): Uint16Array {
  const ids = new Map<string, number>();
  return Uint16Array.from(texts, ({ name }) => {
    const key = foldedTerms(name)
      .join(' ')
      .replace(/^(thu tuc |trinh tu thu tuc )+/, '')
      .replace(/( o)? cap (xa|huyen|tinh|trung uong|bo)$/, '');
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    return id;
  });
}

function analyse(texts: ProcedureTexts, known: KnownWords): Analysed {
  const variants: { kind: number; words: WordForms[] }[] = [];
  const overlong: string[] = [];
  for (const { kind, text } of texts.variants) {
    const words = wordsOf(text, known);
    const start = words[0]?.folded === 'thu' && words[1]?.folded === 'tuc' && words.length > 2 ? 2 : 0;
    variants.push({ kind, words: words.slice(start, start + longestVariantWords) });
    overlong.push(...words.slice(start + longestVariantWords).map(({ folded }) => folded));
  }
  const body = new Map<string, boolean>();
  for (const term of [...foldedTerms(texts.body), ...overlong]) {
    if (isSearchable(term)) body.set(term, body.get(term) ?? false);
  }
  for (const term of foldedTerms(texts.papers)) {
    if (isSearchable(term)) body.set(term, true);
  }
  return { texts, variants, field: wordsOf(texts.field, known), body };
}

function wordsOf(text: string, known: KnownWords): WordForms[] {
  const isCode = /^\d\.\d{6,9}(\.[0-9A-Z]+)*$/.test(text);
  return tokenise(text).flatMap(({ folded, accented, start, end }) => {
    if (!isCode && !isSearchable(folded)) return [];
    const kept = known.get(accented) ?? { folded, accented, surface: text.slice(start, end).toLowerCase() };
    known.set(accented, kept);
    return [kept];
  });
}

function isSearchable(term: string): boolean {
  return !longNumber.test(term) && term.length <= 24;
}

interface Words {
  /** Folded, sorted; names' and long texts' alike. */
  readonly terms: readonly string[];
  /** Accented forms of the names, sorted by folded form first. */
  readonly accented: readonly string[];
  /** Procedures whose names, or field, have the term. */
  readonly headCount: ReadonlyMap<string, number>;
  readonly bodyCount: ReadonlyMap<string, number>;
  termId(term: string): number;
  wordId(accented: string): number;
}

/** Ids are 16 bits wide; a vocabulary beyond loses the rarest words of the long texts. */
const mostTerms = 65_000;

function collectWords(analysed: readonly Analysed[]): Words {
  const accented = new Map<string, string>();
  const headCount = new Map<string, number>();
  const bodyCount = new Map<string, number>();
  for (const procedure of analysed) {
    const head = headWords(procedure);
    for (const { accented: word, folded } of head) accented.set(word, folded);
    for (const term of new Set(head.map(({ folded }) => folded))) raise(headCount, term);
    for (const term of procedure.body.keys()) raise(bodyCount, term);
  }
  const bodyOnly = [...bodyCount.keys()].filter((term) => !headCount.has(term));
  bodyOnly.sort((a, b) => (bodyCount.get(b) ?? 0) - (bodyCount.get(a) ?? 0) || compare(a, b));
  const terms = [...headCount.keys(), ...bodyOnly.slice(0, Math.max(0, mostTerms - headCount.size))].sort(compare);
  const words = [...accented.keys()].sort(
    (a, b) => compare(accented.get(a) ?? '', accented.get(b) ?? '') || compare(a, b),
  );
  const termIds = new Map(terms.map((term, id) => [term, id]));
  const wordIds = new Map(words.map((word, id) => [word, id]));
  return {
    terms,
    accented: words,
    headCount,
    bodyCount,
    termId: (term) => termIds.get(term) ?? -1,
    wordId: (word) => wordIds.get(word) ?? -1,
  };
}

function headWords({ variants, field }: Analysed): WordForms[] {
  return [...variants.flatMap(({ words }) => words), ...field];
}

function raise(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Neighbouring words of one name (folded), each two once. */
function pairsOf({ variants }: Analysed): (readonly [string, string])[] {
  const pairs = new Map<string, readonly [string, string]>();
  for (const { words } of variants) {
    let first: string | null = null;
    for (const { folded } of words) {
      if (first !== null) pairs.set(`${first} ${folded}`, [first, folded]);
      first = folded;
    }
  }
  return [...pairs.values()];
}

/** Keys are both term ids in one number, sorted; counts are procedures. */
function countPairs(analysed: readonly Analysed[], words: Words): { keys: Uint32Array; counts: Uint16Array } {
  const counts = new Map<number, number>();
  for (const procedure of analysed) {
    for (const [first, second] of pairsOf(procedure)) {
      const key = words.termId(first) * 65_536 + words.termId(second);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const keys = Uint32Array.from(counts.keys()).sort();
  return { keys, counts: Uint16Array.from(keys, (key) => Math.min(65_535, counts.get(key) ?? 0)) };
}

/** Every name word by word: `variantStart` counts a procedure's variants, `wordStart` a variant's words. */
function variantSections(analysed: readonly Analysed[], words: Words) {
  const variantStart = [0];
  const variantKind: number[] = [];
  const wordStart = [0];
  const variantWords: number[] = [];
  const fieldIds = new Map<string, number>();
  const fieldOf: number[] = [];
  const fieldWords: string[] = [];
  for (const { variants, field, texts } of analysed) {
    for (const variant of variants) {
      variantKind.push(variant.kind);
      for (const { accented } of variant.words) variantWords.push(words.wordId(accented));
      wordStart.push(variantWords.length);
    }
    variantStart.push(variantKind.length);
    const id = fieldIds.get(texts.field) ?? fieldIds.size;
    if (id === fieldIds.size) {
      fieldIds.set(texts.field, id);
      fieldWords.push(field.map(({ accented }) => words.wordId(accented)).join(' '));
    }
    fieldOf.push(id);
  }
  return {
    variantStart: Uint32Array.from(variantStart),
    variantKind: Uint8Array.from(variantKind),
    wordStart: Uint32Array.from(wordStart),
    variantWords: Uint16Array.from(variantWords),
    fieldOf: Uint16Array.from(fieldOf),
    fieldWords: fieldWords.join('\n'),
  };
}

/** How a question may be completed: what a procedure is called, in readable form, sorted by folded form and reading order. */
function phraseSections(texts: readonly ProcedureTexts[]) {
  const phrases = texts.flatMap(({ shortTitle, variants }, procedure) => {
    const aliases = variants.filter(({ kind }) => kind === variantKinds.alias).map(({ text }) => text);
    return [shortTitle, ...aliases].map((text) => ({
      folded: foldedWords(text),
      text: text.replace(/\s+/g, ' '),
      procedure,
    }));
  });
  phrases.sort((a, b) => compare(a.folded, b.folded) || a.procedure - b.procedure);
  return {
    phrases: phrases.map(({ text }) => text).join('\n'),
    phraseFolded: phrases.map(({ folded }) => folded).join('\n'),
    phraseProcedure: Uint16Array.from(phrases, ({ procedure }) => procedure),
  };
}

/** The long texts as sets of terms, sorted by id; `bodyPapers` is 1 where papers or results name the term. */
function bodySections(analysed: readonly Analysed[], words: Words) {
  const bodyStart = [0];
  const bodyTerms: number[] = [];
  const bodyPapers: number[] = [];
  for (const { body } of analysed) {
    const terms = Array.from(body, ([term, isPaper]) => ({ id: words.termId(term), isPaper }));
    for (const { id, isPaper } of terms.filter((term) => term.id >= 0).sort((a, b) => a.id - b.id)) {
      bodyTerms.push(id);
      bodyPapers.push(Number(isPaper));
    }
    bodyStart.push(bodyTerms.length);
  }
  return {
    bodyStart: Uint32Array.from(bodyStart),
    bodyTerms: Uint16Array.from(bodyTerms),
    bodyPapers: Uint8Array.from(bodyPapers),
  };
}

function retrievalIndex(analysed: readonly Analysed[], words: Words): MiniSearch<RetrievalDocument> {
  const mostOften = mostRareCount(analysed.length);
  const index = new MiniSearch<RetrievalDocument>(retrievalOptions);
  for (const [id, procedure] of analysed.entries()) {
    const head = new Set(headWords(procedure).map(({ folded }) => folded));
    const rare = [...procedure.body.keys()].filter(
      (term) => !head.has(term) && words.termId(term) >= 0 && (words.bodyCount.get(term) ?? 0) <= mostOften,
    );
    index.add({
      id,
      head: [...head, ...pairsOf(procedure).map(([first, second]) => pairKey(first, second))].join('\n'),
      body: rare.join('\n'),
    });
  }
  return index;
}
