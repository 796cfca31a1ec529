/** The checklist of one procedure: what to bring, how long, what it costs, where. Made as data; the paper comes later. */
import { KioskError } from '../../../contract/error.ts';
import type { Procedure } from '../../../contract/procedure.ts';
import { officeDate } from '../../office-date.ts';
import { foldedWords } from '../../vietnamese-text.ts';
import type { SlipElement, SlipLayout } from '../typesetting/slip-layout.ts';
import { type ArrangedPapers, arrangePapers } from './arrange-papers.ts';
import { describeFees } from './describe-fees.ts';
import { describePlace } from './describe-place.ts';
import { describeProcessingTime } from './describe-time.ts';
import { blockRanks, type SlipBlock } from './fit-blocks.ts';
import { paperBlocks } from './paper-blocks.ts';
import type { SlipDetail } from './paper-elements.ts';
import { capitalised, plainHeading, shortenText } from './shorten-text.ts';
import { briefly, type SlipFact } from './slip-fact.ts';
import {
  betweenFacts,
  fitSlip,
  gap,
  type HeightOf,
  type SlipContext,
  slipCode,
  slipFooter,
  slipHeader,
  smallGap,
  smallText,
} from './slip-frame.ts';
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
 * Never higher than `maximumHeightMillimetres` (150 or more) together with the feed to the cutter.
 * Errors: `not-found` where `caseId` names none of the procedure's cases.
 */
export function composeChecklist(request: ChecklistRequest, heightOf: HeightOf): SlipLayout {
  const words = slipWords[request.language];
  const papers = arrangePapers(request.procedure.documentGroups, request.caseId);
  if (request.caseId !== null && papers.chosenCase === null) {
    throw new KioskError('not-found', `${request.procedure.code} has no case ${JSON.stringify(request.caseId)}.`);
  }
  const blocksAt = (detail: SlipDetail): SlipBlock[] => blocksOf(request, papers, words, detail);
  return fitSlip(blocksAt, { heightOf, context: request, leftOut: words.leftOut });
}

function blocksOf(
  request: ChecklistRequest,
  papers: ArrangedPapers,
  words: SlipWords,
  detail: SlipDetail,
): SlipBlock[] {
  const link = { url: request.portalUrl, code: request.procedure.code };
  return [
    block('fixed', slipHeader(request, words.checklistKind, titleOf(request))),
    ...nameBlocks(request, words),
    ...caseBlocks(papers, words),
    ...paperBlocks(papers, { words, detail }),
    ...factBlocks(request, words, detail),
    block('fixed', [gap, { kind: 'rule' }, smallGap]),
    block('code', [slipCode(request, words, link), smallGap]),
    block('fixed', slipFooter(words)),
  ];
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
    ...(official.length > 0 ? [block('officialName', official)] : []),
    ...(local.length > 0 ? [block('fact', local)] : []),
  ];
}

function caseBlocks(papers: ArrangedPapers, words: SlipWords): SlipBlock[] {
  if (papers.chosenCase !== null) {
    const text = words.chosenCase(caseTitle(papers.chosenCase.title));
    return [block('fixed', [smallGap, { kind: 'text', size: 'body', runs: [{ text, bold: true }] }])];
  }
  const others = papers.always.length + papers.ifApplicable.length + papers.oneOf.length;
  if (papers.cases.length === 0) {
    return others > 0 ? [] : [block('fixed', [gap, body(words.noPapers)])];
  }
  const named = papers.cases.slice(0, namedCases).map((group) => smallText(`– ${caseTitle(group.title)}`));
  const more = papers.cases.length - named.length;
  return [
    block('fact', [
      gap,
      body(words.severalCases(papers.cases.length)),
      ...named,
      ...(more > 0 ? [smallText(words.moreCases(more))] : []),
    ]),
    block('fixed', [smallGap, body(others > 0 ? words.askWhichCase : words.onlyCases)]),
  ];
}

function caseTitle(title: string | null): string {
  const { text, shortened } = shortenText(plainHeading(title ?? ''), 110);
  const plain = text.replace(/^(?:\d+[.)]\s*)?(?:đối với )?trường hợp\s*:?\s*/iu, '');
  const said = plain === '' ? text : capitalised(plain);
  return shortened ? `${said} …` : said;
}

function factBlocks(request: ChecklistRequest, words: SlipWords, detail: SlipDetail): SlipBlock[] {
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
    block('fact', [
      ...(index === 0 ? [gap, { kind: 'rule' } as const, gap] : [betweenFacts]),
      ...lines.flatMap((fact, line) => (line === 0 ? [factRow(label, fact)] : [smallGap, factRow('', fact)])),
    ]),
  );
}

function factRow(label: string, { value, details }: SlipFact): SlipElement {
  return { kind: 'row', label, value, ...(details.length === 0 ? {} : { detail: details.join('\n') }) };
}

function block(rank: keyof typeof blockRanks, elements: readonly SlipElement[]): SlipBlock {
  return { rank: blockRanks[rank], elements, paper: false };
}

function body(text: string): SlipElement {
  return { kind: 'text', size: 'body', runs: [{ text }] };
}
