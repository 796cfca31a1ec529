/**
 * A catalogue as large as every province's variants would make it. What is published holds few of them, so they are made:
 * a national procedure with some words changed and a province in its name, by chance that repeats itself.
 */
import type { Procedure } from '../../main/contract/procedure.ts';
import { createRandom, pick, type Random } from '../bench-search/random.ts';

export interface Widening {
  readonly procedures: readonly Procedure[];
  readonly provinces: readonly string[];
  /** Procedures wanted in all; one variant after the other goes to the next province. */
  readonly count: number;
}

const seed = 34;
/** Share of the words that are changed, in names and in long texts. */
const changedInNames = 0.08;
const changedInTexts = 0.05;
const longestShortTitle = 60;

/** The procedures given, then the variants. */
export function widenCatalogue({ procedures, provinces, count }: Widening): Procedure[] {
  const random = createRandom(seed);
  const national = procedures.filter(({ issuer }) => issuer.scope !== 'province');
  // Words as often as they stand in the texts: a variant must not make rare words common.
  const nameWords = procedures.flatMap(({ name }) => wordsOf(name));
  const textWords = procedures.flatMap(({ steps }) => wordsOf(steps[0]?.text ?? ''));
  const variants = Array.from({ length: Math.max(0, count - procedures.length) }, (_, index) => {
    const province = provinces[index % provinces.length] ?? '';
    return variantOf(pick(random, national), {
      code: `9.${String(index + 1).padStart(6, '0')}`,
      province,
      changeName: (text) => changed(text, nameWords, changedInNames, random),
      changeText: (text) => changed(text, textWords, changedInTexts, random),
      namesProvince: random() < 0.3,
    });
  });
  return [...procedures, ...variants];
}

interface VariantChanges {
  readonly code: string;
  readonly province: string;
  readonly changeName: (text: string) => string;
  readonly changeText: (text: string) => string;
  readonly namesProvince: boolean;
}

function variantOf(procedure: Procedure, changes: VariantChanges): Procedure {
  const { code, province, changeName, changeText, namesProvince } = changes;
  const name = changeName(procedure.name) + (namesProvince ? ` trên địa bàn ${province}` : '');
  return {
    ...procedure,
    code,
    name,
    shortTitle: shortened(name),
    aliases: [],
    english: null,
    issuer: { scope: 'province', province },
    agencies: { ...procedure.agencies, performing: `Ủy ban nhân dân cấp xã, ${province}` },
    steps: procedure.steps.map((step) => ({ ...step, text: changeText(step.text) })),
    documentGroups: procedure.documentGroups.map((group) => ({
      ...group,
      documents: group.documents.map((document) => ({ ...document, name: changeText(document.name) })),
    })),
    conditions: procedure.conditions === null ? null : changeText(procedure.conditions),
    handWritten: null,
  };
}

function changed(text: string, pool: readonly string[], share: number, random: Random): string {
  return text.replace(/\S+/g, (word) => (random() < share ? pick(random, pool) : word));
}

function shortened(name: string): string {
  if (name.length <= longestShortTitle) {
    return name;
  }
  const cut = name.slice(0, longestShortTitle);
  return `${cut.slice(0, Math.max(1, cut.lastIndexOf(' ')))}…`;
}

function wordsOf(text: string): string[] {
  return text.match(/\S+/g) ?? [];
}
