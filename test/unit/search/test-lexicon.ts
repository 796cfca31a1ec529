/** A few of citizens' words, for tests of the search that must not hang on the project's own data. */
import type { Lexicon } from '../../../main/core/search/lexicon.ts';

const reason = 'for tests';

export const testLexicon: Lexicon = {
  shortenings: [
    { written: 'dk', means: ['đăng ký', 'điều kiện'], reason },
    { written: 'ko', means: ['không'], reason },
    { written: 'cccd', means: ['căn cước công dân'], reason },
  ],
  synonyms: [
    { words: 'đẻ', official: ['khai sinh'], reason },
    { words: 'căn cước công dân', official: ['căn cước'], reason },
  ],
  phrases: {
    courtesy: ['em muốn hỏi', 'ạ'],
    pronouns: ['em', 'tôi'],
    general: ['thủ tục', 'vừa'],
    questions: [
      { aspect: 'papers', phrases: ['cần giấy tờ gì'] },
      { aspect: 'time', phrases: ['mất bao lâu', 'bao lâu'] },
    ],
  },
  questionWords: {
    light: ['cho', 'muốn'],
    askers: ['gì', 'bao nhiêu'],
    negations: ['không', 'chưa'],
    subjects: [{ aspect: 'fee', words: ['phí'] }],
  },
  situations: [{ lifeEvent: 'sinh-con', leadsTo: ['1.001193'], phrases: ['vợ mới sinh'] }],
  senses: [
    {
      word: 'mất',
      between: ['vừa', 'em'],
      senses: [
        { sense: 'takes', precededBy: [], followedBy: ['bao lâu'], becomes: [], reason },
        { sense: 'lost', precededBy: [], followedBy: ['căn cước', 'giấy'], becomes: ['cấp lại'], reason },
        { sense: 'died', precededBy: ['bố', 'mẹ'], followedBy: [], becomes: ['khai tử'], reason },
      ],
    },
  ],
  groupWords: { actions: ['cấp', 'cấp lại', 'gia hạn', 'đăng ký'], qualifiers: ['đối với'], dangling: ['không'] },
};
