/** Papers of several procedures without repeating one: the same paper is recognised whatever its marks, case and punctuation. */
import type { RequiredDocument } from '../../../contract/procedure.ts';
import { foldedWords } from '../../vietnamese-text.ts';
import type { ArrangedPapers, PaperLine } from './arrange-papers.ts';

export interface StepPapers {
  /** As it stands on the slip, from 1. */
  readonly step: number;
  readonly papers: Pick<ArrangedPapers, 'always' | 'oneOf' | 'ifApplicable'>;
}

/** A paper and the steps that want it; `documents` holds each step's own line, in the steps' order. */
export interface MergedPaper {
  readonly steps: readonly number[];
  readonly documents: readonly RequiredDocument[];
}

export interface MergedSet {
  readonly steps: readonly number[];
  /** One of these is enough. */
  readonly documents: readonly RequiredDocument[];
}

export interface MergedPapers {
  readonly always: readonly MergedPaper[];
  readonly oneOf: readonly MergedSet[];
  readonly ifApplicable: readonly MergedPaper[];
}

/** In the order in which the papers first come up. A paper always needed stays apart from the same needed only at times. */
export function mergePapers(steps: readonly StepPapers[]): MergedPapers {
  return {
    always: mergeLines(steps.map(({ step, papers }) => ({ step, lines: papers.always }))),
    oneOf: mergeSets(steps),
    ifApplicable: mergeLines(steps.map(({ step, papers }) => ({ step, lines: papers.ifApplicable }))),
  };
}

function mergeLines(steps: readonly { readonly step: number; readonly lines: readonly PaperLine[] }[]): MergedPaper[] {
  const uses = steps.flatMap(({ step, lines }) => lines.map(({ document }) => ({ step, document })));
  const same = Map.groupBy(uses, ({ document }) => foldedWords(document.name));
  return [...same.values()].map((group) => {
    const first = group.filter(({ step }, index) => group.findIndex((each) => each.step === step) === index);
    return { steps: first.map(({ step }) => step), documents: first.map(({ document }) => document) };
  });
}

function mergeSets(steps: readonly StepPapers[]): MergedSet[] {
  const sets = steps.flatMap(({ step, papers }) =>
    papers.oneOf.map((lines) => ({ step, documents: lines.map(({ document }) => document) })),
  );
  const same = Map.groupBy(sets, ({ documents }) =>
    documents
      .map(({ name }) => foldedWords(name))
      .sort()
      .join('\n'),
  );
  return [...same.values()].map((group) => ({
    steps: [...new Set(group.map(({ step }) => step))],
    documents: group[0]?.documents ?? [],
  }));
}
