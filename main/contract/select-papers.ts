/** Which papers a citizen of one case brings, in the three blocks of screen and slip (docs/catalogue.md §3). */
import type { DocumentGroup, RequiredDocument } from './procedure.ts';

/** Papers that stand under one heading of the source; null where they stand under none. */
export interface PaperSection {
  readonly key: string;
  readonly title: string | null;
  readonly papers: readonly RequiredDocument[];
}

export interface SelectedPapers {
  /** "Ai cũng phải có"; its papers are the number told at a glance. */
  readonly always: readonly PaperSection[];
  /** "Chỉ khi thuộc trường hợp". */
  readonly ifApplicable: readonly PaperSection[];
  /** "Có một trong các giấy này là đủ"; one section a set. */
  readonly oneOf: readonly PaperSection[];
  readonly notes: readonly string[];
}

/** `undefined` not yet asked · null none of the cases · else the id of the chosen group. */
export type CaseChoice = string | null | undefined;

export function caseGroups(groups: readonly DocumentGroup[]): DocumentGroup[] {
  return groups.filter((group) => group.kind === 'case');
}

/** Papers without a heading come first: after a headed section they would seem to belong to it. */
function sectionsOf(groups: readonly DocumentGroup[], kind: 'always' | 'if-applicable'): PaperSection[] {
  return groups
    .toSorted((first, second) => Number(first.title !== null) - Number(second.title !== null))
    .map((group) => ({
      key: group.id,
      title: group.title,
      papers: group.documents.filter((paper) => paper.need.kind === kind),
    }))
    .filter((section) => section.papers.length > 0);
}

function setsOf(groups: readonly DocumentGroup[]): PaperSection[] {
  const sets = new Map<string, RequiredDocument[]>();
  for (const group of groups) {
    for (const paper of group.documents) {
      if (paper.need.kind !== 'one-of') continue;
      const key = `${group.id} ${paper.need.set}`;
      sets.set(key, [...(sets.get(key) ?? []), paper]);
    }
  }
  return [...sets].map(([key, papers]) => ({ key, title: null, papers }));
}

/** Base papers and parts go into every case; of the cases only the chosen one. */
export function selectPapers(groups: readonly DocumentGroup[], choice: CaseChoice): SelectedPapers {
  const taken = groups.filter((group) => group.kind !== 'case' || group.id === choice);
  // One heading over everything says nothing: it is kept only where it tells two sections apart.
  const always = sectionsOf(taken, 'always');
  return {
    always: always.length === 1 ? always.map((section) => ({ ...section, title: null })) : always,
    ifApplicable: sectionsOf(taken, 'if-applicable'),
    oneOf: setsOf(taken),
    notes: taken.flatMap((group) => group.notes),
  };
}

export function countPapers(sections: readonly PaperSection[]): number {
  return sections.reduce((sum, section) => sum + section.papers.length, 0);
}
