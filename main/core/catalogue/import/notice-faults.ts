/** What staff should know of an imported procedure as a whole; the parsers tell of their own parts. */
import type { Procedure } from '../../../contract/procedure.ts';
import { isAllCapitals } from './derive-short-title.ts';
import type { RecordCounts } from './import-outcome.ts';
import type { ImportRules } from './import-rules.ts';
import type { ImportWarning } from './import-warning.ts';

/** Longer names are listed, so that somebody may write a short title by hand. */
const longNameLength = 200;

/** In no particular order; empty for a record nothing is odd about. */
export function noticeFaults(procedure: Procedure, counts: RecordCounts, rules: ImportRules): ImportWarning[] {
  const warnings: ImportWarning[] = [];
  const warn = (kind: ImportWarning['kind'], detail: string) => {
    warnings.push({ kind, detail: detail.slice(0, 120) });
  };
  const { name, code, field } = procedure;
  for (const { word } of procedure.staleWords) warn('stale-word', word);
  if (name.length > longNameLength) warn('name-long', `${name.length} characters`);
  if (isAllCapitals(name)) warn('name-capitals', name);
  if (!/^\d\.\d{6}$/u.test(code)) warn('code-odd', code);
  if (procedure.decisionNumber === null) warn('decision-missing', name);
  if (procedure.issuer.scope === 'unknown') warn('issuer-unknown', procedure.decisionNumber ?? 'no decision');
  if (procedure.servedAt === 'unknown')
    warn('served-at-unknown', `${field}: ${procedure.agencies.performing ?? 'no agency'}`);
  if (procedure.level === 'commune' && !rules.fieldTiles.has(field)) warn('field-unknown', field);
  if (counts.documentLines === 0) warn('documents-missing', name);
  for (const basis of procedure.legalBases) {
    if (basis.number === null) warn('legal-basis-without-number', basis.title);
  }
  return warnings;
}
