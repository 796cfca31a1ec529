/** Lays what a table says over a procedure, field by field; where there is no procedure yet, makes one of it. */
import type { Channel, Fee, Issuer, Origin, Procedure, SubmissionMethod } from '../../../contract/procedure.ts';
import { channels } from '../../../contract/procedure.ts';
import { absentAgencies } from './absent-agencies.ts';
import { deriveShortTitle } from './derive-short-title.ts';
import { findAudience } from './find-audience.ts';
import { findIssuer } from './find-issuer.ts';
import { findServedAt } from './find-served-at.ts';
import { findStaleWords } from './find-stale-words.ts';
import type { ImportRules } from './import-rules.ts';
import { headings, type NationalRecord } from './national-record.ts';
import type { OwnedSupplement, SourceOwner, Supplement, SupplementFee } from './supplement.ts';

const originOfOwner: Readonly<Record<SourceOwner, Origin>> = {
  nation: 'hand-written',
  province: 'city',
  office: 'office',
};

/** What a table must say of a procedure that no other source knows; empty where it says enough. In words for staff. */
export function missingParts(supplements: readonly OwnedSupplement[]): string[] {
  const { name, field, fees, times } = together(supplements);
  return [
    ...(name === undefined ? ['Tên thủ tục (name)'] : []),
    ...(field === undefined ? ['Lĩnh vực (field)'] : []),
    ...(fees === undefined && times === undefined ? ['Thời hạn … or a row of fees (how it is handed in)'] : []),
  ];
}

function together(supplements: readonly OwnedSupplement[]): Supplement {
  return Object.assign({ code: '' }, ...supplements.map(({ supplement }) => supplement));
}

/** The ground on which they are laid one after the other; `missingParts` of them must be empty. */
export function procedureOfSupplements(supplements: readonly OwnedSupplement[], rules: ImportRules): Procedure {
  const said = together(supplements);
  const { code, name = code, field = '', level = 'unknown', performing = '' } = said;
  const title = deriveShortTitle(name, rules.properNouns);
  const base: Procedure = {
    ...emptyProcedure,
    code,
    name,
    shortTitle: title,
    level,
    field: rules.fieldNames.get(field) ?? field,
    aliases: [...(rules.bundled.get(code)?.aliases ?? []), ...(rules.aliases.get(code) ?? [])],
    issuer: issuerOf(said, rules),
    servedAt: findServedAt({ field, level, name, agency: performing, text: '' }, rules),
  };
  return { ...base, servedAtOrigin: base.servedAt === 'unknown' ? 'none' : 'rule' };
}

/** Aliases are added to those that are there; a short title derived from a name follows a new name. */
export function applySupplement(
  procedure: Procedure,
  supplement: Supplement,
  owner: SourceOwner,
  rules: ImportRules,
): Procedure {
  const {
    code: _code,
    performing,
    englishTitle,
    englishSummary,
    times: _times,
    fees: _fees,
    documentGroups,
    aliases,
    field,
    ...facts
  } = supplement;
  const english = procedure.english ?? { shortTitle: '', summary: '' };
  const laid: Procedure = {
    ...procedure,
    ...facts,
    field: field === undefined ? procedure.field : (rules.fieldNames.get(field) ?? field),
    shortTitle: shortTitleOf(procedure, supplement, rules),
    aliases: [...new Set([...(aliases ?? []), ...procedure.aliases])],
    servedAtOrigin: facts.servedAt === undefined ? procedure.servedAtOrigin : 'hand-written',
    audience: facts.applicants === undefined ? procedure.audience : findAudience(facts.applicants),
    agencies: performing === undefined ? procedure.agencies : { ...procedure.agencies, performing },
    english:
      englishTitle === undefined && englishSummary === undefined
        ? procedure.english
        : { shortTitle: englishTitle ?? english.shortTitle, summary: englishSummary ?? english.summary },
    documentGroups:
      documentGroups === undefined
        ? procedure.documentGroups
        : documentGroups.map((group, index) => ({ id: `g${index + 1}`, ...group })),
    submissionMethods: methodsWith(procedure.submissionMethods, supplement, owner),
  };
  const onlineService = facts.onlineService ?? onlineServiceAfter(procedure, laid.submissionMethods);
  return { ...laid, onlineService, staleWords: staleWordsOf(laid, rules) };
}

