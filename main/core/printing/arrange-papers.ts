/** Which papers a citizen brings, in the three blocks of the slip: the base papers, all parts and the chosen case. */
import type { DocumentGroup, RequiredDocument } from '../../contract/procedure.ts';

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
  const cases = groups.filter((group) => group.kind === 'case');
  const chosenCase = cases.find((group) => group.id === caseId) ?? null;
  const included = groups.filter((group) => group.kind !== 'case' || group === chosenCase);
  const titled = included.filter(
    (group) => group.kind !== 'case' && group.title !== null && group.documents.length > 0,
  );
  const lines = included.flatMap((group) =>
    group.documents.map((document) => ({
      document,
      part: titled.length > 1 && group.kind !== 'case' ? group.title : null,
    })),
  );
  const sets = Map.groupBy(
    lines.filter(({ document }) => document.need.kind === 'one-of'),
    ({ document }) => (document.need.kind === 'one-of' ? document.need.set : ''),
  );
  return {
    always: lines.filter(({ document }) => document.need.kind === 'always'),
    ifApplicable: lines.filter(({ document }) => document.need.kind === 'if-applicable'),
    oneOf: [...sets.values()],
    cases,
    chosenCase,
  };
}
