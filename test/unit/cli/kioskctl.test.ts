/** kioskctl from IT staff's side: what stands on standard output, what on standard error, and the exit code. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { procedureText } from '../../../main/cli/procedure-text.ts';
import { procedureSchema } from '../../../main/contract/procedure.ts';
import { makeProcedure } from '../../fakes/make-procedure.ts';
import { entriesFolder, writeExport } from '../catalogue/build-fixtures.ts';
import { makeNationalRecord } from '../catalogue/make-national-record.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { run } from './run-in-process.ts';

let shared = '';
let catalogue: readonly string[] = [];

beforeAll(async () => {
  shared = mkdtempSync(join(tmpdir(), 'kioskctl-'));
  const out = join(shared, 'catalogue');
  const built = await run(['catalogue', 'build', entriesFolder, '--out', out]);
  expect(built.errors).toBe('');
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
  tookMs: z.number(),
});

/** A value printed as JSON, looked at in the test. */
function parsed(output: string): unknown {
  return JSON.parse(output);
}

describe('kioskctl', () => {
  it.each([
    ['--help'],
    ['catalogue', '--help'],
    ['catalogue', 'build', '--help'],
    ['show', '--help'],
    ['search', '--help'],
  ])('explains itself: %s %s', async (...words) => {
    const { exitCode, output, errors } = await run(words.filter((word) => word !== undefined));
    expect([exitCode, errors]).toEqual([0, '']);
    expect(output).toMatch(/^Usage: kioskctl/);
  });

  it.each([
    [['frobnicate'], "unknown command 'frobnicate'"],
    [['show'], "missing required argument 'code'"],
    [['show', 'a', 'b'], 'too many arguments'],
    [['catalogue', 'build', 'x'], "'--out <dir>' not specified"],
    [['catalogue', 'build', 'x', '--out', 'y', '--levle', 'xa'], '--level'],
    [['catalogue', 'build', 'x', '--out', 'y', '--level', 'xa,huyen'], '"huyen" is none'],
    [['catalogue', 'build', 'x', '--out', 'y', '--profile', 'town'], 'ward, xa, all'],
    [['catalogue', 'build', 'x', '--out', 'y', '--data-date', '2026-02-30'], 'YYYY-MM-DD'],
    [['search'], 'give either words'],
    [['search', 'a', '--queries', '-', '--json'], 'give either words'],
    [['search', '--queries', '-'], 'add --json'],
    [['search', 'a', '--limit', '0'], '1 to 100'],
  ])('says how it is used wrongly: %j', async (words, complaint) => {
    const { exitCode, output, errors } = await run(words);
    expect([exitCode, output]).toEqual([2, '']);
    expect(errors).toContain(complaint);
    expect(errors).toContain('--help)');
  });
});

describe('kioskctl catalogue build', () => {
  it('prints a report for readers', async () => {
    const source = writeExport([makeNationalRecord('9.000001'), '{"broken', makeNationalRecord('1.014955-Xoa')]);
    const { exitCode, output, errors } = await run([
      'catalogue',
      'build',
      source,
      '--out',
      join(temporaryFolder(), 'c'),
    ]);
    expect([exitCode, errors]).toEqual([0, '']);
    expect(output).toMatch(/Read +3 records\nWritten +1 procedures\nLeft out +0\nRefused +2\n/);
    expect(output).toContain('export-2026-07.jsonl:2  no code: invalid-json. Not JSON:');
    expect(output).toContain('export-2026-07.jsonl:3  1.014955-Xoa: deleted-record');
  });

  it('prints the same as one JSON object', async () => {
    const out = join(temporaryFolder(), 'c');
    const { output } = await run(['catalogue', 'build', entriesFolder, '--out', out, '--json']);
    expect(parsed(output)).toMatchObject({
      output: out,
      read: 2,
      written: 2,
      merged: 0,
      refused: [],
      leftOut: { total: 0 },
    });
  });

  it.each([
    ['a source that is not there', () => [join(temporaryFolder(), 'none.jsonl.gz')], 'is not there'],
    ['a cut archive', () => [cutArchive()], 'breaks off at line'],
    ['nothing to write', () => [writeExport(['{}'])], 'No procedure is left to write'],
  ])('fails with one line for %s', async (_what, sources, words) => {
    const out = join(temporaryFolder(), 'c');
    const { exitCode, output, errors } = await run(['catalogue', 'build', ...sources(), '--out', out]);
    expect([exitCode, output]).toEqual([1, '']);
    expect(errors).toMatch(/^kioskctl: .*\n$/);
    expect(errors).toContain(words);
  });

  it('refuses a folder that holds anything else', async () => {
    const folder = join(temporaryFolder(), 'photos');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.jpg'), '');
    const { exitCode, errors } = await run(['catalogue', 'build', entriesFolder, '--out', folder]);
    expect(exitCode).toBe(1);
    expect(errors).toContain('holds other things than a catalogue (a.jpg)');
  });
});

