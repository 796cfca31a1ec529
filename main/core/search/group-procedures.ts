/** Finds procedures that are about the same thing and differ only by the case: "cấp", "cấp lại", "gia hạn" giấy phép xây dựng. */
import { tokenise, wordForms } from '../vietnamese-text.ts';
import type { Lexicon } from './lexicon.ts';
import type { ProcedureTexts } from './procedure-texts.ts';

type Named = Pick<ProcedureTexts, 'field' | 'name'>;

export interface ProcedureGroups {
  readonly groups: readonly { readonly id: string; readonly title: string }[];
  /** One place for each procedure: index in `groups`, or -1. */
  readonly groupOf: readonly number[];
}

/** Shorter things ("khai sinh") are too general to swallow what only begins like them. */
const fewestWordsToBegin = 3;
const longestObjectWords = 10;

interface Subject {
  /** Accented forms of the words for the thing it is about. */
  readonly words: readonly string[];
  /** The same words as published. */
  readonly title: string;
}

/** Procedures of one field about the same thing, two or more. The same procedures in the same order give the same groups. */
export function groupProcedures(procedures: readonly Named[], words: Lexicon['groupWords']): ProcedureGroups {
  const actions = words.actions.map(accentedWords).sort((a, b) => b.length - a.length);
  const qualifiers = words.qualifiers.map(accentedWords);
  const dangling = new Set(words.dangling.flatMap(accentedWords));
  const subjects = procedures.map((procedure) => subjectOf(procedure.name, actions, qualifiers));
  const roots = rootsByField(procedures, subjects);
  const members = new Map<string, number[]>();
  for (const [index, procedure] of procedures.entries()) {
    const subject = subjects[index]?.words ?? [];
    if (subject.length >= 2) {
      const root = rootOf(subject, roots.get(procedure.field) ?? new Set());
      const key = `${procedure.field}\n${root}`;
      members.set(key, [...(members.get(key) ?? []), index]);
    }
  }
  const groupOf = procedures.map(() => -1);
  const groups: { id: string; title: string }[] = [];
  for (const indexes of members.values()) {
    if (indexes.length < 2) continue;
    const titles = indexes.map((index) => subjects[index]?.title ?? '').sort((a, b) => a.length - b.length);
    for (const index of indexes) groupOf[index] = groups.length;
    groups.push({ id: `g${groups.length + 1}`, title: readable(titles[0] ?? '', dangling) });
  }
  return { groups, groupOf };
}

/** The published name without what is done ("Cấp lại") and without the case ("đối với …"). */
function subjectOf(
  title: string,
  actions: readonly (readonly string[])[],
  qualifiers: readonly (readonly string[])[],
): Subject {
  const tokens = tokenise(title);
  const accented = tokens.map((token) => token.accented);
  let start = 0;
  for (let found = true; found; ) {
    const action = actions.find((one) => standsAt(accented, start, one));
    found = action !== undefined && start + action.length < accented.length;
    start += found ? (action?.length ?? 0) : 0;
  }
  let end = start + 1;
  while (end < accented.length && end - start < longestObjectWords) {
    const [before, after] = [tokens[end - 1], tokens[end]];
    const gap = title.slice(before?.end ?? 0, after?.start ?? 0);
    if (/[(,;:–]| - /u.test(gap) || qualifiers.some((one) => standsAt(accented, end, one))) break;
    end += 1;
  }
  return {
    words: accented.slice(start, end),
    title: title.slice(tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? 0),
  };
}

function accentedWords(text: string): string[] {
  return tokenise(text).map((token) => token.accented);
}

function standsAt(words: readonly string[], place: number, phrase: readonly string[]): boolean {
  return phrase.length > 0 && phrase.every((word, index) => words[place + index] === word);
}

/** Things of at least three words, by field: others that begin with one of them are about it too. */
function rootsByField(procedures: readonly Named[], subjects: readonly Subject[]): Map<string, Set<string>> {
  const roots = new Map<string, Set<string>>();
  for (const [index, { field }] of procedures.entries()) {
    const { words } = subjects[index] ?? { words: [] };
    if (words.length >= fewestWordsToBegin) {
      roots.set(field, (roots.get(field) ?? new Set()).add(words.join(' ')));
    }
  }
  return roots;
}

function rootOf(words: readonly string[], roots: ReadonlySet<string>): string {
  for (let length = fewestWordsToBegin; length < words.length; length += 1) {
    const start = words.slice(0, length).join(' ');
    if (roots.has(start)) return start;
  }
  return words.join(' ');
}

/** As a citizen reads it: no shouting, no half quotation, no word at the end that only what was cut off would explain. */
function readable(title: string, dangling: ReadonlySet<string>): string {
  const words = title.replace(/[“”"]/gu, '').split(/\s+/u);
  while (words.length > 2 && dangling.has(wordForms(words.at(-1) ?? '').accented)) words.pop();
  const text = words.join(' ');
  const calm = text === text.toUpperCase() ? text.toLowerCase() : text;
  return calm.charAt(0).toUpperCase() + calm.slice(1);
}
