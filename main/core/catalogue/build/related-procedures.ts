/** Finds for each procedure those that need the same papers and those of its kind, once, when the catalogue is built. */

import { foldCase } from '../import/fold-text.ts';
import { createLikeness } from './likeness.ts';
import type { ListedProcedure } from './listed-procedure.ts';

/** One procedure is related to another; both by their place in the reading order, from 1. */
export interface Relation {
  readonly position: number;
  readonly relation: 'papers' | 'kind';
  /** From 1, nearest first. */
  readonly rank: number;
  readonly other: number;
}

type Related = Pick<ListedProcedure, 'name' | 'field' | 'province' | 'paperKeys' | 'inWard' | 'inXa'>;

/** Kept of each relation for every profile, so that a narrower one finds its own. */
const mostOfProfile = 4;

/** A paper that more procedures ask for (an identity card, a letter of request) says nothing of them. */
const commonestPaper = 60;
const leastSamePapers = 0.2;
const leastAlikeName = 0.1;

/** By procedure, then relation, then rank; the same from the same procedures. */
export function findRelated(procedures: readonly Related[]): Relation[] {
  const papers = createLikeness(
    procedures.map(({ paperKeys }) => paperKeys),
    { commonest: commonestPaper, least: leastSamePapers },
  );
  const byField = Map.groupBy(procedures.keys(), (index) => procedures[index]?.field ?? '');
  const kinds = new Map<number, readonly number[]>();
  for (const indices of byField.values()) {
    const names = createLikeness(
      indices.map((index) => nameWords(procedures[index]?.name ?? '')),
      { commonest: indices.length, least: leastAlikeName },
    );
    for (const [place, index] of indices.entries()) {
      kinds.set(
        index,
        names(place).map((other) => indices[other] ?? -1),
      );
    }
  }
  return procedures.flatMap((procedure, index) => {
    const relation = (name: Relation['relation'], others: readonly number[]) =>
      nearest(procedure, others, procedures).map((other, rank) => {
        return { position: index + 1, relation: name, rank: rank + 1, other: other + 1 };
      });
    return [...relation('papers', papers(index)), ...relation('kind', kinds.get(index) ?? [])];
  });
}

/** The nearest of each profile, in their order. Another province's rule helps only a citizen of that province. */
function nearest({ province }: Related, others: readonly number[], procedures: readonly Related[]): number[] {
  const left = { all: mostOfProfile, xa: mostOfProfile, ward: mostOfProfile };
  return others.filter((index) => {
    const other = procedures[index];
    if (other === undefined || (other.province !== null && other.province !== province)) return false;
    const wanted = left.all > 0 || (other.inXa && left.xa > 0) || (other.inWard && left.ward > 0);
    left.all -= 1;
    if (other.inXa) left.xa -= 1;
    if (other.inWard) left.ward -= 1;
    return wanted;
  });
}

function nameWords(name: string): string[] {
  return foldCase(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0);
}
