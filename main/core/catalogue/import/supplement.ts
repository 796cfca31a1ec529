/** What a table of an office (a workbook, CSV) says of one procedure: any part of it, the others stay as they are. */
import type { Channel, DocumentGroup, Fee, Procedure, ProcessingTime } from '../../../contract/procedure.ts';

/** Whose a source is, the weakest first: what a later one says takes the place of what an earlier one says. */
export const sourceOwners = ['nation', 'province', 'office'] as const;
export type SourceOwner = (typeof sourceOwners)[number];

/** One rate; `channel` null holds for every way of handing in. */
export interface SupplementFee {
  readonly channel: Channel | null;
  readonly fee: Omit<Fee, 'origin'>;
}

/** A key that is not there says nothing. No list here is empty: an empty cell says nothing either. */
export interface Supplement
  extends Readonly<
    Partial<
      Pick<
        Procedure,
        | 'name'
        | 'shortTitle'
        | 'summary'
        | 'decisionNumber'
        | 'level'
        | 'field'
        | 'servedAt'
        | 'applicants'
        | 'steps'
        | 'results'
        | 'conditions'
        | 'legalBases'
        | 'onlineService'
        | 'citizenDeadline'
        | 'sameDayUntil'
        | 'commonMistakes'
        | 'aliases'
      >
    >
  > {
  readonly code: string;
  readonly performing?: string;
  readonly englishTitle?: string;
  readonly englishSummary?: string;
  readonly times?: ReadonlyMap<Channel, ProcessingTime>;
  readonly fees?: readonly SupplementFee[];
  readonly documentGroups?: readonly Omit<DocumentGroup, 'id'>[];
}

export interface OwnedSupplement {
  readonly owner: SourceOwner;
  readonly supplement: Supplement;
}
