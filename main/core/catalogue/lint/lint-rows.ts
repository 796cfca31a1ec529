/** Looks at a whole catalogue: each procedure, and what only shows between several. */
import { type LifeEvent, lifeEventSchema } from '../../../contract/life-event.ts';
import { type Notice, noticeSchema } from '../../../contract/notices.ts';
import { officialTextSchema, type Procedure, procedureSchema } from '../../../contract/procedure.ts';
import { parsedRow } from '../diff/parsed-row.ts';
import { nameKey } from '../import/fold-text.ts';
import { type Overlay, overlaySchema } from '../import/overlay.ts';
import type { CatalogueRows } from '../rows/catalogue-rows.ts';
import { type LintContext, lintProcedure } from './lint-procedure.ts';
import type { Finding } from './lint-rules.ts';

export interface LintRowsContext extends LintContext {
  /** UTC epoch. */
  readonly nowMs: number;
  /** An office's sheet that is not in the rows; null for none. */
  readonly overlay: Overlay | null;
}

/** In the order of the rows. */
export function lintRows(rows: CatalogueRows, context: LintRowsContext): Finding[] {
  const findings: Finding[] = [];
  const named = new Map<string, Pick<Procedure, 'code' | 'name'>[]>();
  for (const [key, text] of rows) {
    if (!key.startsWith('procedure/')) continue;
    const code = key.slice('procedure/'.length);
    const procedure = parsedRow(text, procedureSchema);
    if (procedure === null) {
      findings.push({ rule: 'record-refused', code, detail: `The row ${key} is not of the form this kioskctl knows.` });
      continue;
    }
    findings.push(...lintProcedure(procedure, parsedRow(rows.get(`official/${code}`), officialTextSchema), context));
    const { issuer, level, name } = procedure;
    const identity = `${issuer.scope === 'province' ? issuer.province : issuer.scope} ${level} ${nameKey(name)}`;
    named.set(identity, [...(named.get(identity) ?? []), { code, name }]);
  }
  return [...findings, ...duplicateNames(named), ...lintContent(rows, context)];
}

function duplicateNames(named: ReadonlyMap<string, readonly Pick<Procedure, 'code' | 'name'>[]>): Finding[] {
  return [...named.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || same.length === 1) return [];
    const detail = `${same.map(({ code }) => code).join(', ')}: ${first.name.slice(0, 120)}`;
    return [{ rule: 'duplicate-name' as const, code: first.code, detail }];
  });
}

function lintContent(rows: CatalogueRows, { nowMs, overlay }: LintRowsContext): Finding[] {
  const sheets = [overlay, parsedRow<Overlay>(rows.get('overlay'), overlaySchema)];
  const codes = new Set(sheets.flatMap((sheet) => Object.keys(sheet?.procedures ?? {})));
  const has = (code: string): boolean => rows.has(`procedure/${code}`);
  const findings: Finding[] = [...codes]
    .filter((code) => !has(code))
    .map((code) => ({ rule: 'overlay-code-missing', code, detail: 'named by the sheet' }));
  const notices = sheets.flatMap((sheet) => sheet?.notices ?? []);
  for (const [key, text] of rows) {
    const notice = key.startsWith('notice/') ? parsedRow<Notice>(text, noticeSchema) : null;
    if (notice !== null) notices.push(notice);
    const event = key.startsWith('life-event/') ? parsedRow<LifeEvent>(text, lifeEventSchema) : null;
    const choices = (event?.stages ?? []).flatMap((stage) => stage.choices);
    for (const { code } of choices.filter((choice) => !has(choice.code))) {
      findings.push({ rule: 'life-event-code-missing', code, detail: `named by ${event?.id ?? key}` });
    }
  }
  const expired = notices.filter(({ untilMs }) => untilMs !== null && untilMs <= nowMs);
  const told = expired.map(({ id, text }) => ({
    rule: 'notice-expired' as const,
    code: null,
    detail: `${id}: ${text.vi}`,
  }));
  return [...findings, ...told];
}
