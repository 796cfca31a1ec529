/** What a build is asked to do. */
import type { CatalogueProfile } from '../../../contract/kiosk.ts';
import type { Level, Procedure } from '../../../contract/procedure.ts';

/** What the search adds to a catalogue. */
export interface SearchBuilder {
  /** Reads citizens' words from `data/search` as a value JSON can hold. Errors: `source-unreadable`. */
  readWords(folder: string): unknown;
  /** Called once with all procedures in reading order and those words. */
  buildIndex(procedures: Iterable<Procedure>, words: unknown): Uint8Array;
}

export interface BuildOptions {
  /**
   * The nation's: files and folders, in any order. A hand-written entry is merged with its national record, a table is laid over
   * both; a second record, entry or table for one code is refused.
   */
  readonly sources: readonly string[];
  /** The province's entries and tables, laid over the nation's field by field; none where not given. */
  readonly provinceSources?: readonly string[];
  /** The office's, laid over the province's. */
  readonly officeSources?: readonly string[];
  readonly outputFolder: string;
  /** The project's `data/`: the importer's rules, the home tiles, the life events, the holidays, citizens' words. */
  readonly dataFolder: string;
  readonly profile: CatalogueProfile;
  /** Only these levels; null for all. */
  readonly levels: readonly Level[] | null;
  /** The sheet that goes into the rows, or lies over those of a release; null for none. */
  readonly overlayPath: string | null;
  /** The city's notices, one JSON file each; null for `notices` in the data folder, where that is there. */
  readonly noticesFolder: string | null;
  /** YYYY-MM-DD the facts were published; null to take it from the sources (see data-date.ts). */
  readonly dataDate: string | null;
  /** Build also from a source that breaks off, with what could be read of it. */
  readonly allowIncomplete: boolean;
  /** Add citizens' words from `bundled-set.tsv` to the procedures named there. */
  readonly bundledAliases: boolean;
  /** The search feature's own; the catalogue only carries its words and its index. */
  readonly search: SearchBuilder;
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Ends the build and removes what it made. */
  readonly signal?: AbortSignal;
}

/** Phases come in this order. */
export type BuildProgress =
  /** Bytes of all exports, as stored. */
  | { readonly phase: 'reading'; readonly bytesRead: number; readonly bytesTotal: number; readonly recordsRead: number }
  | { readonly phase: 'indexing' | 'checking' };