function shortTitleOf(procedure: Procedure, { name, shortTitle }: Supplement, rules: ImportRules): string {
  if (shortTitle !== undefined) return shortTitle;
  const isDerived = procedure.shortTitle === deriveShortTitle(procedure.name, rules.properNouns);
  return name !== undefined && isDerived ? deriveShortTitle(name, rules.properNouns) : procedure.shortTitle;
}

/** A channel that the table names is there from then on; one it does not name stays as it was. */
function methodsWith(
  methods: readonly SubmissionMethod[],
  { times, fees }: Supplement,
  owner: SourceOwner,
): SubmissionMethod[] {
  const named = new Set<Channel>([
    ...methods.map(({ channel }) => channel),
    ...(times?.keys() ?? []),
    ...(fees ?? []).flatMap(({ channel }) => channel ?? []),
  ]);
  if (named.size === 0 && fees !== undefined) named.add('direct');
  return channels
    .filter((channel) => named.has(channel))
    .flatMap((channel) => {
      const known = methods.filter((method) => method.channel === channel);
      const said = feesFor(channel, fees ?? [], owner);
      return (known.length > 0 ? known : [emptyMethod(channel)]).map((method) => ({
        ...method,
        processingTime: times?.get(channel) ?? method.processingTime,
        fees: said.length > 0 ? said : method.fees,
      }));
    });
}

function feesFor(channel: Channel, fees: readonly SupplementFee[], owner: SourceOwner): Fee[] {
  return fees
    .filter((rate) => rate.channel === null || rate.channel === channel)
    .map(({ fee }) => ({ ...fee, origin: originOfOwner[owner] }));
}

function emptyMethod(channel: Channel): SubmissionMethod {
  return { channel, processingTime: { amount: null, unit: null, note: null }, fees: [], note: null };
}

/** A way on-line that was not there before can be used; whether in full only a table tells. */
function onlineServiceAfter(before: Procedure, methods: readonly SubmissionMethod[]): Procedure['onlineService'] {
  const isOnline = methods.some(({ channel }) => channel === 'online');
  return isOnline && before.onlineService === 'none' ? 'available' : before.onlineService;
}

function staleWordsOf(procedure: Procedure, rules: ImportRules): Procedure['staleWords'] {
  const { name, agencies, conditions, steps, results, submissionMethods, documentGroups } = procedure;
  const texts = [
    name,
    agencies.performing,
    agencies.competent,
    agencies.receivingAddress,
    conditions,
    ...steps.flatMap(({ title, text }) => [title, text]),
    ...results,
    ...submissionMethods.flatMap(({ note, processingTime, fees }) => [
      note,
      processingTime.note,
      ...fees.map(({ text }) => text),
    ]),
    ...documentGroups.flatMap(({ title, documents, notes }) => [title, ...documents.map((one) => one.name), ...notes]),
  ];
  return findStaleWords(texts.filter((text) => text !== null).join('\n'), rules);
}

/** A province's decision that names no province is the own one's, and not "another province's". */
function issuerOf(said: Supplement, rules: ImportRules): Issuer {
  const issuer = findIssuer(recordOf(said), rules);
  return issuer.scope === 'province' && issuer.province === rules.unnamedProvince ? { scope: 'unknown' } : issuer;
}

/** As far as the issuer is told by it. */
function recordOf({ decisionNumber, performing, name }: Supplement): NationalRecord {
  const empty = Object.fromEntries(Object.keys(headings).map((key) => [key, ''])) as NationalRecord;
  return { ...empty, decision: decisionNumber ?? '', performing: performing ?? '', name: name ?? '' };
}

const emptyProcedure: Procedure = {
  code: '',
  decisionNumber: null,
  name: '',
  shortTitle: '',
  summary: null,
  english: null,
  aliases: [],
  level: 'unknown',
  field: '',
  tile: null,
  issuer: { scope: 'unknown' },
  servedAt: 'unknown',
  servedAtOrigin: 'none',
  audience: [],
  applicants: [],
  agencies: absentAgencies,
  steps: [],
  submissionMethods: [],
  documentGroups: [],
  results: [],
  legalBases: [],
  conditions: null,
  onlineService: 'none',
  citizenDeadline: null,
  sameDayUntil: null,
  commonMistakes: [],
  staleWords: [],
  office: null,
  handWritten: null,
  hasOfficialText: false,
};
