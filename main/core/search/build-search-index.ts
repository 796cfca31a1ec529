/** Builds the prebuilt index that lies beside catalogue.db. The same procedures in the same order give the same bytes. */
import MiniSearch from 'minisearch';
import type { Procedure } from '../../contract/procedure.ts';
import { headFields, type IndexedProcedure, indexOptions, indexOptionsHash, indexTerms } from './index-options.ts';

/** First member of an index file; loading checks it before anything else. */
export interface IndexFile {
  readonly format: 'kiosk-search-index';
  readonly optionsHash: string;
  /** Every term of the naming fields, sorted; a word outside it is a misspelling or a rarity. */
  readonly headTerms: readonly string[];
  /** What MiniSearch serialised. */
  readonly index: unknown;
}

/** UTF-8 JSON of an `IndexFile`. */
export function buildSearchIndex(procedures: Iterable<Procedure>): Uint8Array {
  const index = new MiniSearch<IndexedProcedure>(indexOptions);
  const headTerms = new Set<string>();
  for (const procedure of procedures) {
    const indexed = indexedForm(procedure);
    index.add(indexed);
    for (const field of headFields) {
      for (const term of indexTerms(indexed[field])) {
        headTerms.add(term);
      }
    }
  }
  const file: IndexFile = {
    format: 'kiosk-search-index',
    optionsHash: indexOptionsHash,
    headTerms: Array.from(headTerms).sort(),
    index: index.toJSON(),
  };
  return new TextEncoder().encode(JSON.stringify(file));
}

/** What of a procedure is searched, field by field. */
function indexedForm(procedure: Procedure): IndexedProcedure {
  const groups = procedure.documentGroups;
  return {
    id: procedure.code,
    standing: standingOf(procedure),
    names: [procedure.name, procedure.shortTitle].map(foldedTitle),
    foldedAliases: procedure.aliases.map(foldedTitle),
    code: procedure.code,
    name: procedure.name,
    aliases: [procedure.shortTitle, ...procedure.aliases, procedure.english?.shortTitle ?? ''].join(' \n '),
    field: procedure.field,
    agency: [procedure.agencies.performing, procedure.agencies.competent].filter((name) => name !== null).join(' \n '),
    documents: groups.flatMap((group) => group.documents.map((document) => document.name)).join(' \n '),
    results: procedure.results.join(' \n '),
    text: [procedure.summary ?? '', ...procedure.steps.map((step) => step.text), procedure.conditions ?? ''].join(
      ' \n ',
    ),
  };
}

/** Syllables of a title with single spaces between; the word "Thủ tục" in front says nothing. */
function foldedTitle(title: string): string {
  return indexTerms(title)
    .join(' ')
    .replace(/^thu tuc /, '');
}

/** How near a procedure is to this office's citizens (factor on its score): done here or nearby before the rest, national before a province's own. */
function standingOf(procedure: Procedure): number {
  const place =
    procedure.servedAt === 'here' ? 1.3 : procedure.servedAt === 'unknown' || procedure.servedAt === 'other' ? 1 : 1.15;
  const issuer = procedure.issuer.scope === 'province' ? 0.8 : 1;
  const audience = procedure.audience.includes('citizen') ? 1.1 : 1;
  const known = procedure.handWritten !== null || procedure.aliases.length > 0 ? 1.15 : 1;
  return Number((place * issuer * audience * known).toFixed(3));
}
