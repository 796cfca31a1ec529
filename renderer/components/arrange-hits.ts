/** From hits one by one to the list on the screen: near-duplicates stand together under a heading, long groups are folded. */
import type { SearchAnswer, SearchHit } from '../../main/contract/search.ts';

/** Members of a group shown before it is unfolded; one more is not worth a button. */
const foldedSize = 4;

export interface GroupHeading {
  readonly kind: 'heading';
  readonly key: string;
  /** As published: "Giấy phép xây dựng". */
  readonly title: string;
  readonly isOtherProvinces: boolean;
  readonly count: number;
}

export interface HitRow {
  readonly kind: 'row';
  /** The code, so that a row stays the same row wherever it goes. */
  readonly key: string;
  readonly hit: SearchHit;
  readonly place: 'alone' | 'member';
  /** Another hit has the same short title; only the full name tells them apart. */
  readonly isAmbiguous: boolean;
}

export interface Unfold {
  readonly kind: 'unfold';
  readonly key: string;
  /** To be added to `unfolded`. */
  readonly group: string;
  readonly count: number;
}

export type HitItem = GroupHeading | HitRow | Unfold;

export interface HitArrangement {
  readonly items: readonly HitItem[];
  /** Hits that are neither drawn nor behind an `unfold`. */
  readonly undrawn: number;
}

export interface ArrangeOptions {
  /** Groups shown whole. */
  readonly unfolded: readonly string[];
  /** No group or lone row is begun after so many rows. */
  readonly mostRows: number;
}

/**
 * Every hit once; a group stands where its first hit stood, the rest keeps its order. Groups of one title are one to a
 * reader. Other provinces' rules are a group of their own: nobody should take them for the office's.
 */
export function arrangeHits({ hits, groups }: Pick<SearchAnswer, 'hits' | 'groups'>, options: ArrangeOptions) {
  const titles = new Map(groups.map(({ id, title }) => [id, title]));
  const groupOf = (hit: SearchHit) => {
    const title = hit.group === null ? undefined : titles.get(hit.group);
    return title === undefined ? `alone ${hit.code}` : `${hit.province === null ? 'group' : 'provinces'} ${title}`;
  };
  const named = Map.groupBy(hits, titleOf);
  const items: HitItem[] = [];
  let rows = 0;
  let undrawn = 0;
  for (const [group, members] of Map.groupBy(hits, groupOf)) {
    if (rows >= options.mostRows) {
      undrawn += members.length;
      continue;
    }
    const isGroup = members.length > 1;
    const isWhole = members.length <= foldedSize + 1 || options.unfolded.includes(group);
    const drawn = isWhole ? members : members.slice(0, foldedSize);
    const first = members[0];
    if (isGroup && first !== undefined) {
      const title = titles.get(first.group ?? '') ?? '';
      const isOtherProvinces = first.province !== null;
      items.push({ kind: 'heading', key: `heading ${group}`, title, isOtherProvinces, count: members.length });
    }
    for (const hit of drawn) {
      const isAmbiguous = (named.get(titleOf(hit))?.length ?? 0) > 1;
      items.push({ kind: 'row', key: hit.code, hit, place: isGroup ? 'member' : 'alone', isAmbiguous });
    }
    if (!isWhole) {
      items.push({ kind: 'unfold', key: `unfold ${group}`, group, count: members.length - drawn.length });
    }
    rows += drawn.length;
  }
  return { items, undrawn } satisfies HitArrangement;
}

/** What a row shows first; the province stands beside it and tells two apart as well. */
function titleOf({ shortTitle, province }: SearchHit): string {
  return `${shortTitle}\n${province ?? ''}`;
}
