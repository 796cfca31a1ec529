/** An explanation says what the search did, in figures that give the score again. */
import { describe, expect, it } from 'vitest';
import { explainRanking } from '../../../main/core/search/explain-ranking.ts';
import { rankingWeights } from '../../../main/core/search/ranking-weights.ts';
import { bundledProcedures, indexOf, procedures, projectLexicon } from './index-fixtures.ts';
import { testLexicon } from './test-lexicon.ts';

const index = indexOf(
  procedures('Đăng ký khai sinh', 'Đăng ký lại khai sinh', 'Cấp giấy phép xây dựng', 'Cấp lại giấy phép xây dựng'),
  testLexicon,
);

describe('an explanation', () => {
  it('says what became of each word, and by what', () => {
    const { question } = explainRanking(index, 'em muốn hỏi dk khia sinh mất bao lâu', 10);
    expect(question.words).toEqual([
      { word: 'em', mended: 'no', counts: false },
      { word: 'muốn', mended: 'no', counts: false },
      { word: 'hỏi', mended: 'no', counts: false },
      { word: 'đăng', mended: 'written-out', counts: true },
      { word: 'ký', mended: 'written-out', counts: true },
      { word: 'khai', mended: 'spelling', counts: true },
      { word: 'sinh', mended: 'no', counts: true },
      { word: 'mất', mended: 'no', counts: false },
      { word: 'bao', mended: 'no', counts: false },
      { word: 'lâu', mended: 'no', counts: false },
    ]);
    expect(question).toMatchObject({
      aspect: 'time',
      lifeEvent: null,
      corrected: expect.stringContaining('khai sinh'),
    });
  });

  it("shows what each thing spoken of may be called, with how far that is trusted, and the situation's life event", () => {
    const { question } = explainRanking(index, 'vợ mới sinh, đẻ cho', 10);
    expect(question.lifeEvent).toBe('sinh-con');
    expect(question.concepts).toContainEqual({
      wordings: [
        { words: 'de', trust: 1 },
        { words: 'khai sinh', trust: 0.95 },
      ],
      isLight: false,
    });
    expect(question.concepts.at(-1)).toEqual({ wordings: [{ words: 'cho', trust: 1 }], isLight: true });
  });

  it('names the hits in the order of the search, as many as wanted, each by the name that fits best', () => {
    const found = index.search('khai sinh').procedures;
    expect(found.length).toBeGreaterThan(1);
    expect(explainRanking(index, 'khai sinh', 10).hits.map(({ code, score }) => [code, score])).toEqual(
      found.map(({ code, score }) => [code, score]),
    );
    expect(explainRanking(index, 'khai sinh', 1).hits.map(({ bestName }) => bestName)).toEqual(['đăng ký khai sinh']);
    expect(explainRanking(index, '', 10)).toMatchObject({ question: { words: [], concepts: [] }, hits: [] });
  });

  it.each(['làm lại giấy khai sinh', 'xin phep xay nha', 'vợ mới sinh', 'mẫu CT01'])(
    'gives the score again from its figures: %s',
    (words) => {
      const { hits } = explainRanking(indexOf(bundledProcedures(), projectLexicon()), words, 20);
      expect(hits.length).toBeGreaterThan(0);
      for (const hit of hits) {
        const { bestName, together } = rankingWeights;
        const own = (bestName * hit.nameFit + together * hit.together) * hit.standing * hit.demand * hit.situation;
        expect((own + hit.pulled) * hit.copies).toBeCloseTo(hit.score, 5);
      }
    },
  );
});
