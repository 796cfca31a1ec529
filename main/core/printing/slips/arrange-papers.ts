/** The papers of one case as the slip lists them, line by line, with the part each one stands in. */
import type { DocumentGroup, RequiredDocument } from '../../../contract/procedure.ts';
import { caseGroups, type PaperSection, selectPapers } from '../../../contract/select-papers.ts';

export interface PaperLine {
  readonly document: RequiredDocument;
  /** Title of the part it stands in; null where the procedure has a single list. */
  readonly part: string | null;
}

export interface ArrangedPapers {
  readonly always: readonly PaperLine[];
  readonly ifApplicable: readonly PaperLine[];
  /** Of each inner list one paper is enough. */
  readonly oneOf: readonly (readonly PaperLine[])[];
  readonly cases: readonly DocumentGroup[];
  /** Null where none was chosen or none exists. */
  readonly chosenCase: DocumentGroup | null;
}

/** `caseId` that names no case counts as not chosen; check it with `cases` where that matters. */
export function arrangePapers(groups: readonly DocumentGroup[], caseId: string | null): ArrangedPapers {
  const cases = caseGroups(groups);
  const chosenCase = cases.find((group) => group.id === caseId) ?? null;
  const selected = selectPapers(groups, chosenCase?.id ?? null);
  const parts = groups.filter(
    ({ kind, title, documents }) => kind !== 'case' && title !== null && documents.length > 0,
  );
  const linesOf = ({ key, title, papers }: PaperSection): PaperLine[] => {
    // The chosen case is named at the head of the slip already.
    const part = parts.length > 1 && key !== chosenCase?.id ? title : null;
    return papers.map((document) => ({ document, part }));
  };
  return {
    always: selected.always.flatMap(linesOf),
    ifApplicable: selected.ifApplicable.flatMap(linesOf),
    oneOf: selected.oneOf.map(linesOf),
    cases,
    chosenCase,
  };
}
