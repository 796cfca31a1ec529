/**
 * The citizens' lexicon in `data/search` is written by hand, and a slip in it shows up only as a poor answer: an entry
 * nobody's typing can ever match, or one that turns a word into itself. These are the slips a machine can see.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aspects } from '../../../main/contract/search.ts';

const dataFolder = join(import.meta.dirname, '../../../data');
const about = z.string().min(20);
const reason = z.string().min(5);
const phrases = z.array(z.string().min(1)).min(1);

const shortenings = readLexicon(
  'shortenings',
  z.strictObject({
    about,
    entries: z.array(z.strictObject({ written: z.string(), means: phrases.max(3), reason })).min(150),
  }),
);
const synonyms = readLexicon(
  'synonyms',
  z.strictObject({
    about,
    entries: z.array(z.strictObject({ words: z.string(), official: phrases.max(4), reason })).min(350),
  }),
);
const questionPhrases = readLexicon(
  'phrases',
  z.strictObject({
    about,
    courtesy: phrases,
    pronouns: phrases,
    questions: z.array(z.strictObject({ aspect: z.enum(aspects), phrases })),
    general: phrases,
  }),
);
const situations = readLexicon(
  'situations',
  z.strictObject({ about, entries: z.array(z.strictObject({ lifeEvent: z.string(), leadsTo: phrases, phrases })) }),
);

function readLexicon<Shape>(name: string, schema: z.ZodType<Shape>): Shape {
  return schema.parse(JSON.parse(readFileSync(join(dataFolder, 'search', `${name}.json`), 'utf8')));
}

/** Everything of a question that does not tell which procedure is meant, whatever list it stands in. */
const emptyPhrases = [
  ...questionPhrases.courtesy,
  ...questionPhrases.pronouns,
  ...questionPhrases.general,
  ...questionPhrases.questions.flatMap((question) => question.phrases),
];
const situationPhrases = situations.entries.flatMap((entry) => entry.phrases);

const allPhrases = [
  ...shortenings.entries.flatMap((entry) => [entry.written, ...entry.means]),
  ...synonyms.entries.flatMap((entry) => [entry.words, ...entry.official]),
  ...emptyPhrases,
  ...situationPhrases,
];

/** What stands twice in a list. */
function repeated(list: readonly string[]): string[] {
  return list.filter((item, place) => list.indexOf(item) !== place);
}

/** Words of a phrase that no tokeniser would yield whole, or that are longer than any Vietnamese or English word here. */
function implausibleWords(phrase: string): string[] {
  return phrase.split(' ').filter((word) => word !== '…' && !/^[\p{Letter}\p{Number}]{1,14}$/u.test(word));
}

describe('the lexicon of citizens’ words', () => {
  it('is composed (NFC), lower case and cut by single spaces', () => {
    const odd = allPhrases.filter(
      (phrase) => phrase !== phrase.normalize('NFC').toLowerCase().trim().replaceAll(/\s+/gu, ' '),
    );
    expect(odd).toEqual([]);
  });

  it('holds only words that a tokeniser yields', () => {
    expect(allPhrases.flatMap(implausibleWords)).toEqual([]);
  });

  it('puts tones where most official names have them (hóa, thủy; not hoá, thuỷ)', () => {
    const otherPlaces = /(?<![qg])(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{Letter})/u;
    expect(allPhrases.filter((phrase) => otherPlaces.test(phrase))).toEqual([]);
  });
});

describe('shortenings', () => {
  it('are one written token each, said once', () => {
    const written = shortenings.entries.map((entry) => entry.written);
    expect(repeated(written)).toEqual([]);
    expect(written.filter((token) => !/^[\p{Letter}\p{Number}]+$/u.test(token))).toEqual([]);
  });

  it('never stand for themselves, nor for one thing twice', () => {
    const circular = shortenings.entries.filter(
      (entry) => entry.means.includes(entry.written) || repeated(entry.means).length > 0,
    );
    expect(circular).toEqual([]);
  });
});

describe('synonyms', () => {
  it('say each phrase once and never map it to itself', () => {
    expect(repeated(synonyms.entries.map((entry) => entry.words))).toEqual([]);
    const circular = synonyms.entries.filter(
      (entry) => entry.official.includes(entry.words) || repeated(entry.official).length > 0,
    );
    expect(circular).toEqual([]);
  });

  it('are phrases of one to six syllables, seven on the official side', () => {
    const tooLong = synonyms.entries.filter(
      (entry) => entry.words.split(' ').length > 6 || entry.official.some((official) => official.split(' ').length > 7),
    );
    expect(tooLong).toEqual([]);
  });
});

describe('phrases that do not tell the procedure', () => {
  it('stand in one list only, and cover every aspect once', () => {
    expect(repeated(emptyPhrases)).toEqual([]);
    expect(questionPhrases.questions.map((question) => question.aspect).toSorted()).toEqual([...aspects].toSorted());
  });

  it('never hold a bare negation, for “không có lương hưu” means the opposite without it', () => {
    expect(emptyPhrases.filter((phrase) => ['không', 'chưa', 'chẳng', 'đừng'].includes(phrase))).toEqual([]);
  });

  it('never swallow a synonym whole', () => {
    const words = new Set(synonyms.entries.map((entry) => entry.words));
    expect(emptyPhrases.filter((phrase) => words.has(phrase))).toEqual([]);
  });
});

describe('situations', () => {
  it('are told for exactly the life events there are', () => {
    const lifeEvents = readdirSync(join(dataFolder, 'life-events')).map((file) => basename(file, '.json'));
    expect(situations.entries.map((entry) => entry.lifeEvent).toSorted()).toEqual(lifeEvents.toSorted());
  });

  it('belong to one life event each', () => {
    expect(repeated(situationPhrases)).toEqual([]);
  });
});
