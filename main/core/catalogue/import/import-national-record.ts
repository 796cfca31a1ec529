/** From one published record to a procedure a citizen can use, by the rules of docs/catalogue.md. Pure: no disk, no clock. */
import { type OfficialText, type Procedure, procedureCodeSchema } from '../../../contract/procedure.ts';
import { cleanLine, presentOrNull } from './clean-text.ts';
import { deriveShortTitle } from './derive-short-title.ts';
import { factsSha256 } from './facts-sha256.ts';
import { findAudience } from './find-audience.ts';
import { findIssuer } from './find-issuer.ts';
import { findServedAt } from './find-served-at.ts';
import { findStaleWords } from './find-stale-words.ts';
import { findTile } from './find-tile.ts';
import type { ImportOutcome, RecordCounts, RefusedRecord } from './import-outcome.ts';
import type { ImportRules } from './import-rules.ts';
import { type HeadingKey, headings, type NationalRecord, readNationalRecord } from './national-record.ts';
import { noticeFaults } from './notice-faults.ts';
import { parseDocumentGroups } from './parse-document-groups.ts';
import { parseLegalBases } from './parse-legal-bases.ts';
import { parseApplicants, parseResults } from './parse-lists.ts';
import { parseSteps } from './parse-steps.ts';
import { onlineServiceOf, parseSubmissionMethods } from './parse-submission-methods.ts';
import { findSameDayRule, withSameDayLimit } from './same-day-rule.ts';

export type { ImportOutcome } from './import-outcome.ts';

const levelByText: Readonly<Record<string, Procedure['level']>> = {
  'cấp xã': 'commune',
  'cấp tỉnh': 'province',
  'cấp bộ/trung ương': 'ministry',
};

/** The rule on "where" reads the first steps only: later ones tell of the offices' own ways. */
const firstStepsLength = 1_500;

function refusalOf(record: NationalRecord, code: string, rules: ImportRules): Omit<RefusedRecord, 'counts'> | null {
  for (const { reason, heading, pattern } of rules.refusals) {
    const text = cleanLine(record[heading]);
    if (pattern.test(text))
      return { kind: 'refused', code, reason, detail: `${headings[heading]}: ${text.slice(0, 120)}` };
  }
  if (procedureCodeSchema.safeParse(code).success) return null;
  return { kind: 'refused', code, reason: 'malformed-code', detail: `"${code}" is no code of a procedure (d.dddddd)` };
}

function officialText(record: NationalRecord, code: string): OfficialText {
  const sections = (Object.keys(headings) as HeadingKey[]).flatMap((key) => {
    const text = key === 'code' || key === 'decision' ? null : presentOrNull(record[key]);
    return text === null ? [] : [{ heading: headings[key], text }];
  });
  return { code, decisionNumber: presentOrNull(record.decision), sections };
}

function agenciesOf(record: NationalRecord): Procedure['agencies'] {
  return {
    performing: presentOrNull(record.performing),
    competent: presentOrNull(record.competent),
    authorised: presentOrNull(record.authorised),
    coordinating: presentOrNull(record.coordinating),
    receivingAddress: presentOrNull(record.receivingAddress)?.replace(/^"|"$/gu, '') ?? null,
  };
}

/** Reads one parsed JSON value of the export. Everything that can be wrong with it is a refusal; it never throws. */
export function importNationalRecord(raw: unknown, rules: ImportRules): ImportOutcome {
  const reading = readNationalRecord(raw);
  if (reading.kind === 'faulty') {
    return { kind: 'refused', code: reading.code, reason: reading.fault, detail: reading.detail, counts: null };
  }
  const { record } = reading;
  const code = cleanLine(record.code);
  const methods = parseSubmissionMethods(record.methods);
  const documents = parseDocumentGroups(record.documents, code, rules.documentWords);
  const legalBases = parseLegalBases(record.legalBases);
  const countOf = (channel: string) => methods.value.methods.filter((method) => method.channel === channel).length;
  const counts: RecordCounts = {
    documentLines: documents.value.lineCount,
    zeroDocumentLines: documents.value.zeroLineCount,
    titledGroups: documents.value.titledGroupCount,
    directMethods: countOf('direct'),
    postalMethods: countOf('postal'),
    onlineMethods: countOf('online'),
    feeTexts: methods.value.feeTextCount,
    legalBases: legalBases.length,
  };
  const refusal = refusalOf(record, code, rules);
  if (refusal) return { ...refusal, counts };

  const name = cleanLine(record.name);
  const level = levelByText[cleanLine(record.level).toLowerCase()] ?? 'unknown';
  const publishedField = cleanLine(record.field);
  const field = rules.fieldNames.get(publishedField) ?? publishedField;
  const applicants = parseApplicants(record.applicants);
  const agencies = agenciesOf(record);
  const agency = [agencies.performing, agencies.competent, agencies.receivingAddress]
    .filter((text) => text !== null)
    .join('; ');
  const whereText = `${record.methods}\n${record.steps.slice(0, firstStepsLength)}`;
  const servedAt = findServedAt({ field, level, name, agency, text: whereText }, rules);
  const sameDay = findSameDayRule([record.steps, record.methods]);
  const readByCitizens = [record.steps, record.methods, record.documents, agency, record.conditions, record.results];

  const procedure: Procedure = {
    code,
    decisionNumber: presentOrNull(record.decision),
    name,
    shortTitle: deriveShortTitle(name, rules.properNouns),
    summary: null,
    english: null,
    aliases: [...(rules.bundled.get(code)?.aliases ?? []), ...(rules.aliases.get(code) ?? [])],
    level,
    field,
    tile: findTile({ field, name, servedAt }, rules),
    issuer: findIssuer(record, rules),
    servedAt,
    servedAtOrigin: servedAt === 'unknown' ? 'none' : 'rule',
    audience: findAudience(applicants),
    applicants,
    agencies,
    steps: parseSteps(record.steps),
    submissionMethods: withSameDayLimit(methods.value.methods, sameDay),
    documentGroups: documents.value.groups,
    results: parseResults(record.results),
    legalBases,
    conditions: presentOrNull(record.conditions),
    onlineService: onlineServiceOf(methods.value.methods),
    citizenDeadline: null,
    sameDayUntil: sameDay?.until ?? null,
    commonMistakes: [],
    staleWords: findStaleWords(readByCitizens.join('\n'), rules),
    office: null,
    handWritten: null,
    hasOfficialText: true,
  };
  const warnings = [...methods.warnings, ...documents.warnings, ...noticeFaults(procedure, counts, rules)];
  return {
    kind: 'imported',
    procedure,
    official: officialText(record, code),
    factsSha256: factsSha256(record),
    counts,
    warnings,
  };
}
