/** What every slip has in common: the office above, and below the code to scan, the dates and what the slip is worth. */
import type { Language } from '../../../contract/kiosk.ts';
import type { SlipElement, TextElement } from '../typesetting/slip-layout.ts';
import type { SlipOffice, SlipPlaces } from './describe-place.ts';
import { bodyText, codeToScan, fittingTitle, gap, smallGap, smallText } from './slip-elements.ts';
import { formatDate, formatTime } from './slip-numbers.ts';
import { type SlipWords, slipWords } from './slip-words.ts';

/** Facts of the kiosk and the moment, the same for every slip. */
export interface SlipMoment {
  readonly office: SlipOffice;
  readonly printedAtMs: number;
  readonly language: Language;
  /** Large print. */
  readonly large: boolean;
  /** Longest slip, with the paper that is fed to the cutter; twice as long in large print. */
  readonly maximumHeightMillimetres: number;
}

/** What the slips of the catalogue need besides. */
export interface SlipContext extends SlipMoment {
  readonly places: SlipPlaces;
  /** YYYY-MM-DD: the day the facts were published. */
  readonly catalogueDate: string;
}

/** Height of elements in dots on the paper and in the print (usual, large) the slip is for. */
export type HeightOf = (elements: readonly SlipElement[]) => number;

/** Office, kind of slip and title. */
export function slipHeader(
  context: Pick<SlipMoment, 'office'>,
  { kind, title }: { readonly kind: string; readonly title: string },
  heightOf: HeightOf,
): SlipElement[] {
  return [...officeHeader(context), ...kindAndTitle(kind, title, heightOf)];
}

/** Whose slip it is. */
export function officeHeader({ office }: Pick<SlipMoment, 'office'>): SlipElement[] {
  return [
    ...(office.parentName === null ? [] : [smallText(office.parentName)]),
    bodyText(office.name, true),
    smallGap,
    { kind: 'rule' },
    gap,
  ];
}

export function kindAndTitle(kind: string, title: string, heightOf: HeightOf): SlipElement[] {
  return [smallText(kind.toLocaleUpperCase('vi')), fittingTitle(title, heightOf)];
}

/** The slip's own code to scan, what it leads to, and the dates beside it. */
export function slipCode(
  context: SlipContext,
  words: SlipWords,
  link: { readonly url: string; readonly code: string },
): SlipElement {
  const scan = bodyText(words.scan, true);
  return codeToScan(link.url, [scan, smallText(words.code(link.code)), ...dateLines(context, words)]);
}

/** Foot of a slip that is not made from the catalogue: when it was printed, and what it does not replace. */
export function slipClosing(moment: SlipMoment, marking: string | null): SlipElement[] {
  const printed = slipWords[moment.language].printedAt(formatTime(moment.printedAtMs));
  return [gap, { kind: 'rule' }, smallGap, smallText(printed), ...(marking === null ? [] : [smallText(marking)])];
}

/** What the slip is worth. */
export function slipFooter(words: SlipWords): SlipElement[] {
  return [smallText(words.courtesy)];
}

/** Of which day the facts are and when they were printed. */
export function dateLines(context: SlipContext, words: SlipWords): TextElement[] {
  return [
    smallText(words.dataDate(formatDate(context.catalogueDate))),
    smallText(words.printedAt(formatTime(context.printedAtMs))),
  ];
}
