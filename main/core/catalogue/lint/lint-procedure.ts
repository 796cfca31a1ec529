/** Looks at one procedure: parts the published list must have, rates, times, forms, words. */
import type { OfficialText, Procedure, ProcessingTime } from '../../../contract/procedure.ts';
import { headings } from '../import/national-record.ts';
import { parseSubmissionMethods } from '../import/parse-submission-methods.ts';
import type { Finding, LintRuleName } from './lint-rules.ts';
import type { RepealedPapers } from './repealed-papers.ts';

export interface LintContext {
  /** YYYY-MM-DD in the office's time. */
  readonly today: string;
  readonly repealed: RepealedPapers;
}

/** No fee of a citizen's procedure is known to be higher; above it a zero too many is likely. */
const highestAmountVnd = 50_000_000;

/** A year in each unit; a year of working days has about 250. */
const longest: Readonly<Record<NonNullable<ProcessingTime['unit']>, number>> = {
  'working-day': 250,
  day: 366,
  hour: 366 * 24,
  month: 12,
  year: 1,
};

export function lintProcedure(procedure: Procedure, official: OfficialText | null, context: LintContext): Finding[] {
  const findings: Finding[] = [];
  const find = (rule: LintRuleName, detail: string): void => {
    findings.push({ rule, code: procedure.code, detail: detail.slice(0, 200) });
  };
  lintReview(procedure, find);
  lintParts(procedure, find);
  lintRates(procedure, context.today, find);
  lintPublishedMethods(official, find);
  lintPapers(procedure, context.repealed, find);
  for (const { word, meaning } of procedure.staleWords) find('stale-word', `${word}: ${meaning}`);
  return findings;
}

type Find = (rule: LintRuleName, detail: string) => void;

function lintReview({ handWritten, hasOfficialText, shortTitle }: Procedure, find: Find): void {
  if (handWritten?.stale === true) {
    find(
      'entry-stale',
      `${shortTitle}: written against the facts of ${handWritten.factsDate}, reviewed ${handWritten.reviewedDate}`,
    );
  } else if (handWritten?.factsSha256 === null && hasOfficialText) {
    find('entry-unverified', `${shortTitle}; "kioskctl catalogue facts" prints the SHA-256`);
  }
}

function lintParts(procedure: Procedure, find: Find): void {
  const { name, submissionMethods: methods, agencies } = procedure;
  const missing: readonly (readonly [LintRuleName, boolean])[] = [
    ['missing-decision', procedure.decisionNumber === null],
    ['missing-steps', procedure.steps.length === 0],
    ['missing-methods', methods.length === 0],
    ['missing-documents', procedure.documentGroups.every(({ documents }) => documents.length === 0)],
    [
      'missing-time',
      methods.every(({ processingTime }) => processingTime.amount === null && processingTime.note === null),
    ],
    ['missing-applicants', procedure.applicants.length === 0],
    [
      'missing-agency',
      agencies.performing === null && agencies.competent === null && agencies.receivingAddress === null,
    ],
    ['missing-results', procedure.results.length === 0],
    ['missing-legal-bases', procedure.legalBases.length === 0],
    ['missing-fees', methods.every(({ fees }) => fees.every(({ kind }) => kind === 'unstated'))],
    ['missing-conditions', procedure.conditions === null],
  ];
  for (const [rule, isMissing] of missing) if (isMissing) find(rule, name);
}

function lintRates({ submissionMethods }: Procedure, today: string, find: Find): void {
  const told = new Set<string>();
  const once = (rule: LintRuleName, detail: string): void => {
    if (!told.has(rule + detail)) find(rule, detail);
    told.add(rule + detail);
  };
  for (const { channel, fees, processingTime } of submissionMethods) {
    for (const { amountVnd, validUntil, text, kind } of fees) {
      const words = text.replace(/\s+/gu, ' ').slice(0, 120);
      if (validUntil !== null && validUntil < today) once('fee-expired', `${validUntil}: ${words}`);
      if (kind === 'amount' && amountVnd !== null && amountVnd > highestAmountVnd)
        once('fee-too-high', `${amountVnd} (${words})`);
    }
    const { amount, unit } = processingTime;
    if (amount !== null && unit !== null && amount > longest[unit])
      find('time-too-long', `${channel}: ${amount} ${unit}`);
  }
}

/** Read again from the published words, for what was doubtful in them is not in the procedure any more. */
function lintPublishedMethods(official: OfficialText | null, find: Find): void {
  const text = official?.sections.find(({ heading }) => heading === headings.methods)?.text;
  if (text === undefined) return;
  const told = new Set<string>();
  for (const { kind, detail } of parseSubmissionMethods(text).warnings) {
    const isRate = kind === 'fee-too-small' || kind === 'fee-contradicts-text' || kind === 'fee-zero-beside-amount';
    if (isRate && !told.has(kind + detail)) find(kind, detail);
    told.add(kind + detail);
  }
  for (const [line] of text.matchAll(/^[^\S\n]*Thời hạn giải quyết:[^\n]*/gmu)) {
    const time = line.trim().replace('Thời hạn giải quyết:', '').trim();
    if (told.has(time)) continue;
    told.add(time);
    if (/^0+(?:[.,]0+)?(?: |$)/u.test(time)) find('time-zero', time);
    else if (/^\d+(?:[.,]\d+)? OTHER$/u.test(time)) find('time-without-unit', time);
  }
}

function lintPapers(procedure: Procedure, { papers, forms }: RepealedPapers, find: Find): void {
  const text = JSON.stringify(procedure);
  for (const { number, replacedBy, since } of papers) {
    // Digits before it would make it another number: 161/2018/NĐ-CP.
    if (text.includes(number) && new RegExp(`(?<!\\d)${number.replaceAll('.', '\\.')}`, 'u').test(text)) {
      find('repealed-paper', `${number}: replaced by ${replacedBy} since ${since}`);
    }
  }
  for (const { name, formNumber } of procedure.documentGroups.flatMap(({ documents }) => documents)) {
    if (formNumber === null) {
      if (/theo mẫu/iu.test(name)) find('form-without-number', name);
      continue;
    }
    const dead = forms.find(({ pattern }) => new RegExp(pattern, 'u').test(formNumber));
    if (dead !== undefined) find('dead-form', `${formNumber}: ${dead.meaning}`);
  }
}
