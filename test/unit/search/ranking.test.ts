/** How names are compared with a question (match-plan.ts, scorer.ts), seen on small indexes by what stands before what. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlanner, type MatchPlan, mostSlots } from '../../../main/core/search/match-plan.ts';
import { createScorer } from '../../../main/core/search/scorer.ts';
import { createUnderstanding } from '../../../main/core/search/understand-question.ts';
import { openVocabulary } from '../../../main/core/search/vocabulary.ts';
import { makeProcedure } from '../../fakes/make-procedure.ts';
import { makeDocument, makeGroup } from '../../fakes/printing-procedures.ts';
import { indexOf, lexiconWith, procedures, sectionsOf, titlesFor } from './index-fixtures.ts';

const reason = 'for tests';
const lexicon = lexiconWith({
  questionWords: { light: ['cho', 'không', 'có'], askers: [], negations: ['không', 'chưa'], subjects: [] },
  synonyms: [{ words: 'độc thân', official: ['chưa kết hôn'], reason }],
});
/** Words that other names have too, so that none of them is rarer than the other. */
const others = ['Cấp thẻ căn cước', 'Đăng ký thường trú', 'Giấy phép môi trường', 'Hỗ trợ người cao tuổi'];

function ranked(words: string, ...names: readonly string[]): string[] {
  const all = procedures(...names, ...others);
  return titlesFor(indexOf(all, lexicon), all, words);
}

describe('a name', () => {
  it.each([
    ['with the accents that were typed before another', 'bán nhà', ['Bàn nhà', 'Bán nhà', 'Bản nhà'], 'Bán nhà'],
    ['with ngã for hỏi before another tone', 'bãn nhà', ['Bán nhà', 'Bản nhà'], 'Bản nhà'],
    ['with another tone before other letters', 'bán nhà', ['Băn nhà', 'Bản nhà'], 'Bản nhà'],
    ['as it was typed before a longer one', 'khai sinh', ['Khai sinh lưu động', 'Khai sinh'], 'Khai sinh'],
    ['with its words in a row before one without', 'nhà đất', ['Nhà nước giao đất', 'Nhà đất nước'], 'Nhà đất nước'],
    ['of all words before one of some', 'khai tử lại', ['Khai tử', 'Khai tử lại'], 'Khai tử lại'],
    [
      'without a "không" that nobody asked for',
      'hộ nghèo',
      ['Hộ không nghèo', 'Hộ đặc biệt nghèo'],
      'Hộ đặc biệt nghèo',
    ],
    ['with the "không" that was asked for', 'hộ không nghèo', ['Hộ nghèo', 'Hộ không nghèo'], 'Hộ không nghèo'],
  ])('%s', (_which, words, names, first) => {
    expect(ranked(words, ...names)[0]).toBe(first);
    expect(ranked(words, ...names.toReversed())[0]).toBe(first);
  });

  it('of the wrong accents is still found, and without accents none is preferred', () => {
    expect(new Set(ranked('ban nha', 'Bàn nhà', 'Bán nhà'))).toEqual(new Set(['Bàn nhà', 'Bán nhà']));
    expect(ranked('ban nha', 'Bàn nhà', 'Bán nhà')[0]).toBe('Bàn nhà');
    expect(ranked('ban nha', 'Bán nhà', 'Bàn nhà')[0]).toBe('Bán nhà');
    expect(ranked('bẩn nhà', 'Bàn nhà')).toEqual(['Bàn nhà']);
  });
});

it('that says no where the word asked for does stands before a shorter one that does not', () => {
  // A word that most names have tells little by itself.
  const oftenNo = Array.from({ length: 20 }, (_none, index) => `Đất chưa sử dụng ${index}`);
  expect(ranked('độc thân', 'Kết hôn', 'Xác nhận việc chưa kết hôn để vay vốn ngân hàng', ...oftenNo)[0]).toMatch(
    /chưa kết hôn/,
  );
});

