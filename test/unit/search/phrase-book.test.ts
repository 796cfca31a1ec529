/** Which of the lexicon's phrases stand in a question, and that typed accents are believed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agree, createPhraseBook, type PhraseMatch } from '../../../main/core/search/phrase-book.ts';
import { tokenise, wordForms } from '../../../main/core/vietnamese-text.ts';
import { lexiconWith, projectLexicon } from './index-fixtures.ts';

const reason = 'for tests';
const book = createPhraseBook(
  lexiconWith({
    phrases: {
      courtesy: ['cho em', 'cho em hỏi'],
      pronouns: ['em'],
      general: [],
      questions: [{ aspect: 'time', phrases: ['bao lâu', 'mất bao lâu'] }],
    },
    synonyms: [
      { words: 'nhận … về nuôi', official: ['nuôi con nuôi'], reason },
      { words: 'má', official: ['mẹ'], reason },
      { words: 'mỗ', official: ['phẫu thuật'], reason },
      { words: 'khai sinh', official: ['Khai Sinh', 'KHAI SINH'], reason },
      { words: 'cưới', official: ['cưới', 'kết hôn'], reason },
    ],
    questionWords: {
      light: ['cho'],
      askers: ['gì'],
      negations: ['không'],
      subjects: [{ aspect: 'fee', words: ['phí'] }],
    },
    situations: [{ lifeEvent: 'sinh-con', leadsTo: ['1.001193'], phrases: ['vợ … sinh'] }],
  }),
);

/** Kind and words of each phrase found, in the order they are found. */
function found(text: string, hasAccents = true): string[] {
  const words = tokenise(text);
  return book
    .find(words, hasAccents)
    .map(({ meaning, start, end }) => `${meaning.kind}: ${text.slice(words[start]?.start, words[end - 1]?.end)}`);
}

function meaningsOf(text: string): PhraseMatch['meaning'][] {
  return book.find(tokenise(text), true).map(({ meaning }) => meaning);
}

describe('the phrase book', () => {
  it('finds every phrase, by where it begins, the longest first', () => {
    expect(found('cho em hỏi mất bao lâu')).toEqual([
      'filler: cho em hỏi',
      'filler: cho em',
      'light: cho',
      'filler: em',
      'filler: mất bao lâu',
      'filler: bao lâu',
    ]);
  });

  it('keeps what each phrase tells', () => {
    expect(meaningsOf('bao lâu')).toEqual([{ kind: 'filler', aspect: 'time' }]);
    expect(meaningsOf('phí gì')).toEqual([{ kind: 'subject', aspect: 'fee' }, { kind: 'asker' }]);
    expect(meaningsOf('vợ sinh')).toEqual([{ kind: 'situation', lifeEvent: 'sinh-con', leadsTo: ['1.001193'] }]);
  });

  it.each([
    ['nhận về nuôi', ['synonym: nhận về nuôi']],
    ['nhận con về nuôi', ['synonym: nhận con về nuôi']],
    ['nhận một đứa bé nhỏ về nuôi', ['synonym: nhận một đứa bé nhỏ về nuôi']],
    ['nhận một đứa bé nhỏ xíu về nuôi', []],
    ['nhận con', []],
    ['về nuôi nhận', []],
  ])('bridges a gap of a few words: %s', (text, phrases) => {
    expect(found(text)).toEqual(phrases);
  });

  it('believes accents that were typed, and needs none where none were', () => {
    expect(found('má')).toEqual(['synonym: má']);
    expect([found('mạ'), found('mã'), found('ma')]).toEqual([[], [], []]);
    expect(found('ma', false)).toEqual(['synonym: ma']);
    expect(found('MÁ'.normalize('NFD'))).toEqual(['synonym: MÁ'.normalize('NFD')]);
  });

  it('takes hỏi for ngã, as many do', () => {
    expect(found('mổ')).toEqual(['synonym: mổ']);
    expect(found('mộ')).toEqual([]);
  });

  it('turns no word into another spelling of itself', () => {
    expect(found('khai sinh')).toEqual([]);
    const [cuoi] = meaningsOf('cưới');
    expect(cuoi?.kind === 'synonym' && cuoi.official.map((words) => words.map(({ folded }) => folded))).toEqual([
      ['ket', 'hon'],
    ]);
  });

  it('finds nothing in nothing', () => {
    expect([found(''), found('…'), found('xây nhà')]).toEqual([[], [], []]);
  });
});

it('says that words agree in themselves, and never with other letters', () => {
  const word = fc.constantFrom('ma', 'má', 'mạ', 'mã', 'mả', 'mà', 'đa', 'da', 'dạ', 'kỹ', 'kĩ');
  fc.assert(
    fc.property(word, word, fc.boolean(), (one, other, hasAccents) => {
      const [typed, meant] = [wordForms(one), wordForms(other)];
      expect(agree(typed, typed, hasAccents)).toBe(true);
      expect(agree(typed, meant, hasAccents)).toBe(agree(meant, typed, hasAccents));
      expect(agree(typed, meant, false)).toBe(typed.folded === meant.folded);
    }),
  );
});

it("finds phrases of the project's own words only where they stand", () => {
  const own = createPhraseBook(projectLexicon());
  const words = fc.array(
    fc.constantFrom(...'em muốn hỏi mất sổ bao lâu thì có vợ mới sinh con nhận về nuôi'.split(' ')),
    {
      maxLength: 15,
    },
  );
  fc.assert(
    fc.property(words, (parts) => {
      const asked = tokenise(parts.join(' '));
      let previous = 0;
      for (const { start, end } of own.find(asked, true)) {
        expect(start).toBeGreaterThanOrEqual(previous);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(asked.length);
        previous = start;
      }
    }),
  );
});
