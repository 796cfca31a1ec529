/** Every place a citizen can be in; a screen's data is all that is needed to come back to it. */
import type { ListFilters, ListSelection } from '../../main/contract/browse.ts';
import type { SlipRequest } from '../../main/contract/methods.ts';
import type { Aspect } from '../../main/contract/search.ts';
import type { CaseChoice } from '../../main/contract/select-papers.ts';

/** The ways to look through everything. */
export const browseWays = ['field', 'agency', 'letter', 'life-event'] as const;
export type BrowseWay = (typeof browseWays)[number];

/** How a list is looked at: narrowed by filters, with so many pages of it unfolded. */
export interface ListView {
  readonly filters: ListFilters;
  /** From 1. */
  readonly pages: number;
}
export const wholeList: ListView = { filters: {}, pages: 1 };

/** A tile has a screen of its own, with its life events. */
export type ListOf = Exclude<ListSelection, { kind: 'tile' }>;

export type Screen =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'home' }
  | { readonly kind: 'help' }
  | { readonly kind: 'tile'; readonly number: number; readonly view?: ListView }
  | { readonly kind: 'browse'; readonly by: BrowseWay }
  | { readonly kind: 'list'; readonly of: ListOf; readonly view?: ListView }
  /** `chosen` holds the procedure taken at each stage (by its index) that offers a choice. */
  | { readonly kind: 'life-event'; readonly id: string; readonly chosen: Readonly<Record<number, string>> }
  /** `unfolded` groups and, where it `isWide`, all rows of the answer to these very words are shown. */
  | {
      readonly kind: 'search';
      readonly words: string;
      readonly unfolded?: readonly string[];
      readonly isWide?: boolean;
    }
  /** `part` was asked about: the screen opens there once, then `isPartShown`, and coming back finds it as it was left. */
  | {
      readonly kind: 'procedure';
      readonly code: string;
      readonly caseChoice: CaseChoice;
      readonly part?: Aspect | null;
      readonly isPartShown?: boolean;
    }
  | { readonly kind: 'official'; readonly code: string }
  | { readonly kind: 'ready'; readonly code: string; readonly caseChoice: CaseChoice }
  | { readonly kind: 'print'; readonly slip: SlipChoice; readonly title: string }
  | { readonly kind: 'thanks' };

export type ScreenKind = Screen['kind'];

/** A slip without its language: that is the one in use when the button is pressed. */
export type SlipChoice =
  | Omit<Extract<SlipRequest, { kind: 'checklist' }>, 'language'>
  | Omit<Extract<SlipRequest, { kind: 'life-event' }>, 'language'>;

/** Where people read long texts, the kiosk waits longer before it asks whether anybody is there. */
const readingScreens: ReadonlySet<ScreenKind> = new Set(['procedure', 'official', 'life-event', 'ready']);

export function isReadingScreen(screen: Screen): boolean {
  return readingScreens.has(screen.kind);
}
