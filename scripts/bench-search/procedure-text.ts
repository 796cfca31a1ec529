/** What every engine gets to read of a procedure: the head that names it, and the full text. */
import type { Procedure } from '../../main/contract/procedure.ts';

/** Four fields, so that an engine that keeps each apart is not slowed by more of them than it needs. */
export interface ProcedureText {
  readonly code: string;
  readonly name: string;
  /** Short title, citizens' words, English title. */
  readonly aliases: string;
  readonly field: string;
  /** Papers, steps, results, agencies, conditions; empty where only the head is read. */
  readonly body: string;
}

export const textKinds = ['head', 'full'] as const;
export type TextKind = (typeof textKinds)[number];

/** Fields in the order of their weight. */
export const headFields = ['name', 'aliases', 'field'] as const;
export const fullFields = [...headFields, 'body'] as const;
export type TextField = (typeof fullFields)[number];

export function fieldsOf(kind: TextKind): readonly TextField[] {
  return kind === 'head' ? headFields : fullFields;
}

export function procedureText(procedure: Procedure, kind: TextKind): ProcedureText {
  const { code, name, shortTitle, aliases, english, field } = procedure;
  return {
    code,
    name,
    aliases: joined([shortTitle, ...aliases, english?.shortTitle ?? null]),
    field,
    body: kind === 'head' ? '' : bodyOf(procedure),
  };
}

function bodyOf({ documentGroups, summary, steps, results, agencies, conditions }: Procedure): string {
  return joined([
    ...documentGroups.flatMap(({ title, documents }) => [title, ...documents.map((document) => document.name)]),
    summary,
    ...steps.map(({ text }) => text),
    ...results,
    ...Object.values(agencies),
    conditions,
  ]);
}

function joined(texts: readonly (string | null)[]): string {
  return texts.filter((text) => text !== null && text !== '').join(' \n ');
}
