/** What a build did with every record it was given. Always: read = written + merged + leftOut.total + refused.length. */
import type { CatalogueProfile } from '../../../contract/kiosk.ts';
import type { Channel } from '../../../contract/procedure.ts';

export interface BuildReport {
  /** Folder that now holds the catalogue. */
  readonly output: string;
  readonly version: string;
  /** Of the release; 0 for a catalogue that was not published. */
  readonly number: number;
  /** SHA-256 (hex) over its rows. */
  readonly rowsSha256: string;
  readonly dataDate: string;
  readonly profile: CatalogueProfile;
  readonly sources: readonly SourceReport[];
  /** Records of all sources: lines of an export, files of a folder of entries. */
  readonly read: number;
  /** Procedures in the catalogue. */
  readonly written: number;
  /** Records that went into a procedure written from another record too: a hand-written entry over its national record. */
  readonly merged: number;
  readonly leftOut: { readonly total: number; readonly byReason: Readonly<Record<LeftOutReason, number>> };
  readonly refused: readonly RefusedRecord[];
  /** About the procedures written, by kind, most frequent first. */
  readonly warnings: Readonly<Record<string, WarningReport>>;
  /** What the records read hold, whether written or left out. */
  readonly counts: BuildCounts;
  readonly lifeEvents: number;
  readonly databaseBytes: number;
  readonly searchIndexBytes: number;
  readonly snapshotBytes: number;
  readonly durationMs: number;
}

/** `profile`, `level`: outside what was asked for · `hidden`: by the office's overlay · `replaced`: by the own province's variant. */
export type LeftOutReason = 'profile' | 'level' | 'hidden' | 'replaced';

export interface SourceReport {
  /** Base name. */
  readonly name: string;
  readonly read: number;
  readonly refused: number;
  /** Line from which on nothing could be read; null for a whole source. */
  readonly brokeOffAtLine: number | null;
}

export interface RefusedRecord {
  /** Base name of the source; for an entry, of its file. */
  readonly source: string;
  /** Line in the export, from 1; null for an entry. */
  readonly line: number | null;
  readonly code: string | null;
  readonly reason: string;
  readonly detail: string;
}

export interface WarningReport {
  readonly count: number;
  /** The first few. */
  readonly examples: readonly { readonly code: string; readonly detail: string }[];
}

export interface BuildCounts {
  readonly documentLines: number;
  /** Of them with 0 originals and 0 copies. */
  readonly documentLinesWithoutCount: number;
  /** Groups of documents with a heading. */
  readonly titledGroups: number;
  readonly submissionMethods: number;
  readonly submissionMethodsByChannel: Readonly<Record<Channel, number>>;
  readonly feeTexts: number;
  readonly legalBases: number;
}
