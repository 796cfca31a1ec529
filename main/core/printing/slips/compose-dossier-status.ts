/** How a dossier stands and what to do now. */
import type { SlipElement, SlipLayout } from '../typesetting/slip-layout.ts';
import type { DossierStatusFacts } from './dossier-status-facts.ts';
import { fitRows } from './fit-slip.ts';
import { upTo } from './shorten-text.ts';
import { bodyText, codeToScan, createFactRow, gap, smallGap, smallText } from './slip-elements.ts';
import { type HeightOf, type SlipMoment, slipClosing, slipHeader } from './slip-frame.ts';
import { type DossierStatusWords, dossierStatusWords } from './words/dossier-status-words.ts';
import { momentInWords } from './words/moment-words.ts';

export function composeDossierStatus(facts: DossierStatusFacts, moment: SlipMoment, heightOf: HeightOf): SlipLayout {
  return fitRows(
    ({ lineLimit }, papers) => elementsOf(facts, moment, { limit: lineLimit, papers, heightOf }),
    facts.papers?.names.length ?? 0,
    { heightOf, context: moment },
  );
}

function elementsOf(
  facts: DossierStatusFacts,
  moment: SlipMoment,
  { limit, papers, heightOf }: { readonly limit: number; readonly papers: number; readonly heightOf: HeightOf },
): SlipElement[] {
  const { language } = moment;
  const words = dossierStatusWords[language];
  const factRow = createFactRow(heightOf);
  const state = words.states[facts.state];
  const { dueAt, message, procedureName, supplementBy, collectHours } = facts;
  return [
    ...slipHeader(moment, { kind: words.kind, title: state.name }, heightOf),
    ...(language === 'vi' ? [] : [smallText(dossierStatusWords.vi.states[facts.state].name)]),
    gap,
    { kind: 'heading', text: words.next },
    bodyText(state.next),
    ...factRow(words.message, upTo(message, 2 * limit)),
    ...factRow(
      words.collectAt,
      upTo(facts.collectAt, limit),
      collectHours === null ? [] : [words.hours(upTo(collectHours, limit))],
    ),
    ...factRow(words.supplementBy, supplementBy === null ? null : momentInWords(supplementBy, language)),
    ...(facts.papers === null ? [] : paperElements(facts.papers, papers, words, limit)),
    gap,
    { kind: 'rule' },
    ...factRow(words.dossierCode, facts.dossierCode),
    ...factRow(words.procedure, upTo(procedureName, 2 * limit)),
    ...factRow(words.due, dueAt === null ? null : momentInWords(dueAt, language)),
    gap,
    codeToScan(facts.dossierCode, [
      bodyText(words.scan, true),
      smallText(words.asOf(momentInWords(facts.asOf, language))),
    ]),
    ...slipClosing(moment, words.marking),
  ];
}

/** The first `count` of the papers, and how many more there are. */
function paperElements(
  { kind, names }: NonNullable<DossierStatusFacts['papers']>,
  count: number,
  words: DossierStatusWords,
  limit: number,
): SlipElement[] {
  return [
    gap,
    { kind: 'heading', text: words.papers[kind], trailing: words.paperCount(names.length) },
    ...names
      .slice(0, count)
      .flatMap((name): SlipElement[] => [smallGap, { kind: 'checkbox', runs: [{ text: upTo(name, limit) }] }]),
    ...(count < names.length ? [gap, bodyText(words.leftOut(names.length - count), true)] : []),
  ];
}
