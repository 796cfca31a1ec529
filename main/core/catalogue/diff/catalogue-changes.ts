/** What differs between two catalogues, as data: the reports for the terminal, for programs and for reading are made of it. */

/** Parts of a procedure, in the order of the reports. Names stand in `--json` and are never renamed. */
export const changedParts = [
  'name',
  'decision',
  'fees',
  'times',
  'papers',
  'steps',
  'submission',
  'where',
  'agencies',
  'applicants',
  'results',
  'conditions',
  'legal-bases',
  'deadlines',
  'online-service',
  'classification',
  'summary',
  'advice',
  'aliases',
  'english',
  'review',
  'stale-words',
  'office',
  'official-text',
  'other',
] as const;
export type ChangedPart = (typeof changedParts)[number];

/** A number that stands in a text: whole đồng, or a time with its unit. */
export interface ChangedValue {
  readonly amount: number;
  readonly unit: 'VND' | 'working-day' | 'day' | 'hour' | 'month' | 'year';
}

/** `rearranged`: the same things in another order or spelling, which no line of its own would show. */
export interface ItemChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'rearranged';
  /** Where in the part it stands, for citizens' eyes ("Trực tiếp", a group of papers …); none where it needs no place. */
  readonly places: readonly string[];
  /** Null where it was added; in Vietnamese, as all texts here. */
  readonly from: string | null;
  /** Null where it was removed. */
  readonly to: string | null;
  /** Null where the text holds no sure number. */
  readonly fromValue: ChangedValue | null;
  readonly toValue: ChangedValue | null;
}

export interface PartChange {
  readonly part: ChangedPart;
  readonly items: readonly ItemChange[];
}

export interface ProcedureMention {
  readonly code: string;
  readonly name: string;
  readonly shortTitle: string;
  readonly field: string;
}

export interface ProcedureChange extends ProcedureMention {
  /** At least one; in the order of `changedParts`. */
  readonly parts: readonly PartChange[];
}

/** Everything in a catalogue that is no procedure. */
export const contentSubjects = [
  'notice',
  'holidays',
  'life-event',
  'tile',
  'search-words',
  'overlay',
  'placing',
  'about',
  'other',
] as const;
export type ContentSubject = (typeof contentSubjects)[number];

export interface ContentChange {
  readonly subject: ContentSubject;
  /** Key of the row, e.g. `holidays/2027`. */
  readonly key: string;
  /** In Vietnamese, for reading. */
  readonly title: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly items: readonly ItemChange[];
}

/** Which catalogue it is; null for what it does not tell of itself. */
export interface ComparedCatalogue {
  /** 0 for one that was never published. */
  readonly number: number | null;
  /** YYYY-MM-DD. */
  readonly dataDate: string | null;
  readonly profile: string | null;
  readonly procedures: number;
}

export interface CatalogueChanges {
  readonly from: ComparedCatalogue;
  readonly to: ComparedCatalogue;
  /** By field, then by code. */
  readonly added: readonly ProcedureMention[];
  readonly removed: readonly ProcedureMention[];
  readonly changed: readonly ProcedureChange[];
  /** Procedures that are the same to the letter. */
  readonly unchanged: number;
  /** Procedures changed in each part; parts nothing changed in are left out. */
  readonly changedByPart: Readonly<Partial<Record<ChangedPart, number>>>;
  /** By subject, then by key. */
  readonly content: readonly ContentChange[];
}

/** Whether anything a kiosk shows differs. The number, the date and the names of the sources alone do not count. */
export function isSameCatalogue({ added, removed, changed, content }: CatalogueChanges): boolean {
  return added.length + removed.length + changed.length + content.length === 0;
}
