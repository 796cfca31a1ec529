/** One paper as a line of the slip: a box to tick, its name, how many of which kind, and what to know about it. */
import type { RequiredDocument } from '../../../contract/procedure.ts';
import { foldedWords } from '../../vietnamese-text.ts';
import type { SlipElement } from '../typesetting/slip-layout.ts';
import { capitalised, shortenText } from './shorten-text.ts';
import type { SlipWords } from './slip-words.ts';

/** How much a slip tells; tried from the first of `slipDetails` on until no paper has to be left out. */
export interface SlipDetail {
  /** Longest name of a paper, in UTF-16 units. */
  readonly lineLimit: number;
  /** Longest explanation of a fact (time, fee). */
  readonly factLimit: number;
  /** Most rates told one by one. */
  readonly mostRates: number;
  /** Whether a shortened text says where it goes on. */
  readonly pointers: boolean;
  /** Whether our own advice on a paper is printed. */
  readonly hints: boolean;
  /** How a place is told: with address and hours, with its address, by its name alone. */
  readonly place: 'hours' | 'address' | 'name';
  /** Whether each step of a life event has a code of its own to scan. */
  readonly stepCodes: boolean;
}

export const briefestDetail: SlipDetail = {
  lineLimit: 60,
  factLimit: 40,
  mostRates: 1,
  pointers: false,
  hints: false,
  place: 'name',
  stepCodes: false,
};

export const slipDetails: readonly SlipDetail[] = [
  { lineLimit: 240, factLimit: 150, mostRates: 5, pointers: true, hints: true, place: 'hours', stepCodes: true },
  { lineLimit: 120, factLimit: 110, mostRates: 5, pointers: true, hints: true, place: 'hours', stepCodes: true },
  { lineLimit: 120, factLimit: 90, mostRates: 3, pointers: false, hints: false, place: 'address', stepCodes: true },
  { lineLimit: 80, factLimit: 60, mostRates: 2, pointers: false, hints: false, place: 'name', stepCodes: false },
  briefestDetail,
];

/** `trailing` overrules the paper's own count. */
export function paperElement(
  document: RequiredDocument,
  words: SlipWords,
  detail: SlipDetail,
  trailing?: string,
): SlipElement {
  const name = shortenText(document.name.replace(/[\s,;.:]+$/u, ''), detail.lineLimit);
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
  const form = document.formNumber === null ? [] : [formOf(document.formNumber, words)];
  return [...form, ...(numbers === '' ? [] : [numbers])].join(' · ');
}

/** Some blanks are numbered "Mẫu số 04", others "CT01". */
function formOf(number: string, words: SlipWords): string {
  return /^mẫu(?=\s)/iu.test(number) ? number : words.form(number);
}

function conditionOf(document: RequiredDocument, words: SlipWords, detail: SlipDetail): string | null {
  const { need } = document;
  if (need.kind !== 'if-applicable' || need.condition === null) {
    return null;
  }
  const folded = foldedWords(need.condition);
  if (folded === '' || foldedWords(document.name).includes(folded)) {
    return null;
  }
  const { text, shortened } = shortenText(need.condition, detail.lineLimit);
  const said = shortened ? `${text} ${words.readOn}` : text;
  return /^(?:nếu|khi|trường hợp|đối với)(?=\s|$)/iu.test(said) ? capitalised(said) : words.condition(said);
}
