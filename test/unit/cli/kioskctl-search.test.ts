/** `kioskctl search` over the hand-written entries: what it says of a question, and a file of a thousand of them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { run } from './run-in-process.ts';

let shared = '';
let catalogue: readonly string[] = [];

beforeAll(async () => {
  shared = mkdtempSync(join(tmpdir(), 'kioskctl-search-'));
  const out = join(shared, 'catalogue');
  expect(
    (await run(['catalogue', 'build', join(import.meta.dirname, '../../../data/catalogue'), '--out', out])).exitCode,
  ).toBe(0);
  catalogue = ['--catalogue', out];
});
afterAll(() => rmSync(shared, { recursive: true, force: true }));

/** The form scripts rely on. */
const answerSchema = z.strictObject({
  query: z.string(),
  hits: z.array(
    z.strictObject({ code: z.string(), name: z.string(), score: z.number(), group: z.string().nullable() }),
  ),
  corrected: z.string().nullable(),
  aspect: z.string().nullable(),
  lifeEvent: z.string().nullable(),
  completions: z.array(z.string()),
  tookMs: z.number().nonnegative(),
});
const explainedSchema = answerSchema.extend({
  explanation: z.strictObject({
    question: z.looseObject({
      words: z.array(z.strictObject({ word: z.string(), mended: z.string(), counts: z.boolean() })),
    }),
    hits: z.array(z.looseObject({ code: z.string(), score: z.number(), bestName: z.string() })),
  }),
});

async function asked(words: string, ...more: string[]): Promise<z.infer<typeof answerSchema>> {
  const { exitCode, output, errors } = await run(['search', words, '--json', ...more, ...catalogue]);
  expect([exitCode, errors, output.split('\n').length]).toEqual([0, '', 2]);
  return answerSchema.parse(JSON.parse(output));
}

describe('an answer as JSON', () => {
  it('says how an error was understood', async () => {
    expect(await asked('đăng ký khia sinh')).toMatchObject({
      query: 'đăng ký khia sinh',
      corrected: 'đăng ký khai sinh',
      hits: expect.arrayContaining([expect.objectContaining({ code: '1.001193' })]),
    });
    expect((await asked('đăng ký khai sinh')).corrected).toBeNull();
  });

  it('says what is asked about the procedure, and of which life event it tells', async () => {
    expect(await asked('khai sinh cần giấy tờ gì')).toMatchObject({ aspect: 'papers', lifeEvent: null });
    expect(await asked('vợ em mới sinh con')).toMatchObject({ aspect: null, lifeEvent: 'sinh-con' });
  });

  it('says how the question may go on', async () => {
    expect((await asked('đăng ký k')).completions).toContain('Đăng ký khai sinh');
    expect((await asked('khai sinh cần giấy tờ gì')).completions).toEqual([]);
  });

  it('says which hits are about the same thing', async () => {
    const { hits } = await asked('khai tử');
    const groups = hits.slice(0, 3).map(({ group }) => group);
    expect(groups[0]).toMatch(/^g\d+$/);
    expect(new Set(groups).size).toBe(1);
    expect((await asked('sao y')).hits.some(({ group }) => group === null)).toBe(true);
  });

  it('holds as many hits as wanted', async () => {
    expect((await asked('khai sinh', '--limit', '2')).hits).toHaveLength(2);
    expect((await asked('xyzzy qwerty')).hits).toEqual([]);
  });
});

describe('--explain', () => {
  it('shows the question as it was understood, and a line a hit with its reasons', async () => {
    const { exitCode, output } = await run(['search', 'em muốn dk khia sinh mất bao lâu', '--explain', ...catalogue]);
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^1\.001193 /);
    expect(output).toContain('đăng [shortening written out] ký [shortening written out] khai [spelling mended] sinh');
    expect(output).toContain('mất [does not count]');
    expect(output).toContain('Asks about: time\n');
    expect(output).toMatch(
      /\nCode +Score +Name +All +Place +Written +Demand +Event +Group +Copies +Best name\n1\.001193 +\d\.\d{3} /,
    );
    expect(output).toContain('Score = (0.7 Name + 0.3 All)');
    expect((await run(['search', 'khai sinh', ...catalogue])).output).not.toContain('Understood');
  });

  it('adds the same to the JSON', async () => {
    const { output } = await run(['search', 'khai sinh', '--explain', '--json', '--limit', '3', ...catalogue]);
    const { hits, explanation } = explainedSchema.parse(JSON.parse(output));
    expect(explanation.hits.map(({ code }) => code)).toEqual(hits.map(({ code }) => code));
    expect(explanation.hits.map(({ score }) => score.toFixed(4))).toEqual(hits.map(({ score }) => score.toFixed(4)));
    expect(explanation.question.words.map(({ word }) => word)).toEqual(['khai', 'sinh']);
  });

  it('stays calm where nothing is found', async () => {
    const { exitCode, output } = await run(['search', '😀', '--explain', ...catalogue]);
    expect([exitCode, output.split('\n')[0]]).toEqual([0, expect.stringMatching(/^Nothing found/)]);
  });

  it('explains one question, not a file of them', async () => {
    const { exitCode, errors } = await run(['search', '--queries', '-', '--json', '--explain', ...catalogue]);
    expect([exitCode, errors]).toEqual([2, expect.stringContaining('--explain explains one question')]);
  });
});

describe('--queries', () => {
  const things = ['khai sinh', 'kết hôn', 'khai tử', 'căn cước', '', 'tạm trú', '😀', 'sổ đỏ'];
  const lines = Array.from({ length: 1200 }, (_none, line) => `${things[line % things.length] ?? ''} ${line}`);

  it.each([
    ['a file', '\n'],
    ['a file with line ends of Windows', '\r\n'],
    ['standard input', '\n'],
  ])('answers more than a thousand lines of %s, each in its place', async (source, lineEnd) => {
    const text = lines.join(lineEnd);
    const path = join(temporaryFolder(), 'queries.txt');
    writeFileSync(path, text);
    const isInput = source === 'standard input';
    const { exitCode, output } = await run(
      ['search', '--queries', isInput ? '-' : path, '--json', '--limit', '1', ...catalogue],
      isInput ? text : '',
    );
    const answers = output
      .trimEnd()
      .split('\n')
      .map((line) => answerSchema.parse(JSON.parse(line)));
    expect([exitCode, answers.map(({ query }) => query)]).toEqual([0, lines]);
    expect(answers.slice(0, 4).map(({ hits }) => hits[0]?.code)).toEqual([
      '1.001193',
      '1.000894',
      '1.000656',
      expect.stringMatching(/^1\.0140/),
    ]);
  });
});
