/** Compares one procedure with its former self, part by part. */
import type { OfficialText, Procedure } from '../../../contract/procedure.ts';
import { headings } from '../import/national-record.ts';
import { changedParts, type ItemChange, type PartChange } from './catalogue-changes.ts';
import { type ComparedItem, pairItems } from './pair-items.ts';
import { partItems } from './procedure-items.ts';

/** Told where something differs that no line shows: an order, a spelling, a mark of where a word came from. */
export const rearranged: ItemChange = {
  kind: 'rearranged',
  places: [],
  from: null,
  to: null,
  fromValue: null,
  toValue: null,
};

/** In the order of `changedParts`; empty only where the two are the same to the letter. */
export function compareProcedures(from: Procedure, to: Procedure): PartChange[] {
  const told = new Set<keyof Procedure>();
  const parts: PartChange[] = [];
  for (const part of changedParts) {
    if (part === 'official-text' || part === 'other') continue;
    const { of, items, pairsLone = false } = partItems[part];
    const differing = of.filter((key) => JSON.stringify(from[key]) !== JSON.stringify(to[key]));
    if (differing.length === 0) continue;
    const changes = pairItems(items(from), items(to), { pairsLone });
    if (changes.length === 0) continue;
    parts.push({ part, items: changes });
    for (const key of differing) told.add(key);
  }
  for (const key of Object.keys(partOf) as (keyof Procedure)[]) {
    const part = partOf[key];
    if (part !== undefined && !told.has(key) && JSON.stringify(from[key]) !== JSON.stringify(to[key])) {
      parts.push({ part, items: [rearranged] });
      told.add(key);
    }
  }
  return parts.sort((first, second) => changedParts.indexOf(first.part) - changedParts.indexOf(second.part));
}

/** The first part that is made of a key. */
const partOf: Partial<Record<keyof Procedure, PartChange['part']>> = Object.fromEntries(
  changedParts
    .flatMap((part) =>
      part === 'official-text' || part === 'other' ? [] : partItems[part].of.map((key) => [key, part] as const),
    )
    .toReversed(),
);

/** Parts that show what stands under a heading; where one of them is told, the heading is not told again. */
const partsOfHeading: Readonly<Record<string, readonly PartChange['part'][]>> = {
  [headings.decision]: ['decision'],
  [headings.name]: ['name'],
  [headings.level]: ['classification'],
  [headings.field]: ['classification'],
  [headings.steps]: ['steps'],
  [headings.methods]: ['fees', 'times', 'submission'],
  [headings.documents]: ['papers'],
  [headings.applicants]: ['applicants'],
  [headings.performing]: ['agencies'],
  [headings.competent]: ['agencies'],
  [headings.receivingAddress]: ['agencies'],
  [headings.authorised]: ['agencies'],
  [headings.coordinating]: ['agencies'],
  [headings.results]: ['results'],
  [headings.legalBases]: ['legal-bases'],
  [headings.conditions]: ['conditions'],
};

/** The published text by its headings, those left out that the parts already told; `parts` of the same procedure. */
export function compareOfficialTexts(
  from: OfficialText | null,
  to: OfficialText | null,
  parts: readonly PartChange[],
): ItemChange[] {
  const changes = pairItems(officialItems(from), officialItems(to));
  if (changes.length === 0) {
    return parts.length === 0 && JSON.stringify(from) !== JSON.stringify(to) ? [rearranged] : [];
  }
  const isTold = (heading: string): boolean =>
    (partsOfHeading[heading] ?? []).some((part) => parts.some((change) => change.part === part));
  return changes.filter(({ places }) => !places.every(isTold));
}

function officialItems(official: OfficialText | null): ComparedItem[] {
  return (official?.sections ?? []).map(({ heading, text }) => ({ place: heading, key: '', text, value: null }));
}
