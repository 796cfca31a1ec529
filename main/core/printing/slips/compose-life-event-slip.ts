/** One slip for a whole life event: what to do in which order, by when and where, and the papers of all of it, each once. */
import type { LifeEvent } from '../../../contract/life-event.ts';
import type { Procedure } from '../../../contract/procedure.ts';
import type { SlipLayout, TextElement } from '../typesetting/slip-layout.ts';
import { arrangePapers } from './arrange-papers.ts';
import { describePlace } from './describe-place.ts';
import { type SlipBlock, slipBlock } from './fit-blocks.ts';
import { fitSlip } from './fit-slip.ts';
import { lifeEventPaperBlocks } from './life-event-paper-blocks.ts';
import { type MergedPapers, mergePapers } from './merge-papers.ts';
import type { SlipDetail } from './paper-elements.ts';
import { codeToScan, gap, smallGap, smallText } from './slip-elements.ts';
import type { SlipFact } from './slip-fact.ts';
import { dateLines, type HeightOf, type SlipContext, slipFooter, slipHeader } from './slip-frame.ts';
import { type SlipWords, slipWords } from './slip-words.ts';

export interface LifeEventSlipRequest extends SlipContext {
  readonly event: LifeEvent;
  /** Chosen at the stages that offer a choice. A stage with a single procedure is always on the slip. */
  readonly chosenCodes: readonly string[];
  readonly getProcedure: (code: string) => Procedure | null;
  readonly portalUrlOf: (code: string) => string;
}

/** Edge of a square of a step's QR code: 0.375 mm, the least that telephones read with ease. */
const stepModuleDots = 3;

/** A stage, or one of the procedures chosen at it. */
interface Step {
  readonly number: number;
  readonly title: string;
  readonly deadline: string | null;
  readonly optional: boolean;
  /** Null where nothing was chosen, or where the catalogue does not hold the procedure. */
  readonly procedure: Procedure | null;
  /** What there is to choose from, where nothing was. */
  readonly choices: readonly string[];
}

/** Never higher than `maximumHeightMillimetres` (150 or more) together with the feed to the cutter. */
export function composeLifeEventSlip(request: LifeEventSlipRequest, heightOf: HeightOf): SlipLayout {
  const words = slipWords[request.language];
  const steps = stepsOf(request);
  const papers = mergePapers(
    steps.flatMap(({ number, procedure }) =>
      procedure === null ? [] : [{ step: number, papers: arrangePapers(procedure.documentGroups, null) }],
    ),
  );
  // Without a code beside each step, what is shortened is read on the step's own slip.
  const wordsAt = (detail: SlipDetail): SlipWords =>
    detail.stepCodes ? words : { ...words, readOn: words.readOnOwnSlip };
  const blocksAt = (detail: SlipDetail): SlipBlock[] =>
    blocksOf(request, steps, papers, { words: wordsAt(detail), detail, heightOf });
  return fitSlip(blocksAt, words.leftOutOfEvent, { heightOf, context: request });
}

function stepsOf(request: LifeEventSlipRequest): Step[] {
  const { language, event } = request;
  const steps = event.stages.flatMap((stage): Omit<Step, 'number'>[] => {
    const chosen =
      stage.choices.length === 1
        ? stage.choices
        : stage.choices.filter(({ code }) => request.chosenCodes.includes(code));
    const shared = { deadline: stage.deadline?.[language] ?? null, optional: stage.optional };
    if (chosen.length === 0) {
      const choices = stage.choices.map(
        ({ code, when }) => when?.[language] ?? titleOf(request.getProcedure(code), request) ?? code,
      );
      return [{ ...shared, title: stage.title[language], procedure: null, choices }];
    }
    return chosen.map(({ code }) => {
      const procedure = request.getProcedure(code);
      const title = chosen.length > 1 ? (titleOf(procedure, request) ?? stage.title[language]) : stage.title[language];
      return { ...shared, title, procedure, choices: [] };
    });
  });
  return steps.map((step, index) => ({ ...step, number: index + 1 }));
}

function titleOf(procedure: Procedure | null, request: LifeEventSlipRequest): string | null {
  return (request.language === 'en' ? procedure?.english?.shortTitle : undefined) ?? procedure?.shortTitle ?? null;
}

/** Name and address in one line; the hours stand on the checklists. */
function placeLine({ value, details }: SlipFact): string {
  return [value, ...details.slice(0, 1)].join(', ');
}

interface Wording {
  readonly heightOf: HeightOf;
  readonly words: SlipWords;
  readonly detail: SlipDetail;
}

function blocksOf(
  request: LifeEventSlipRequest,
  steps: readonly Step[],
  papers: MergedPapers,
  wording: Wording,
): SlipBlock[] {
  const { words, heightOf } = wording;
  return [
    slipBlock(
      'fixed',
      slipHeader(request, { kind: words.lifeEventKind, title: request.event.title[request.language] }, heightOf),
    ),
    ...steps.map((step) => stepBlock(request, step, wording)),
    ...lifeEventPaperBlocks(papers, steps, wording),
    slipBlock('fixed', [gap, { kind: 'rule' }, smallGap, ...dateLines(request, words), ...slipFooter(words)]),
  ];
}

function stepBlock(request: LifeEventSlipRequest, step: Step, { words, detail }: Wording): SlipBlock {
  const { procedure } = step;
  const cases = procedure?.documentGroups.filter(({ kind }) => kind === 'case').length ?? 0;
  const deadline = step.deadline ?? procedure?.citizenDeadline?.text ?? null;
  const place =
    procedure === null
      ? words.askDesk
      : placeLine(describePlace(procedure, { ...request, words, detail: detail.place }));
  const optional = step.optional ? [{ text: ` (${words.optional})` }] : [];
  const lines: TextElement[] = [
    { kind: 'text', size: 'body', runs: [{ text: words.step(step.number, step.title), bold: true }, ...optional] },
    ...(deadline === null ? [] : [smallText(words.stepDeadline(deadline), true)]),
    ...(step.choices.length > 0 ? [words.chooseOne, ...step.choices.map((choice) => `– ${choice}`)] : []).map((text) =>
      smallText(text),
    ),
    smallText(words.stepWhere(place)),
    ...(cases > 0 ? [smallText(words.stepCases(cases))] : []),
    ...(procedure === null || !detail.stepCodes ? [] : [smallText(words.code(procedure.code))]),
  ];
  const scanned =
    detail.stepCodes && procedure !== null
      ? [codeToScan(request.portalUrlOf(procedure.code), lines, stepModuleDots)]
      : lines;
  return slipBlock('step', [gap, ...scanned]);
}
