/** What of a procedure is searched: the ways it is called, and the longer texts. */
import type { Procedure } from '../../contract/procedure.ts';

/** Which kind of name a text is; the number stands in the index file. */
export const variantKinds = { shortTitle: 0, name: 1, alias: 2, english: 3, code: 4 } as const;
export type VariantKind = (typeof variantKinds)[keyof typeof variantKinds];

/** Facts the order depends on, one bit each; they stand in the index file. */
export const standings = {
  /** Handed in at this office. */
  here: 1,
  /** Handed in at a place near it that the kiosk knows. */
  nearby: 2,
  /** One province's own rule. */
  provincial: 4,
  citizens: 8,
  /** Written by hand: known to be asked for. */
  known: 16,
  communeLevel: 32,
  /** Only for officials among themselves. */
  officials: 64,
} as const;

export interface ProcedureTexts {
  readonly code: string;
  readonly shortTitle: string;
  readonly name: string;
  /** Lĩnh vực. */
  readonly field: string;
  /** Bits of `standings`. */
  readonly standing: number;
  readonly variants: readonly { readonly kind: VariantKind; readonly text: string }[];
  /** Papers and results: what people hold in their hands. */
  readonly papers: string;
  /** Steps, conditions, summary, agencies. */
  readonly body: string;
}

export function textsOf(procedure: Procedure): ProcedureTexts {
  const { english, agencies } = procedure;
  const variants = [
    { kind: variantKinds.shortTitle, text: procedure.shortTitle },
    { kind: variantKinds.name, text: procedure.name },
    ...procedure.aliases.map((text) => ({ kind: variantKinds.alias, text })),
    ...(english === null ? [] : [{ kind: variantKinds.english, text: english.shortTitle }]),
    { kind: variantKinds.code, text: procedure.code },
  ];
  return {
    code: procedure.code,
    shortTitle: procedure.shortTitle,
    name: procedure.name,
    field: procedure.field,
    standing: standingOf(procedure),
    variants,
    papers: [
      ...procedure.documentGroups.flatMap((group) => [
        group.title ?? '',
        ...group.documents.flatMap(({ name, formNumber }) => [name, formNumber ?? '']),
      ]),
      ...procedure.results,
    ].join(' \n '),
    body: [
      procedure.summary ?? '',
      ...procedure.steps.map((step) => step.text),
      procedure.conditions ?? '',
      agencies.performing ?? '',
      agencies.competent ?? '',
    ].join(' \n '),
  };
}

function standingOf(procedure: Procedure): number {
  const { servedAt, audience } = procedure;
  const isNearby = servedAt !== 'here' && servedAt !== 'unknown' && servedAt !== 'other' && servedAt !== 'province';
  const facts: readonly (readonly [boolean, number])[] = [
    [servedAt === 'here', standings.here],
    [isNearby, standings.nearby],
    [procedure.issuer.scope === 'province', standings.provincial],
    [audience.includes('citizen'), standings.citizens],
    [procedure.handWritten !== null, standings.known],
    [procedure.level === 'commune', standings.communeLevel],
    [audience.length === 1 && audience[0] === 'official', standings.officials],
  ];
  return facts.reduce((bits, [holds, bit]) => (holds ? bits | bit : bits), 0);
}
