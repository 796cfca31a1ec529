/** One paper as a line of the slip: a box to tick, its name, how many of which kind, and what to know about it. */
import type { RequiredDocument } from '../../contract/procedure.ts';
import { foldText } from './fold-text.ts';
import { shortenText } from './shorten-text.ts';
import type { SlipElement } from './slip-layout.ts';
import type { SlipWords } from './slip-words.ts';

/** How much a slip tells; tried from `fullDetail` on until the slip is short enough. */
export interface SlipDetail {
  /** Longest name of a paper, in UTF-16 units. */
  readonly lineLimit: number;
  /** Longest fact (time, fee, place). */
  readonly factLimit: number;
  /** Whether our own advice on a paper is printed. */
  readonly hints: boolean;
  /** Whether each step of a life event has a code of its own to scan. */
  readonly stepCodes: boolean;
}

export const slipDetails: readonly SlipDetail[] = [
  { lineLimit: 240, factLimit: 180, hints: true, stepCodes: true },
  { lineLimit: 120, factLimit: 140, hints: true, stepCodes: true },
  { lineLimit: 120, factLimit: 120, hints: false, stepCodes: false },
  { lineLimit: 80, factLimit: 80, hints: false, stepCodes: false },
];

/** `trailing` overrules the paper's own count. */
export function paperElement(
  document: RequiredDocument,
  words: SlipWords,
  detail: SlipDetail,
  trailing?: string,
): SlipElement {
  const name = shortenText(document.name, detail.lineLimit);
  const details = [conditionOf(document, words, detail), detail.hints ? document.hint : null].filter(
    (text) => text !== null,
  );
  const count = trailing ?? countOf(document, words);
  return {
    kind: 'checkbox',
    runs: [{ text: name.text }, ...(name.shortened ? [{ text: ` ${words.readOn}` }] : [])],
    ...(count === '' ? {} : { trailing: count }),
    ...(details.length === 0 ? {} : { detail: details.join('\n') }),
  };
}

/** "mẫu CT01 · 1 bản chính, 2 bản sao"; empty where the source gives neither. */
export function countOf(document: RequiredDocument, words: SlipWords): string {
  const numbers = [
    ...(document.originals > 0 ? [words.originals(document.originals)] : []),
    ...(document.copies > 0 ? [words.copies(document.copies)] : []),
  ].join(', ');
  const form = document.formNumber === null ? [] : [words.form(document.formNumber)];
  return [...form, ...(numbers === '' ? [] : [numbers])].join(' · ');
}

function conditionOf(document: RequiredDocument, words: SlipWords, detail: SlipDetail): string | null {
  const { need } = document;
  if (need.kind !== 'if-applicable' || need.condition === null) {
    return null;
  }
  const folded = foldText(need.condition);
  if (folded === '' || foldText(document.name).includes(folded)) {
    return null;
  }
  const { text, shortened } = shortenText(need.condition, detail.lineLimit);
  return words.condition(shortened ? `${text} ${words.readOn}` : text);
}
