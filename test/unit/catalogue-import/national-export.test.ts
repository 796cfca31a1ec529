/** The cases of docs/catalogue.md over the whole national export, which is no part of the project. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { officialTextSchema, type Procedure, procedureSchema } from '../../../main/contract/procedure.ts';
import { findVariants } from '../../../main/core/catalogue/import/find-variants.ts';
import { importNationalRecord } from '../../../main/core/catalogue/import/import-national-record.ts';
import type { ImportOutcome, RecordCounts } from '../../../main/core/catalogue/import/import-outcome.ts';
import { isInProfile } from '../../../main/core/catalogue/import/is-in-profile.ts';
import { placingOf } from '../../../main/core/catalogue/import/placing.ts';
import { projectRules as rules } from './project-rules.ts';

const path = fileURLToPath(new URL('../../../../shared/data/national-catalogue-2026-07.jsonl.gz', import.meta.url));

describe.skipIf(!existsSync(path))('the national export of July 2026 (needs ../shared/data beside the project)', () => {
  let outcomes: ImportOutcome[] = [];
  let importedMs = 0;
  const procedures = new Map<string, Procedure>();
  const get = (code: string): Procedure => {
    const procedure = procedures.get(code);
    if (!procedure) throw new Error(`${code} was not imported`);
    return procedure;
  };
  const papers = (code: string) => get(code).documentGroups.flatMap((group) => group.documents);
  const direct = (code: string) => get(code).submissionMethods.find((method) => method.channel === 'direct');

  beforeAll(() => {
    const records: unknown[] = gunzipSync(readFileSync(path))
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const startedMs = performance.now();
    outcomes = records.map((record) => importNationalRecord(record, rules));
    importedMs = performance.now() - startedMs;
    for (const outcome of outcomes)
      if (outcome.kind === 'imported') procedures.set(outcome.procedure.code, outcome.procedure);
  }, 60_000);

  it('is read without a record lost, within its time', () => {
    expect(outcomes).toHaveLength(5_652);
    expect(
      outcomes.flatMap((outcome) => (outcome.kind === 'refused' ? [`${outcome.code} ${outcome.reason}`] : [])),
    ).toEqual(['1.014955-Xoa deleted-record', '1.115188 test-record', '3.000360 test-record']);
    // 5 s on a quiet core; other suites run beside this one.
    expect(importedMs).toBeLessThan(15_000);
  });

  it('keeps to the contract throughout', () => {
    for (const outcome of outcomes) {
      if (outcome.kind === 'refused') continue;
      expect(procedureSchema.safeParse(outcome.procedure).error, outcome.procedure.code).toBeUndefined();
      expect(officialTextSchema.safeParse(outcome.official).error, outcome.procedure.code).toBeUndefined();
    }
  });

  it('is accounted for line by line', () => {
    const sum = (key: keyof RecordCounts) =>
      outcomes.reduce((total, outcome) => total + (outcome.counts?.[key] ?? 0), 0);
    expect(sum('documentLines')).toBe(27_958);
    expect(sum('zeroDocumentLines')).toBe(1_554);
    expect(sum('titledGroups')).toBe(3_183);
    expect([sum('directMethods'), sum('postalMethods'), sum('onlineMethods')]).toEqual([5_912, 5_373, 5_224]);
    expect(sum('legalBases')).toBe(23_529);
    expect(outcomes.filter((outcome) => outcome.counts?.documentLines === 0)).toHaveLength(97);
  });

  it('calls nothing free that does not say miễn, and shows no "Không có thông tin"', () => {
    for (const procedure of procedures.values()) {
      for (const fee of procedure.submissionMethods.flatMap((method) => method.fees)) {
        if (fee.kind === 'free') expect(fee.text.toLowerCase(), procedure.code).toContain('miễn');
        if (fee.amountVnd !== null) expect(fee.amountVnd, procedure.code).toBeGreaterThanOrEqual(1_000);
      }
      expect(JSON.stringify(procedure), procedure.code).not.toMatch(/"Không có thông tin\.?"/u);
    }
  });

  it('knows where things are done', () => {
    const at = (code: string) => get(code).servedAt;
    expect([at('2.000815'), at('1.004222'), at('1.001613'), at('3.000347'), at('1.013831')]).toEqual([
      'here',
      'police',
      'social-insurance',
      'police',
      'land-office',
    ]);
    expect([get('1.001193').tile, get('1.004222').tile, get('2.000815').tile]).toEqual([2, 6, 1]);
  });

  it('lists the papers of the cases', () => {
    const always = (code: string) =>
      papers(code)
        .filter(({ need }) => need.kind === 'always')
        .map(({ name }) => name)
        .join(' | ');
    expect(always('1.001193')).toMatch(/Giấy chứng sinh.*Hộ chiếu\/Thẻ căn cước.*Tờ khai đăng ký khai sinh/u);
    expect(get('2.001263').documentGroups.map(({ kind }) => kind)).toEqual(['part', 'part', 'note']);
    expect(get('1.013225').documentGroups[0]).toMatchObject({
      kind: 'case',
      title: expect.stringContaining('nhà ở riêng lẻ'),
    });
    expect(always('1.001612')).toBe('Giấy đề nghị đăng ký hộ kinh doanh');
    expect(get('1.004194').documentGroups.map(({ kind }) => kind)).toEqual(['case', 'case', 'case']);
    expect(
      get('1.002755')
        .documentGroups.flatMap(({ notes }) => notes)
        .some((note) => note.length > 1_500),
    ).toBe(true);
    expect(papers('1.004194').some(({ formNumber }) => formNumber === 'CT01')).toBe(true);
  });

  it('shows fees as their texts allow', () => {
    expect(direct('2.001827')?.fees).toMatchObject([{ kind: 'text' }]);
    expect(direct('3.000351')?.fees).toMatchObject([{ kind: 'text', text: expect.stringContaining('135.000 đồng') }]);
    expect(direct('1.002755')?.fees.map(({ amountVnd }) => amountVnd)).toEqual([10_000, 15_000]);
    expect(get('1.002755').submissionMethods[0]?.fees[0]).toMatchObject({
      kind: 'text',
      text: expect.stringContaining('7.000 đồng'),
    });
    expect(direct('1.115593')?.fees).toHaveLength(12);
    expect(get('1.001612').submissionMethods.map(({ channel, fees }) => [channel, fees[0]?.amountVnd])).toContainEqual([
      'direct',
      50_000,
    ]);
    expect(direct('1.013225')?.fees).toMatchObject([{ kind: 'council' }]);
    expect(direct('1.001193')?.fees).toMatchObject([{ kind: 'unstated' }]);
  });

  it('shows times only where the number has a unit', () => {
    expect(direct('1.001193')?.processingTime).toMatchObject({ amount: null, unit: null });
    expect(get('1.013978').submissionMethods.map(({ processingTime }) => processingTime.amount)).toEqual([17, 20, 27]);
    expect(direct('1.010801')?.processingTime).toMatchObject({ amount: 10, unit: 'day' });
    expect(direct('1.013225')?.processingTime.note).toMatch(/7 ngày làm việc đối với nhà ở riêng lẻ/u);
    expect(direct('1.013274')?.processingTime.note).toMatch(/đám tang/u);
    const sameDay = [...procedures.values()].filter(
      ({ level, sameDayUntil }) => level === 'commune' && sameDayUntil === '15:00',
    );
    expect(sameDay).toHaveLength(12);
    for (const code of ['1.003197', '1.003677', '1.010041']) expect(get(code).onlineService).toBe('only');
  });

  it('marks stale words of the cases', () => {
    for (const code of ['2.000986', '1.004884'])
      expect(get(code).staleWords.map(({ word }) => word)).toContain('sổ hộ khẩu');
  });

  it('knows whose rules they are', () => {
    const all = [...procedures.values()];
    expect(all.filter(({ issuer }) => issuer.scope === 'province')).toHaveLength(910);
    const variants = [...findVariants(all)].filter(([code]) => get(code).level === 'commune');
    expect(variants.filter(([, national]) => national === '1.012817')).toHaveLength(8);
    expect(variants.length).toBeGreaterThan(60);
  });

  it('gives a ward what its citizens come for', () => {
    const context = { overlay: null, placing: placingOf(rules), replacedCodes: new Set<string>() };
    const count = (profile: 'ward' | 'xa' | 'all') =>
      [...procedures.values()].filter((procedure) => isInProfile(procedure, profile, context)).length;
    expect(count('ward')).toBeGreaterThan(350);
    expect(count('ward')).toBeLessThan(500);
    expect([count('xa'), count('all')]).toEqual([1_119, 5_649]);
    for (const code of rules.bundled.keys()) expect(isInProfile(get(code), 'ward', context), code).toBe(true);
  });
});
