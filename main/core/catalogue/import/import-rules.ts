/** Everything the importer knows that is data and not code, as it is used: sets, maps and compiled patterns. */
import type { Level, Place } from '../../../contract/procedure.ts';
import type { DocumentWords } from './document-words.ts';
import type { FieldTile } from './find-tile.ts';

/** Null conditions always hold; the first rule that holds wins. */
export interface ServedAtRule {
  readonly place: Place;
  readonly fields: ReadonlySet<string> | null;
  readonly levels: ReadonlySet<Level> | null;
  readonly name: RegExp | null;
  readonly agency: RegExp | null;
  readonly agencyNot: RegExp | null;
  readonly text: RegExp | null;
}

export interface RefusalRule {
  readonly reason: 'test-record' | 'deleted-record';
  readonly heading: 'code' | 'decision' | 'name';
  readonly pattern: RegExp;
}

export interface BundledProcedure {
  readonly code: string;
  readonly name: string;
  readonly lifeEvent: string;
  readonly aliases: readonly string[];
}

export interface ImportRules {
  readonly refusals: readonly RefusalRule[];
  /** Spelling as published (cleaned) → the field's one name. */
  readonly fieldNames: ReadonlyMap<string, string>;
  readonly fieldTiles: ReadonlyMap<string, FieldTile>;
  readonly civilStatusTiles: readonly { readonly tile: number; readonly pattern: RegExp }[];
  readonly servedAt: readonly ServedAtRule[];
  readonly staleWords: readonly { readonly word: string; readonly meaning: string; readonly pattern: RegExp }[];
  readonly documentWords: DocumentWords;
  /** Words that keep their capitals in a name that was written in capitals. */
  readonly properNouns: readonly string[];
  /** Global; group 1 is a province's folded name, old or new. */
  readonly provincePattern: RegExp;
  /** Folded old and new names → the province since 1 July 2025. */
  readonly provinceByFoldedName: ReadonlyMap<string, string>;
  /** Decisions whose province the record itself does not name. */
  readonly provinceByDecision: ReadonlyMap<string, string>;
  readonly provincialDecision: RegExp;
  readonly nationalDecision: RegExp;
  /** Stands for a province that no text names. */
  readonly unnamedProvince: string;
  readonly bundled: ReadonlyMap<string, BundledProcedure>;
  /** Citizens' words for further procedures, by code. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}
