import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  answerable,
  halves,
  parseQuestions,
  questionsWithoutAccents,
} from '../../../scripts/bench-search/questions.ts';

const file = [
  '# id\tkind\tcodes\tquery',
  'a:1\tanswer\t1.001193\tĐăng ký khai sinh ở đâu',
  '',
  'a:2\tclarify\t1.000894 2.000815\tcần giấy tờ gì',
  'a:3\tanswer\t9.999999\tviệc không có',
].join('\n');

describe('the development questions', () => {
  it('are read with the line they stand in', () => {
    expect(parseQuestions(file)).toEqual([
      { id: 'a:1', kind: 'answer', codes: ['1.001193'], words: 'Đăng ký khai sinh ở đâu', line: 2 },
      { id: 'a:2', kind: 'clarify', codes: ['1.000894', '2.000815'], words: 'cần giấy tờ gì', line: 4 },
      { id: 'a:3', kind: 'answer', codes: ['9.999999'], words: 'việc không có', line: 5 },
    ]);
  });

  it.each(['a\tmaybe\t1.001193\twords', 'a\tanswer\t1.001193', 'a\tanswer\t\twords'])(
    'are refused with the line where one is malformed: %s',
    (row) => {
      expect(() => parseQuestions(`# heading\n${row}`)).toThrow(/Line 2/);
    },
  );

  it('keep only codes the catalogue holds; those without any are left out and counted', () => {
    const { questions, leftOut } = answerable(parseQuestions(file), new Set(['1.001193', '2.000815']));
    expect(questions.map(({ id, codes }) => [id, codes])).toEqual([
      ['a:1', ['1.001193']],
      ['a:2', ['2.000815']],
    ]);
    expect(leftOut).toBe(1);
  });

  it('fall into two halves by line', () => {
    const { tune, check } = halves(parseQuestions(file));
    expect(tune.map(({ line }) => line)).toEqual([2, 4]);
    expect(check.map(({ line }) => line)).toEqual([5]);
  });

  it('lose every accent and nothing else', () => {
    expect(questionsWithoutAccents(parseQuestions(file)).map(({ words }) => words)).toEqual([
      'Dang ky khai sinh o dau',
      'can giay to gi',
      'viec khong co',
    ]);
  });

  const shared = '../shared/data/queries-dev.tsv';
  it.skipIf(!existsSync(shared))('of ../shared are 142 to answer and 22 to ask back', () => {
    const questions = parseQuestions(readFileSync(shared, 'utf8'));
    expect(questions.filter(({ kind }) => kind === 'answer')).toHaveLength(142);
    expect(questions.filter(({ kind }) => kind === 'clarify')).toHaveLength(22);
  });
});
