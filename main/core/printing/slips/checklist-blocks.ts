/** What a checklist tells below its title: names and case, papers, facts, the codes to scan. A ticket's slip has it below the number. */
import { KioskError } from '../../../contract/error.ts';
import type { Procedure } from '../../../contract/procedure.ts';
import { officeDate } from '../../office-date.ts';
import { foldedWords } from '../../vietnamese-text.ts';
import type { SlipElement } from '../typesetting/slip-layout.ts';
import { type ArrangedPapers, arrangePapers } from './arrange-papers.ts';
import { barsThatFit } from './bars-that-fit.ts';
import { describeFees } from './describe-fees.ts';
import { describePlace } from './describe-place.ts';
import { describeProcessingTime } from './describe-time.ts';
import { type SlipBlock, slipBlock } from './fit-blocks.ts';
import { paperBlocks } from './paper-blocks.ts';
import type { SlipDetail } from './paper-elements.ts';
import { capitalised, plainHeading, shortenText } from './shorten-text.ts';
import { bodyText, createFactRow, type FactRow, gap, smallGap, smallText } from './slip-elements.ts';
import { briefly } from './slip-fact.ts';
import { type HeightOf, kindAndTitle, type SlipContext, slipCode, slipFooter } from './slip-frame.ts';
import { type SlipWords, slipWords } from './slip-words.ts';

export interface ChecklistRequest extends SlipContext {
  readonly procedure: Procedure;
  /** Id of the chosen document group of kind `case`; null where none was chosen or none exists. */
  readonly caseId: string | null;
  /** The procedure's page at the national portal. */
  readonly portalUrl: string;
}

/** Cases named on a slip that was printed before one was chosen. */
const namedCases = 8;

/**
 * The checklist's blocks for a measure of detail, from its kind and title to its foot.
 * Errors: `not-found` where `caseId` names none of the procedure's cases.
 */
export function checklistBlocks(
  request: ChecklistRequest,
  heightOf: HeightOf,
): (detail: SlipDetail) => readonly SlipBlock[] {
  const { procedure, caseId, portalUrl } = request;
  const papers = arrangePapers(procedure.documentGroups, caseId);
  if (caseId !== null && papers.chosenCase === null) {
    throw new KioskError('not-found', `${procedure.code} has no case ${JSON.stringify(caseId)}.`);
  }
  const factRow = createFactRow(heightOf);
  const bars = barsFor(procedure.code, caseId, heightOf);
  return (detail) => {
    const words = wordsFor(slipWords[request.language], detail);
    return [
      slipBlock('fixed', kindAndTitle(words.checklistKind, titleOf(request), heightOf)),
      ...nameBlocks(request, words),
      ...caseBlocks(papers, words),
      ...paperBlocks(papers, { words, detail }),
      ...factBlocks(request, words, detail, factRow),
      slipBlock('fixed', [gap, { kind: 'rule' }, smallGap]),
      slipBlock('code', [slipCode(request, words, { url: portalUrl, code: procedure.code }), smallGap]),
      ...(bars.length === 0 ? [] : [slipBlock('code', [...bars, smallGap])]),
      slipBlock('fixed', slipFooter(words)),
    ];
  };
}

/** What a checklist's bars say where it was printed for one case; main/core/scanning reads it. */
export function checklistCode(procedureCode: string, caseId: string): string {
  return `CHECKLIST:${procedureCode}:${caseId}`;
}

/** With the case where the paper is wide enough for it, else the code alone. */
function barsFor(procedureCode: string, caseId: string | null, heightOf: HeightOf): readonly SlipElement[] {
  const withCase = caseId === null ? [] : barsThatFit(checklistCode(procedureCode, caseId), heightOf);
  return withCase.length > 0 ? withCase : barsThatFit(procedureCode, heightOf);
}

/** Where paper is short, a shortened text ends without saying where it goes on: the code's own words do. */
function wordsFor(words: SlipWords, detail: SlipDetail): SlipWords {
  return detail.pointers ? words : { ...words, readOn: '…' };
}

function titleOf({ procedure, language }: ChecklistRequest): string {
  return (language === 'en' ? procedure.english?.shortTitle : undefined) ?? procedure.shortTitle;
}

/** The official name where the title does not say it already, and whose rule it is. */
function nameBlocks(request: ChecklistRequest, words: SlipWords): SlipBlock[] {
  const { name, issuer } = request.procedure;
  const known = foldedWords(name).replace(/^thu tuc /u, '') === foldedWords(titleOf(request));
  const { text, shortened } = shortenText(name, 200);
  const official = known ? [] : [smallGap, smallText(words.fullName(shortened ? `${text} …` : text))];
  const local = issuer.scope === 'province' ? [smallGap, smallText(words.provinceRule(issuer.province), true)] : [];
  return [
    ...(official.length > 0 ? [slipBlock('officialName', official)] : []),
    ...(local.length > 0 ? [slipBlock('fixed', local)] : []),
  ];
}

function caseBlocks(papers: ArrangedPapers, words: SlipWords): SlipBlock[] {
  if (papers.chosenCase !== null) {
    const text = words.chosenCase(caseTitle(papers.chosenCase.title));
    return [slipBlock('fixed', [smallGap, bodyText(text, true)])];
  }
  const others = papers.always.length + papers.ifApplicable.length + papers.oneOf.length;
  if (papers.cases.length === 0) {
    return others > 0 ? [] : [slipBlock('fixed', [gap, bodyText(words.noPapers)])];
  }
  const named = papers.cases.slice(0, namedCases).map((group) => smallText(`– ${caseTitle(group.title)}`));
  const more = papers.cases.length - named.length;
  return [
    slipBlock('fact', [
      gap,
      bodyText(words.severalCases(papers.cases.length)),
      ...named,
      ...(more > 0 ? [smallText(words.moreCases(more))] : []),
    ]),
    slipBlock('fixed', [smallGap, bodyText(others > 0 ? words.askWhichCase : words.onlyCases)]),
  ];
}

function caseTitle(title: string | null): string {
  const { text, shortened } = shortenText(plainHeading(title ?? ''), 110);
  const plain = text.replace(/^(?:\d+[.)]\s*)?(?:đối với )?trường hợp\s*:?\s*/iu, '');
  const said = plain === '' ? text : capitalised(plain);
  return shortened ? `${said} …` : said;
}

function factBlocks(request: ChecklistRequest, words: SlipWords, detail: SlipDetail, factRow: FactRow): SlipBlock[] {
  const { procedure } = request;
  const deadline = procedure.citizenDeadline;
  const wording = {
    words,
    limit: detail.factLimit,
    mostRates: detail.mostRates,
    today: officeDate(request.printedAtMs),
  };
  const facts = [
    {
      label: words.deadline,
      facts: deadline === null ? [] : [{ value: briefly(deadline.text, wording), details: [] }],
    },
    { label: words.time, facts: [describeProcessingTime(procedure, wording)] },
    { label: words.fee, facts: describeFees(procedure.submissionMethods, wording) },
    { label: words.where, facts: [describePlace(procedure, { ...request, words, detail: detail.place })] },
  ].filter((each) => each.facts.length > 0);
  return facts.map(({ label, facts: lines }, index) =>
    slipBlock('fact', [
      ...(index === 0 ? [gap, { kind: 'rule' } as const, smallGap] : []),
      ...lines.flatMap(({ value, details }, line) => factRow(line === 0 ? label : '', value, details)),
    ]),
  );
}
