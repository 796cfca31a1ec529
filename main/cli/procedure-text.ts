/** One procedure as text for IT staff: the facts with their kinds, so that a doubtful import is seen at once. */
import type { DueDate } from '../contract/due-dates.ts';
import type { DocumentGroup, Procedure, RequiredDocument, SubmissionMethod } from '../contract/procedure.ts';
import { officeMoment } from '../core/office-date.ts';
import { feeText } from './fee-text.ts';
import { labelled, wrapped } from './text-layout.ts';

/** When it would be done, handed in at that moment (UTC epoch). */
export interface HandedIn {
  readonly nowMs: number;
  readonly dueDates: readonly DueDate[];
}

/** Ends in a line break. `columns` is the width of a line in characters. */
export function procedureText(procedure: Procedure, handedIn: HandedIn, columns: number): string {
  const { code, shortTitle, name, summary, documentGroups, submissionMethods } = procedure;
  return [
    ...wrapped(shortTitle, columns, `${code}  `),
    ...wrapped(name, columns),
    '',
    ...labelled(factPairs(procedure), columns),
    ...section('Summary', summary === null ? [] : wrapped(summary, columns, '  ')),
    ...section(
      'How to hand in',
      submissionMethods.flatMap((method) => methodLines(method, columns)),
    ),
    ...section(`Nộp hôm nay (${officeMoment(handedIn.nowMs).slice(0, 16)})`, dueLines(handedIn)),
    ...section(
      'Papers',
      documentGroups.flatMap((group) => groupLines(group, columns)),
    ),
    ...section(
      'Steps',
      procedure.steps.flatMap((step, index) => stepLines(index, step, columns)),
    ),
    ...section('Results', bullets(procedure.results, columns)),
    ...section('Conditions', procedure.conditions === null ? [] : wrapped(procedure.conditions, columns, '  ')),
    ...section('Common mistakes', bullets(procedure.commonMistakes, columns)),
    ...section(
      'Legal bases',
      bullets(
        procedure.legalBases.map(({ title, number }) => joined([number, title])),
        columns,
      ),
    ),
    '',
  ].join('\n');
}

function factPairs(procedure: Procedure): (readonly [string, string])[] {
  const { issuer, handWritten, citizenDeadline, english, office } = procedure;
  const pairs: (readonly [string, string | null])[] = [
    [
      'Field',
      `${procedure.field} (level ${procedure.level}, ${procedure.tile === null ? 'no tile' : `tile ${procedure.tile}`})`,
    ],
    ['Done at', `${procedure.servedAt} (${procedure.servedAtOrigin})`],
    [
      'Issuer',
      joined([issuer.scope === 'province' ? `province ${issuer.province}` : issuer.scope, procedure.decisionNumber]),
    ],
    ['For', procedure.audience.join(', ') || 'not known'],
    ['Performed by', procedure.agencies.performing],
    ['Online', procedure.onlineService],
    ['Own deadline', citizenDeadline === null ? null : `${citizenDeadline.days} days: ${citizenDeadline.text}`],
    ['Same day', procedure.sameDayUntil === null ? null : `if handed in before ${procedure.sameDayUntil}`],
    ['Aliases', procedure.aliases.join(' | ') || null],
    ['English', english === null ? null : english.shortTitle],
    ['Office', office === null ? null : joined([office.counter, office.note])],
    ['Stale words', procedure.staleWords.map(({ word }) => word).join(', ') || null],
    [
      'Hand-written',
      handWritten === null
        ? null
        : `reviewed ${handWritten.reviewedDate} by ${handWritten.reviewedByRole}${handWritten.stale ? ', STALE: the source changed since' : ''}`,
    ],
  ];
  return pairs.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}

function methodLines(method: SubmissionMethod, columns: number): string[] {
  const { amount, unit, note } = method.processingTime;
  const time =
    amount === null || unit === null
      ? 'time not stated'
      : `${amount} ${unit.replace('-', ' ')}${amount === 1 ? '' : 's'}`;
  return [
    ...wrapped(joined([time, note]), columns, `  ${method.channel.padEnd(8)}`),
    ...method.fees.flatMap((fee) => wrapped(feeText(fee), columns, '          fee ')),
    ...(method.note === null ? [] : wrapped(method.note, columns, '          note ')),
  ];
}

function dueLines({ dueDates }: HandedIn): string[] {
  if (dueDates.length === 0) {
    return ['  no due date: the published time is not sure'];
  }
  return dueDates.map(({ channel, day, time, countedFrom }) => {
    const due = time === null ? day : `${day} ${time}`;
    return `  ${channel.padEnd(8)}due ${due}, counted from ${countedFrom}`;
  });
}

function groupLines(group: DocumentGroup, columns: number): string[] {
  return [
    ...wrapped(group.title ?? 'without a heading', columns, `  [${group.kind}] `),
    ...group.documents.flatMap((document) => documentLines(document, columns)),
    ...group.notes.flatMap((note) => wrapped(note, columns, '    note: ')),
  ];
}

function documentLines(document: RequiredDocument, columns: number): string[] {
  const { need } = document;
  const needWords = {
    always: 'always',
    'if-applicable':
      need.kind === 'if-applicable' && need.condition !== null ? `if: ${need.condition}` : 'if applicable',
    'one-of': need.kind === 'one-of' ? `one of set ${need.set}` : '',
  }[need.kind];
  const counts = [plural(document.originals, 'original', 'originals'), plural(document.copies, 'copy', 'copies')];
  const facts = [...counts, document.formNumber === null ? '' : `form ${document.formNumber}`, needWords];
  return [
    ...wrapped(document.name, columns, '    - '),
    ...wrapped(facts.filter((fact) => fact !== '').join(' · '), columns, '      '),
  ];
}

function stepLines(index: number, { title, text }: Procedure['steps'][number], columns: number): string[] {
  // Published steps number themselves ("Bước 1").
  const number = title?.startsWith('Bước') === true ? '-' : `${index + 1}.`;
  return wrapped(title === null ? text : `${title}: ${text}`, columns, `  ${number} `);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function bullets(texts: readonly string[], columns: number): string[] {
  return texts.flatMap((text) => wrapped(text, columns, '  - '));
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

function plural(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}