describe('a procedure', () => {
  const all = [
    makeProcedure({
      code: '1.000001',
      shortTitle: 'Giấy phép xây dựng',
      documentGroups: [makeGroup('g1', 'part', null, [makeDocument('Bản vẽ móng cừ tràm, mẫu TK1-TS')])],
    }),
    makeProcedure({
      code: '1.000002',
      shortTitle: 'Cấp lại giấy phép xây dựng',
      steps: [{ title: null, text: 'Đội trật tự đô thị tới xem cừ tràm' }],
    }),
    makeProcedure({ code: '1.000003', shortTitle: 'Hỗ trợ người cao tuổi', field: 'Bảo trợ xã hội' }),
    ...procedures(...others).map((one, index) => ({ ...one, code: `2.00000${index}` })),
  ];
  const index = indexOf(all, lexicon);

  it('is found by words of its long texts, papers before steps', () => {
    expect(titlesFor(index, all, 'cừ tràm')).toEqual(['Giấy phép xây dựng', 'Cấp lại giấy phép xây dựng']);
    expect(titlesFor(index, all, 'TK1')).toEqual(['Giấy phép xây dựng']);
    expect(titlesFor(index, all, 'đội trật tự đô thị')).toEqual(['Cấp lại giấy phép xây dựng']);
  });

  it('is found by its field, and its name counts more than that', () => {
    expect(index.search('bảo trợ xã hội').procedures[0]?.code).toBe('1.000003');
    expect(ranked('hộ tịch', 'Sổ hộ tịch')[0]).toBe('Sổ hộ tịch');
  });
});

describe('a plan', () => {
  const names = ['Mẫu 01 b', 'Khai sinh', 'Khai tử', 'Kết hôn'];
  const sections = sectionsOf(procedures(...names), lexicon);
  const vocabulary = openVocabulary(sections, names.length);
  const understand = createUnderstanding(vocabulary, lexicon);
  const planFor = createPlanner(vocabulary);
  const freshPlanFor = (words: string) => createPlanner(vocabulary)(understand(words));
  const scorer = createScorer(sections, vocabulary, lexicon);

  const scoresOf = (plan: MatchPlan) => names.map((_name, place) => scorer.score(plan, place));
  const pairsOf = (words: string) => {
    const { pairs, slots } = planFor(understand(words));
    return pairs.map(({ first, second }) => `${slots[first]?.term} ${slots[second]?.term}`);
  };

  it('has a pair only of words that some name has side by side', () => {
    expect(pairsOf('khai sinh ')).toEqual(['khai sinh']);
    expect(pairsOf('khai hôn ')).toEqual([]);
    // The first of all terms is no stand-in for an unknown word.
    const [first = ''] = vocabulary.terms;
    const next = vocabulary.terms.find((term) => vocabulary.pairCount(0, vocabulary.termId(term)) > 0) ?? '';
    expect([first, next].every((term) => term !== '')).toBe(true);
    expect(pairsOf(`${first} ${next} `)).toEqual([`${first} ${next}`]);
    expect(pairsOf(`zzzzq ${next} `)).toEqual([]);
  });

  it('is forgotten when the next one is made, and stays within its bounds', () => {
    const words = fc.array(fc.constantFrom('khai', 'sinh', 'tử', 'kết', 'hôn', '01', 'b', 'zzzz', 'độc thân'), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(words, words, (one, other) => {
        planFor(understand(one.join(' ')));
        const plan = planFor(understand(other.join(' ')));
        expect(plan.slots.length).toBeLessThanOrEqual(mostSlots);
        const scores = scoresOf(plan);
        expect(scores).toEqual(scoresOf(freshPlanFor(other.join(' '))));
        expect(scores.every(({ score, nameFit, together }) => score >= 0 && nameFit <= 1.2 && together <= 1.0001)).toBe(
          true,
        );
      }),
    );
  });
});
