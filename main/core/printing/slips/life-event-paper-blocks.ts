/** The papers of a life event on its slip: first what serves several steps, then each step's own, then what only some need. */
import type { RequiredDocument } from '../../../contract/procedure.ts';
import type { SlipElement } from '../typesetting/slip-layout.ts';
import { blockRanks, type SlipBlock } from './fit-blocks.ts';
import type { MergedPaper, MergedPapers, MergedSet } from './merge-papers.ts';
import { countOf, paperElement, type SlipDetail } from './paper-elements.ts';
import { gap, smallGap, smallText } from './slip-elements.ts';
import type { SlipWords } from './slip-words.ts';

export interface PaperWording {
  readonly words: SlipWords;
  readonly detail: SlipDetail;
}

/** Blocks in reading order; ranks as on a checklist (what only some need goes first where paper is short). */
export function lifeEventPaperBlocks(
  papers: MergedPapers,
  steps: readonly { readonly number: number; readonly title: string }[],
  wording: PaperWording,
): SlipBlock[] {
  const { words } = wording;
  const common = papers.always.filter((paper) => paper.steps.length > 1);
  const commonSets = papers.oneOf.filter((set) => set.steps.length > 1);
  const shared = [
    ...headed({ kind: 'heading', text: words.common }, [
      ...common.map((paper) => line(paper, wording, 'alwaysPaper')),
      ...commonSets.flatMap((set) => setLines(set, wording)),
    ]),
  ];
  const own = steps.flatMap(({ number, title }) => {
    const isOwn = (merged: MergedPaper | MergedSet): boolean => merged.steps.length === 1 && merged.steps[0] === number;
    const lines = papers.always.filter(isOwn).map((paper) => line(paper, wording, 'alwaysPaper'));
    const sets = papers.oneOf.filter(isOwn).flatMap((set) => setLines(set, wording));
    return headed({ kind: 'heading', text: words.papersOf(number, title) }, [...lines, ...sets]);
  });
  const conditional = papers.ifApplicable.map((paper) => line(paper, wording, 'conditionalPaper'));
  return [...shared, ...own, ...headed({ kind: 'heading', text: words.ifApplicable }, conditional)];
}

/** The heading goes with the first line. */
function headed(heading: SlipElement, lines: readonly SlipBlock[]): SlipBlock[] {
  return lines.map((block, index) => ({
    ...block,
    elements: [...(index === 0 ? [gap, heading] : [smallGap]), ...block.elements],
  }));
}

function line(paper: MergedPaper, wording: PaperWording, rank: 'alwaysPaper' | 'conditionalPaper'): SlipBlock {
  const [document] = paper.documents;
  const elements =
    document === undefined
      ? []
      : [
          paperElement(
            document,
            wording.words,
            wording.detail,
            countsOf(paper, rank === 'conditionalPaper', wording.words),
          ),
        ];
  return { rank: blockRanks[rank], paper: true, elements };
}

/** Equal counts are said once; a step's own paper needs no step beside its count. */
function countsOf(paper: MergedPaper, nameSteps: boolean, words: SlipWords): string {
  const counts = paper.documents.map((document) => countOf(document, words));
  const [first = ''] = counts;
  if (paper.steps.length === 1) {
    return nameSteps ? [words.usedIn(paper.steps), first].filter((text) => text !== '').join(' · ') : first;
  }
  if (counts.every((count) => count === first)) {
    return [words.usedIn(paper.steps), ...(first === '' ? [] : [words.countInEach(first)])].join(' · ');
  }
  const told = counts.flatMap((count, index) =>
    count === '' ? [] : [words.countInStep(paper.steps[index] ?? 0, count)],
  );
  return told.join(' · ');
}

function setLines(set: MergedSet, { words, detail }: PaperWording): SlipBlock[] {
  const label = smallText(set.steps.length > 1 ? `${words.oneOf} (${words.usedIn(set.steps)})` : words.oneOf, true);
  return set.documents.map((document: RequiredDocument, index) => ({
    rank: blockRanks.oneOfPaper,
    paper: true,
    elements: [...(index === 0 ? [label] : []), paperElement(document, words, detail)],
  }));
}
