/** Where a citizen of a commune hands the papers in: rules kept as data, the first that fits wins (docs/catalogue.md §2). */
import type { Level, Place } from '../../../contract/procedure.ts';
import type { ImportRules } from './import-rules.ts';

export interface ServedAtFacts {
  readonly field: string;
  readonly level: Level;
  readonly name: string;
  /** All agencies and the receiving address in one text. */
  readonly agency: string;
  /** Notes of the direct and postal channels and the steps. */
  readonly text: string;
}

const fits = (pattern: RegExp | null, text: string) => pattern === null || pattern.test(text);

/** `unknown` where no rule fits; the screen then sends people to the guidance desk, never away. */
export function findServedAt(facts: ServedAtFacts, rules: ImportRules): Place {
  for (const rule of rules.servedAt) {
    if (
      (rule.fields === null || rule.fields.has(facts.field)) &&
      (rule.levels === null || rule.levels.has(facts.level)) &&
      fits(rule.name, facts.name) &&
      fits(rule.agency, facts.agency) &&
      (rule.agencyNot === null || !rule.agencyNot.test(facts.agency)) &&
      fits(rule.text, facts.text)
    ) {
      return rule.place;
    }
  }
  return 'unknown';
}
