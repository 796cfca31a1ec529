/** The three blocks of papers, as pieces of a slip that may be left out one by one. */

import type { SlipElement } from '../typesetting/slip-layout.ts';
import type { ArrangedPapers, PaperLine } from './arrange-papers.ts';
import { blockRanks, type SlipBlock } from './fit-blocks.ts';
import { paperElement, type SlipDetail } from './paper-elements.ts';
import { plainHeading, shortenText } from './shorten-text.ts';
import type { SlipWords } from './slip-words.ts';

const beforeHeading: SlipElement = { kind: 'space', heightDots: 18 };
const betweenPapers: SlipElement = { kind: 'space', heightDots: 8 };
const beforePart: SlipElement = { kind: 'space', heightDots: 8 };

export interface PaperWording {
  readonly words: SlipWords;
  readonly detail: SlipDetail;
}

/** Blocks in reading order; a block's heading stays as long as its first paper. */
export function paperBlocks(
  papers: Pick<ArrangedPapers, 'always' | 'oneOf' | 'ifApplicable'>,
  wording: PaperWording,
): SlipBlock[] {
  const { words } = wording;
  const count = words.paperCount(papers.always.length);
  const all = [...papers.always, ...papers.oneOf.flat(), ...papers.ifApplicable];
  return [
    ...linesOf(
      papers.always,
      { kind: 'heading', text: words.always, trailing: count },
      blockRanks.alwaysPaper,
      wording,
    ),
    ...papers.oneOf.flatMap((set) =>
      linesOf(set, { kind: 'heading', text: words.oneOf }, blockRanks.oneOfPaper, wording),
    ),
    ...linesOf(
      papers.ifApplicable,
      { kind: 'heading', text: words.ifApplicable },
      blockRanks.conditionalPaper,
      wording,
    ),
    ...(all.some(({ document }) => document.copies > 0) ? [copyMeaning(words)] : []),
  ];
}

function linesOf(
  lines: readonly PaperLine[],
  heading: SlipElement,
  rank: SlipBlock['rank'],
  wording: PaperWording,
): SlipBlock[] {
  // A part is named only where papers of another part stand in the same block.
  const severalParts = new Set(lines.map(({ part }) => part)).size > 1;
  return lines.map((line, index) => {
    const previous = lines[index - 1];
    const opens = severalParts && line.part !== previous?.part;
    return {
      rank,
      paper: true,
      elements: [
        ...(previous === undefined ? [beforeHeading, heading] : [betweenPapers]),
        ...(opens && line.part !== null ? [...(index > 0 ? [beforePart] : []), partTitle(line.part)] : []),
        paperElement(line.document, wording.words, wording.detail),
      ],
    };
  });
}

function partTitle(title: string): SlipElement {
  const { text, shortened } = shortenText(plainHeading(title), 100);
  return { kind: 'text', size: 'small', runs: [{ text: shortened ? `${text} …` : text, bold: true }] };
}

function copyMeaning(words: SlipWords): SlipBlock {
  const text: SlipElement = { kind: 'text', size: 'small', runs: [{ text: words.copyMeaning }] };
  return { rank: blockRanks.explanation, paper: false, elements: [beforeHeading, text] };
}
