/** What becomes of one published record; refusals are values, for the build goes on and reports them. */
import type { OfficialText, Procedure } from '../../../contract/procedure.ts';
import type { ImportWarning } from './import-warning.ts';
import type { RecordFault } from './national-record.ts';

/** What a record holds as published, for the report that accounts for every line; refused records have theirs too. */
export interface RecordCounts {
  readonly documentLines: number;
  /** Lines of 0 originals and 0 copies. */
  readonly zeroDocumentLines: number;
  readonly titledGroups: number;
  readonly directMethods: number;
  readonly postalMethods: number;
  readonly onlineMethods: number;
  /** Rates that carry words of their own. */
  readonly feeTexts: number;
  readonly legalBases: number;
}

export type RefusalReason = RecordFault | 'malformed-code' | 'test-record' | 'deleted-record';

export interface ImportedRecord {
  readonly kind: 'imported';
  readonly procedure: Procedure;
  /** The cleaned text word by word; headings without information are left out. */
  readonly official: OfficialText;
  readonly factsSha256: string;
  readonly counts: RecordCounts;
  readonly warnings: readonly ImportWarning[];
}

export interface RefusedRecord {
  readonly kind: 'refused';
  readonly code: string | null;
  readonly reason: RefusalReason;
  /** One line for staff. */
  readonly detail: string;
  /** Null where the record could not be read at all. */
  readonly counts: RecordCounts | null;
}

export type ImportOutcome = ImportedRecord | RefusedRecord;
