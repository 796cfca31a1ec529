/** The change report for a reader at the terminal. */
import {
  type CatalogueChanges,
  type ComparedCatalogue,
  changedParts,
  type ItemChange,
  isSameCatalogue,
  type ProcedureMention,
} from './catalogue-changes.ts';
import { wordChanges } from './word-changes.ts';

export interface ChangesTextOptions {
  /** Show every procedure; otherwise the first `mostShown` of each kind. */
  readonly all?: boolean;
}

const mostShown = 50;

/** Texts up to this length are shown whole. */
const shortText = 160;

/** Lines, unwrapped; the last ends in a line break. Control characters of the texts are dropped, for they would steer a terminal. */
export function changesText(changes: CatalogueChanges, { all = false }: ChangesTextOptions = {}): string {
  const { added, removed, changed, unchanged, content, changedByPart } = changes;
  const most = all ? Number.POSITIVE_INFINITY : mostShown;
  const parts = changedParts.flatMap((part) => {
    const count = changedByPart[part];
    return count === undefined ? [] : [`${part} ${count}`];
  });
  const lines = [
    `From  ${catalogueText(changes.from)}`,
    `To    ${catalogueText(changes.to)}`,
    '',
    isSameCatalogue(changes)
      ? 'No difference.'
      : `${added.length} added, ${removed.length} removed, ${changed.length} changed, ${unchanged} the same; ${content.length} other changes`,
    ...(parts.length === 0 ? [] : [`Changed parts: ${parts.join(', ')}`]),
    ...listed('Added', added, most, (mention) => [`+ ${mentionText(mention)}`]),
    ...listed('Removed', removed, most, (mention) => [`- ${mentionText(mention)}`]),
    ...listed('Changed', changed, most, (procedure) => [
      `~ ${mentionText(procedure)}`,
      ...procedure.parts.flatMap(({ part, items }) => [
        `    ${part}`,
        ...items.map((item) => `      ${itemText(item)}`),
      ]),
    ]),
    ...listed('Other', content, most, ({ key, kind, items }) => [
      `${{ added: '+', removed: '-', changed: '~' }[kind]} ${key}`,
      ...items.map((item) => `      ${itemText(item)}`),
    ]),
  ];
  return `${lines.map(printableLine).join('\n')}\n`;
}

function catalogueText({ number, dataDate, profile, procedures }: ComparedCatalogue): string {
  return [
    number === null || number === 0 ? 'not published' : `release ${number}`,
    dataDate === null ? '' : `data of ${dataDate}`,
    profile === null ? '' : `profile ${profile}`,
    `${procedures} procedures`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function listed<T>(title: string, things: readonly T[], most: number, linesOf: (thing: T) => string[]): string[] {
  if (things.length === 0) return [];
  const rest = things.length - most;
  return [
    '',
    `${title} (${things.length})`,
    ...things.slice(0, most).flatMap(linesOf),
    ...(rest > 0 ? [`… and ${rest} more (--all shows them)`] : []),
  ];
}

function mentionText({ code, shortTitle, field }: ProcedureMention): string {
  return `${code}  ${shortTitle}${field === '' ? '' : `  [${field}]`}`;
}

function itemText({ places, from, to }: ItemChange): string {
  const place = places.length === 0 ? '' : `${places.join(', ')}: `;
  if (from === null) return to === null ? 'order or spelling' : `+ ${place}${cut(to)}`;
  if (to === null) return `- ${place}${cut(from)}`;
  if (from.length <= shortText && to.length <= shortText) return `~ ${place}${from} → ${to}`;
  return `~ ${place}${wordChanges(from, to).map(pieceText).join('')}`;
}

function pieceText({ kind, text }: ReturnType<typeof wordChanges>[number]): string {
  if (kind === 'left-out') return ' … ';
  return kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`;
}

function cut(text: string): string {
  return text.length <= shortText * 2 ? text : `${text.slice(0, shortText * 2)}…`;
}

function printableLine(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}]/gu, ' ');
}
