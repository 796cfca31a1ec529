/** What a citizen may need besides one procedure: the same life event first, then the same papers, then the same kind. */
import type { RelatedSection } from '../../contract/browse.ts';
import type { LifeEvent } from '../../contract/life-event.ts';
import type { ProcedureRow } from '../../contract/procedure.ts';
import type { CatalogueStatements, StoredRow } from './catalogue-statements.ts';
import { procedureRow } from './list-rows.ts';

/** Rows in all; more would be a list of its own. */
const mostRows = 6;
/** Rows of one section, fewer where the procedure belongs to two life events or more (sao y belongs to nearly all). */
const mostOfSection = 3;
const mostOfEachEvent = 2;
const mostLifeEvents = 2;

/**
 * Sections in order; each row once, never the procedure itself, only rows of the profile. Of procedures that lists cannot tell
 * apart, for they have one short title, the nearest stands for all.
 */
export function listRelated(
  statements: CatalogueStatements,
  code: string,
  lifeEvents: readonly LifeEvent[],
): RelatedSection[] {
  const titles = new Set(statements.row.all(code).map((row) => row.short_title));
  const sections: RelatedSection[] = [];
  let left = mostRows;
  const add = (section: Omit<RelatedSection, 'rows'>, found: readonly StoredRow[], most = mostOfSection) => {
    const rows: ProcedureRow[] = [];
    for (const row of found) {
      if (rows.length < Math.min(most, left) && !titles.has(row.short_title)) {
        titles.add(row.short_title);
        rows.push(procedureRow(row));
      }
    }
    left -= rows.length;
    if (rows.length > 0) sections.push({ ...section, rows });
  };

  const events = lifeEvents.filter((event) => stageOf(event, code) >= 0).slice(0, mostLifeEvents);
  for (const event of events) {
    const lifeEvent = { id: event.id, title: event.title };
    const found = neighbours(event, code).flatMap((neighbour) => statements.shownRow.all(neighbour));
    add({ relation: 'life-event', lifeEvent }, found, events.length > 1 ? mostOfEachEvent : mostOfSection);
  }
  const stored = statements.related.all(code);
  for (const relation of ['papers', 'kind'] as const) {
    add(
      { relation, lifeEvent: null },
      stored.filter((row) => row.relation === relation),
    );
  }
  return sections;
}

function stageOf({ stages }: LifeEvent, code: string): number {
  return stages.findIndex(({ choices }) => choices.some((choice) => choice.code === code));
}

/** The event's other procedures, the nearest stages first; of two as near the later one, for a citizen goes on. */
function neighbours(event: LifeEvent, code: string): string[] {
  const own = stageOf(event, code);
  return event.stages
    .map(({ choices }, stage) => ({ choices, distance: Math.abs(stage - own) * 2 - Number(stage > own) }))
    .sort((first, second) => first.distance - second.distance)
    .flatMap(({ choices }) => choices.map((choice) => choice.code));
}