function cutArchive(): string {
  const records = Array.from({ length: 50 }, (_none, index) => makeNationalRecord(`9.${100_000 + index}`));
  const path = writeExport(records, { packed: true });
  truncateSync(path, readFileSync(path).length - 9);
  return path;
}

describe('kioskctl catalogue info', () => {
  it('tells what the catalogue holds, for readers and as JSON', async () => {
    const text = await run(['catalogue', 'info', ...catalogue]);
    expect(text.output).toMatch(/Data of +2026-07-01\nProcedures +2 \(profile all\) in 2 fields/);
    expect(text.output).toMatch(/Holidays +2024, 2025, 2026 \(2026-11-24 to be checked\), 2027 \(not decreed/);
    const { output } = await run(['catalogue', 'info', '--json', ...catalogue]);
    expect(parsed(output)).toMatchObject({
      procedureCount: 2,
      profile: 'all',
      dataDate: '2026-07-01',
      sources: ['entries'],
    });
  });

  it('says what to do where there is no catalogue', async () => {
    const { exitCode, errors } = await run(['catalogue', 'info', '--catalogue', join(temporaryFolder(), 'none')]);
    expect(exitCode).toBe(1);
    expect(errors).toMatch(/^kioskctl: There is no catalogue at .*kioskctl catalogue build .*\n$/);
  });
});

const facts = async (source: string) => (await run(['catalogue', 'facts', '9.000002', '--source', source])).output;

describe('kioskctl catalogue facts', () => {
  it('prints the fingerprint of the published facts, which blanks do not change', async () => {
    const plain = writeExport([makeNationalRecord('9.000001'), makeNationalRecord('9.000002')]);
    const spaced = writeExport([makeNationalRecord('9.000002', { 'Kết quả thực hiện': ' Giấy  khai sinh ' })], {
      packed: true,
    });
    const changed = writeExport([makeNationalRecord('9.000002', { 'Kết quả thực hiện': 'Bản sao' })]);
    expect(await facts(plain)).toMatch(/^[0-9a-f]{64}\n$/);
    expect(await facts(spaced)).toBe(await facts(plain));
    expect(await facts(changed)).not.toBe(await facts(plain));
  });

  it('says that the export does not hold the code', async () => {
    const { exitCode, errors } = await run([
      'catalogue',
      'facts',
      '9.9',
      '--source',
      writeExport([makeNationalRecord('9.000001')]),
    ]);
    expect([exitCode, errors]).toEqual([1, expect.stringContaining('holds no procedure "9.9"')]);
  });
});

describe('kioskctl show', () => {
  it('shows groups with their kinds, needs, counts and fees', async () => {
    const { exitCode, output } = await run(['show', '9.000002', ...catalogue]);
    expect(exitCode).toBe(0);
    expect(output).toContain('[case] Trường hợp giấy tờ nước ngoài');
    expect(output).toContain('1 copy · one of set dịch');
    expect(output).toContain('fee 8.000 đ · mỗi bản');
    expect(output).toContain('1 working day');
    expect(output.split('\n').every((line) => line.length <= 80)).toBe(true);
  });

  it.each([
    ['2026-11-23T09:00', 'due 2026-11-25, counted from 2026-11-23'],
    ['2026-11-23T16:30', 'due 2026-11-26, counted from 2026-11-25'],
    ['2027-02-04T09:00', 'due 2027-02-12, counted from 2027-02-04'],
  ])('tells when it is done if handed in at %s', async (at, line) => {
    const { output } = await run(['show', '9.000002', '--at', at, ...catalogue]);
    expect(output).toContain(`Nộp hôm nay (${at.replace('T', ' ')})\n  direct  ${line}\n`);
  });

  it("counts with the office's own days, and says nothing where the time is words only", async () => {
    const path = join(temporaryFolder(), 'site.json');
    const calendar = { cutOff: '10:00', closedDates: ['2026-12-02'] };
    writeFileSync(path, JSON.stringify({ office: { name: 'Văn phòng thử' }, calendar }));
    const { output } = await run(['show', '9.000002', '--at', '2026-11-30T10:00', '--config', path, ...catalogue]);
    expect(output).toContain('due 2026-12-03, counted from 2026-12-01');
    const silent = procedureText(makeProcedure({ code: '9.000003' }), { nowMs: 0, dueDates: [] }, 80);
    expect(silent).toContain('no due date: the published time is not sure');
  });

  it('takes no moment that is none', async () => {
    const { exitCode, errors } = await run(['show', '9.000002', '--at', 'tomorrow', ...catalogue]);
    expect([exitCode, errors.includes('2026-11-27T15:30')]).toEqual([2, true]);
  });

  it('prints a procedure of the contract as JSON', async () => {
    const { output } = await run(['show', '9.000001', '--json', ...catalogue]);
    expect(procedureSchema.parse(parsed(output)).shortTitle).toBe('Thử đăng ký khai sinh');
  });

  it.each(['1.999999', '', '../../etc/passwd', '" OR 1=1 --'])('says that it does not hold %j', async (code) => {
    const { exitCode, output, errors } = await run(['show', code, ...catalogue]);
    expect([exitCode, output]).toEqual([1, '']);
    expect(errors).toContain(`holds no procedure ${JSON.stringify(code)}`);
  });
});

describe('kioskctl search', () => {
  it.each(['dang ky khai sinh', 'ĐĂNG KÝ KHAI SINH', 'đăng ký khai sinh'.normalize('NFD')])(
    'finds %s',
    async (words) => {
      const { output } = await run(['search', words, '--json', ...catalogue]);
      expect(output.split('\n').length).toBe(2);
      const answer = answerSchema.parse(parsed(output));
      expect(answer.query).toBe(words);
      expect(answer.hits[0]).toMatchObject({ code: '9.000001', name: 'Thủ tục thử đăng ký khai sinh' });
    },
  );

  it('takes several words as one question and shows a list', async () => {
    const { output } = await run(['search', 'sao', 'y', ...catalogue]);
    expect(output).toMatch(/^9\.000002 +[\d.]+ {2}Thử sao y bản chính \(Chứng thực\)\n/);
  });

  it('answers a file of queries line by line, in order, the empty ones too', async () => {
    const path = join(temporaryFolder(), 'queries.txt');
    writeFileSync(path, 'sao y\n\nkhai sinh');
    const { output } = await run(['search', '--queries', path, '--json', ...catalogue]);
    const answers = output
      .trimEnd()
      .split('\n')
      .map((line) => answerSchema.parse(parsed(line)));
    expect(answers.map(({ query, hits }) => [query, hits[0]?.code])).toEqual([
      ['sao y', '9.000002'],
      ['', undefined],
      ['khai sinh', '9.000001'],
    ]);
  });

  it('reads queries from standard input', async () => {
    const { output } = await run(
      ['search', '--queries', '-', '--json', '--limit', '1', ...catalogue],
      'khai sinh\nsao y\n',
    );
    expect(output.trimEnd().split('\n').length).toBe(2);
  });

  it.each([
    ['10,000 characters', 'khai sinh '.repeat(1000)],
    ['only spaces', '    '],
    ['only emoji', '😀😀'],
    ['SQL', '" OR 1=1 --'],
  ])('stays calm at a query of %s', async (_what, words) => {
    const { exitCode, output } = await run(['search', words, '--json', ...catalogue]);
    expect(exitCode).toBe(0);
    expect(parsed(output)).toHaveProperty('hits');
  });

  it('says that the queries file cannot be read', async () => {
    const { exitCode, errors } = await run([
      'search',
      '--queries',
      join(temporaryFolder(), 'none'),
      '--json',
      ...catalogue,
    ]);
    expect([exitCode, errors]).toEqual([1, expect.stringContaining('cannot be read')]);
  });
});
