/** `kioskctl search --explain` in words: the question as it was understood, then a line a hit. */
import type { HitExplanation, RankingExplanation } from '../core/search/explain-ranking.ts';
import { columnsOf } from './text-layout.ts';

const mendedWords = {
  no: '',
  composed: 'keyboard residue composed',
  'written-out': 'shortening written out',
  parted: 'words parted',
  spelling: 'spelling mended',
} as const;

export function explanationText({ question, hits }: RankingExplanation): string {
  const words = question.words.map(({ word, mended, counts }) => {
    const notes = [mendedWords[mended], counts ? '' : 'does not count'].filter((note) => note !== '');
    return notes.length === 0 ? word : `${word} [${notes.join(', ')}]`;
  });
  const concepts = question.concepts.map(({ wordings, isLight }) => {
    const alternatives = wordings.map(({ words: text, trust }) =>
      trust === 1 ? text : `${text} (${trust.toFixed(2)})`,
    );
    return `  ${alternatives.join(' | ')}${isLight ? ' [weighs little]' : ''}`;
  });
  const asked = [
    question.aspect === null ? '' : `Asks about: ${question.aspect}\n`,
    question.lifeEvent === null ? '' : `Tells of: ${question.lifeEvent}\n`,
  ].join('');
  return `Understood: ${words.join(' ')}\n${asked}Looked for (without accents):\n${concepts.join('\n')}\n\n${hitTable(hits)}\n`;
}

function hitTable(hits: readonly HitExplanation[]): string {
  const head = ['Code', 'Score', 'Name', 'All', 'Place', 'Written', 'Demand', 'Event', 'Group', 'Copies', 'Best name'];
  const rows = hits.map((hit) => [
    hit.code,
    hit.score.toFixed(3),
    hit.nameFit.toFixed(3),
    hit.together.toFixed(3),
    `x${hit.standing.toFixed(2)}`,
    `x${hit.preference.toFixed(2)}`,
    `x${hit.demand.toFixed(2)}`,
    `x${hit.situation.toFixed(2)}`,
    `+${hit.pulled.toFixed(3)}`,
    `x${hit.copies.toFixed(2)}`,
    hit.bestName,
  ]);
  const legend =
    'Score = (0.7 Name + 0.3 All) x Place x Written x Demand x Event + Group, x Copies. Name: fit of the best name; All: share found in all texts.';
  return `${columnsOf([head, ...rows]).join('\n')}\n${legend}`;
}
