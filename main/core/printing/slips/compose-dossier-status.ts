/** How a dossier stands and what to do now; nothing that whoever only knows its code may not see. */
import type { SlipElement, SlipLayout } from '../typesetting/slip-layout.ts';
import type { DossierStatusFacts } from './dossier-status-facts.ts';
import { fitElements } from './fit-slip.ts';
import { upTo } from './shorten-text.ts';
import { bodyText, codeToScan, createFactRow, gap, smallText } from './slip-elements.ts';
import { type HeightOf, type SlipMoment, slipClosing, slipHeader } from './slip-frame.ts';
import { dossierStatusWords } from './words/dossier-status-words.ts';
import { momentInWords } from './words/moment-words.ts';

export function composeDossierStatus(facts: DossierStatusFacts, moment: SlipMoment, heightOf: HeightOf): SlipLayout {
  return fitElements(({ lineLimit }) => elementsOf(facts, moment, lineLimit, heightOf), {
    heightOf,
    context: moment,
  });
}

function elementsOf(facts: DossierStatusFacts, moment: SlipMoment, limit: number, heightOf: HeightOf): SlipElement[] {
  const { language } = moment;
  const words = dossierStatusWords[language];
  const factRow = createFactRow(heightOf);
  const state = words.states[facts.state];
  const { dueAt, message, procedureName } = facts;
  return [
    ...slipHeader(moment, { kind: words.kind, title: state.name }, heightOf),
    ...(language === 'vi' ? [] : [smallText(dossierStatusWords.vi.states[facts.state].name)]),
    gap,
    { kind: 'heading', text: words.next },
    bodyText(state.next),
    ...factRow(words.message, upTo(message, 2 * limit)),
    ...factRow(words.collectAt, upTo(facts.collectAt, limit)),
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
