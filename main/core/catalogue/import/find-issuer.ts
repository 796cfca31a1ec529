/** Whose rule a procedure is: the nation's or one province's, from the decision's number and the text (docs/catalogue.md §2). */
import type { Issuer } from '../../../contract/procedure.ts';
import { foldCase } from './fold-text.ts';
import type { ImportRules } from './import-rules.ts';
import type { NationalRecord } from './national-record.ts';

/** Headings in which a province is named, the surest first. */
const sources = [
  'performing',
  'competent',
  'receivingAddress',
  'name',
  'coordinating',
  'methods',
  'legalBases',
  'steps',
  'documents',
  'conditions',
  'results',
] as const satisfies readonly (keyof NationalRecord)[];

/** How often each province (by its name since 1 July 2025) is named in the texts. */
function mentionsOf(record: NationalRecord, rules: ImportRules): ReadonlyMap<string, number> {
  const mentions = new Map<string, number>();
  for (const source of sources) {
    for (const match of foldCase(record[source]).matchAll(rules.provincePattern)) {
      const province = rules.provinceByFoldedName.get(match[1] ?? '');
      if (province !== undefined) mentions.set(province, (mentions.get(province) ?? 0) + 1);
    }
  }
  return mentions;
}

/** `unknown` only where the decision's number tells neither; a province that no text names is called `rules.unnamedProvince`. */
export function findIssuer(record: NationalRecord, rules: ImportRules): Issuer {
  const decision = record.decision.replace(/\s+/gu, '');
  const named = rules.provinceByDecision.get(decision.replace(/\.$/u, ''));
  if (named !== undefined) return { scope: 'province', province: named };
  if (rules.provincialDecision.test(decision)) {
    const [first] = [...mentionsOf(record, rules)].sort((a, b) => b[1] - a[1]);
    return { scope: 'province', province: first?.[0] ?? rules.unnamedProvince };
  }
  if (rules.nationalDecision.test(decision)) return { scope: 'national' };
  return { scope: 'unknown' };
}
