/** What lists need of a procedure; the builder keeps this much of every procedure in memory and no more. */
import type { Procedure } from '../../../contract/procedure.ts';
import type { BrowseFacts } from './browse-facts.ts';

export interface ListedProcedure
  extends Pick<
      Procedure,
      | 'code'
      | 'name'
      | 'shortTitle'
      | 'aliases'
      | 'level'
      | 'field'
      | 'tile'
      | 'servedAt'
      | 'onlineService'
      | 'issuer'
      | 'audience'
      | 'handWritten'
    >,
    BrowseFacts {
  /** Stands in the bundled set: known to be asked for. */
  readonly isBundled: boolean;
  readonly contentId: number;
  /** SHA-256 (hex) of the stored procedure and its published text. */
  readonly sha256: string;
  readonly english: string | null;
  readonly province: string | null;
  /** The office's overlay puts it first. */
  readonly pinned: boolean;
  readonly inWard: boolean;
  readonly inXa: boolean;
}
