/** Compares two catalogues by their rows: whatever differs between two rows is told somewhere. */
import { z } from 'zod';
import { officialTextSchema, type Procedure, procedureSchema } from '../../../contract/procedure.ts';
import type { CatalogueRows } from '../rows/catalogue-rows.ts';
import {
  type CatalogueChanges,
  type ChangedPart,
  type ComparedCatalogue,
  changedParts,
  type ItemChange,
  type PartChange,
  type ProcedureChange,
  type ProcedureMention,
} from './catalogue-changes.ts';
import { compareContent } from './compare-content.ts';
import { compareOfficialTexts, compareProcedures } from './compare-procedures.ts';
import { parsedRow } from './parsed-row.ts';

const procedurePrefix = 'procedure/';
const officialPrefix = 'official/';

/** Never throws: a row of an unknown form is compared as text. */
export function compareCatalogues(from: CatalogueRows, to: CatalogueRows): CatalogueChanges {
  const fromCodes = codesOf(from);
  const toCodes = codesOf(to);
  const both = [...toCodes].filter((code) => fromCodes.has(code));
  const changed = both.flatMap((code) => {
    const change = procedureChange(code, from, to);
    return change === null ? [] : [change];
  });
  const changedByPart: Partial<Record<ChangedPart, number>> = {};
  for (const part of changedParts) {
    const count = changed.filter(({ parts }) => parts.some((change) => change.part === part)).length;
    if (count > 0) changedByPart[part] = count;
  }
  return {
    from: comparedCatalogue(from, fromCodes.size),
    to: comparedCatalogue(to, toCodes.size),
    added: mentions(
      [...toCodes].filter((code) => !fromCodes.has(code)),
      to,
    ),
    removed: mentions(
      [...fromCodes].filter((code) => !toCodes.has(code)),
      from,
    ),
    changed: changed.sort(byField),
    unchanged: both.length - changed.length,
    changedByPart,
    content: compareContent(from, to),
  };
}

function codesOf(rows: CatalogueRows): Set<string> {
  const keys = [...rows.keys()].filter((key) => key.startsWith(procedurePrefix));
  return new Set(keys.map((key) => key.slice(procedurePrefix.length)));
}

function procedureChange(code: string, from: CatalogueRows, to: CatalogueRows): ProcedureChange | null {
  const [before, after] = [from.get(procedurePrefix + code), to.get(procedurePrefix + code)];
  const [officialBefore, officialAfter] = [from.get(officialPrefix + code), to.get(officialPrefix + code)];
  if (before === after && officialBefore === officialAfter) return null;
  const first = parsedRow(before, procedureSchema);
  const second = parsedRow(after, procedureSchema);
  const parts: PartChange[] =
    before === after || first === null || second === null
      ? textChange(before, after)
      : compareProcedures(first, second);
  if (officialBefore !== officialAfter) {
    const [publishedBefore, publishedAfter] = [
      parsedRow(officialBefore, officialTextSchema),
      parsedRow(officialAfter, officialTextSchema),
    ];
    const items = compareOfficialTexts(publishedBefore, publishedAfter, parts);
    if (items.length > 0) parts.push({ part: 'official-text', items });
  }
  return { ...mentionOf(code, second), parts: parts.length > 0 ? parts : textChange(officialBefore, officialAfter) };
}

/** What is left to say of a row that is no procedure this version knows. */
function textChange(before: string | undefined, after: string | undefined): PartChange[] {
  if (before === after) return [];
  const item: ItemChange = {
    kind: 'changed',
    places: [],
    from: before ?? null,
    to: after ?? null,
    fromValue: null,
    toValue: null,
  };
  return [{ part: 'other', items: [item] }];
}

function mentions(codes: readonly string[], rows: CatalogueRows): ProcedureMention[] {
  return codes
    .map((code) => mentionOf(code, parsedRow(rows.get(procedurePrefix + code), procedureSchema)))
    .sort(byField);
}

function mentionOf(code: string, procedure: Procedure | null): ProcedureMention {
  const { name = code, shortTitle = code, field = '' } = procedure ?? {};
  return { code, name, shortTitle, field };
}

const collator = new Intl.Collator('vi');

function byField(first: ProcedureMention, second: ProcedureMention): number {
  return collator.compare(first.field, second.field) || (first.code < second.code ? -1 : 1);
}

/** Only what a report names of it; the row itself is checked where it is used. */
const aboutSchema = z.object({
  number: z.number().optional().catch(undefined),
  dataDate: z.string().optional().catch(undefined),
  profile: z.string().optional().catch(undefined),
});

function comparedCatalogue(rows: CatalogueRows, procedures: number): ComparedCatalogue {
  const about = parsedRow(rows.get('about'), aboutSchema);
  return {
    number: about?.number ?? null,
    dataDate: about?.dataDate ?? null,
    profile: about?.profile ?? null,
    procedures,
  };
}
