import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { procedureSchema } from '../../../main/contract/procedure.ts';
import { importNationalRecord } from '../../../main/core/catalogue/import/import-national-record.ts';
import { headings, maximumFieldLength } from '../../../main/core/catalogue/import/national-record.ts';
import { nationalRecord } from './national-record.fixture.ts';
import { projectRules } from './project-rules.ts';

const importOne = (changes: Record<string, unknown> = {}) =>
  importNationalRecord(nationalRecord(changes), projectRules);
const procedureOf = (changes: Record<string, unknown> = {}) => {
  const outcome = importOne(changes);
  if (outcome.kind === 'refused') throw new Error(outcome.detail);
  return outcome.procedure;
};
const tileOf = (name: string) => procedureOf({ [headings.name]: name }).tile;
const issuerOf = (decision: string, agency = '') =>
  procedureOf({ [headings.decision]: decision, [headings.performing]: agency }).issuer;
const audienceOf = (text: string) => procedureOf({ [headings.applicants]: text }).audience;
const factsOf = (changes: Record<string, unknown>) => {
  const outcome = importOne(changes);
  return outcome.kind === 'imported' ? outcome.factsSha256 : null;
};

describe('refusals', () => {
  it.each([
    ['a list', [], 'not-an-object'],
    ['nothing', null, 'not-an-object'],
    ['a text', 'x', 'not-an-object'],
    ['an empty object', {}, 'missing-code'],
    ['no name', nationalRecord({ [headings.name]: '  ' }), 'missing-name'],
    ['a number for a text', nationalRecord({ [headings.field]: 7 }), 'wrong-type'],
    ['a field of 1 MB', nationalRecord({ [headings.steps]: 'x'.repeat(maximumFieldLength) }), 'field-too-long'],
    ['a code that is none', nationalRecord({ [headings.code]: 'abc' }), 'malformed-code'],
    ['a deleted mark', nationalRecord({ [headings.code]: '1.014955-Xoa' }), 'deleted-record'],
    ['a demo decision', nationalRecord({ [headings.decision]: 'Demo/QĐ-BCA' }), 'test-record'],
    ['a test decision', nationalRecord({ [headings.decision]: 'QĐ000001SNNTEST' }), 'test-record'],
  ])('refuses %s', (_, raw, reason) => {
    expect(importNationalRecord(raw, projectRules)).toMatchObject({ kind: 'refused', reason });
  });

  it('tells the code and counts the lines of what it refuses', () => {
    expect(importOne({ [headings.code]: '1.014955-Xoa' })).toMatchObject({
      code: '1.014955-Xoa',
      counts: { documentLines: 1, directMethods: 1 },
    });
  });

  it('keeps odd but live codes', () => {
    expect(importOne({ [headings.code]: '1.0133611' })).toMatchObject({ kind: 'imported' });
  });

  it('never throws and gives only what the contract allows, whatever the texts', () => {
    const texts = fc.dictionary(
      fc.constantFrom(...Object.values(headings).filter((heading) => heading !== headings.code)),
      fc.string({ unit: 'binary', maxLength: 300 }),
    );
    fc.assert(
      fc.property(texts, (changes) => {
        const outcome = importOne(changes);
        if (outcome.kind === 'imported') expect(procedureSchema.safeParse(outcome.procedure).error).toBeUndefined();
      }),
    );
  });
});

describe('a record', () => {
  it('loses invisible characters and keeps HTML as text', () => {
    const procedure = procedureOf({ [headings.name]: 'Thủ tục đăng ky\u200E\u0301 <b>mẫu</b>\u0000' });
    expect(procedure.name).toBe('Thủ tục đăng ký <b>mẫu</b>');
  });

  it('never shows "Không có thông tin"', () => {
    const outcome = importOne();
    expect(JSON.stringify(outcome)).not.toMatch(/Không có thông tin/u);
  });

  it('merges the spellings of one field', () => {
    expect(procedureOf({ [headings.field]: 'Thi đua – Khen thưởng' }).field).toBe('Thi đua, khen thưởng');
    expect(procedureOf({ [headings.field]: 'Cấp, quản lý căn cước'.normalize('NFD') })).toMatchObject({
      tile: 6,
      servedAt: 'police',
    });
  });

  it('spreads civil status over four tiles by name', () => {
    expect(
      ['Đăng ký khai sinh', 'Đăng ký kết hôn', 'Đăng ký khai tử', 'Cấp bản sao trích lục hộ tịch'].map(tileOf),
    ).toEqual([2, 3, 4, 5]);
  });

  it('marks stale words', () => {
    const procedure = procedureOf({ [headings.steps]: 'Nộp bản sao Sổ hộ khẩu tại Công an huyện hoặc BHXH huyện.' });
    expect(procedure.staleWords.map(({ word }) => word)).toEqual(['sổ hộ khẩu', 'Công an huyện', 'BHXH huyện']);
  });

  it('splits steps where the text marks them and keeps every word', () => {
    const { steps } = procedureOf({
      [headings.steps]: 'Bước 1: Nộp hồ sơ\n    Nộp tại quầy.\n    - Bước 2: Nhận kết quả tại quầy.',
    });
    expect(steps).toEqual([
      { title: 'Bước 1: Nộp hồ sơ', text: 'Nộp tại quầy.' },
      { title: 'Bước 2', text: 'Nhận kết quả tại quầy.' },
    ]);
  });

  it('reads legal bases with their numbers, and results that hold commas', () => {
    const procedure = procedureOf({
      [headings.legalBases]:
        '* Luật Hộ tịch (60/2014/QH13)\n  * Nghị định về cơ chế\n    một cửa (Nghị định 118/2025/NĐ-CP)\n  * Luật (mẫu)',
      [headings.results]: 'Giấy xác nhận cho cá nhân, tổ chức, Trích lục, sổ., Giấy khai sinh..',
    });
    expect(procedure.legalBases).toEqual([
      { title: 'Luật Hộ tịch', number: '60/2014/QH13' },
      { title: 'Nghị định về cơ chế một cửa', number: '118/2025/NĐ-CP' },
      { title: 'Luật (mẫu)', number: null },
    ]);
    expect(procedure.results).toEqual(['Giấy xác nhận cho cá nhân, tổ chức', 'Trích lục, sổ', 'Giấy khai sinh']);
  });

  it('tells whose rule it is from the number and the text', () => {
    expect(issuerOf('163/QĐ-BTP')).toEqual({ scope: 'national' });
    expect(issuerOf('2175/QĐ-UBND', 'Sở Xây dựng tỉnh Bắc Giang')).toEqual({ scope: 'province', province: 'Bắc Ninh' });
    expect(issuerOf('99/QĐ-UBND')).toEqual({ scope: 'province', province: 'tỉnh khác' });
    expect(issuerOf('1681')).toEqual({ scope: 'unknown' });
  });

  it('knows people, enterprises and officials apart', () => {
    expect(audienceOf('Tổ chức (không bao gồm doanh nghiệp, HTX), Cán bộ, công chức, viên chức')).toEqual([
      'business',
      'official',
    ]);
    expect(audienceOf('Người Việt Nam định cư ở nước ngoài')).toEqual(['citizen']);
  });
});

describe('factsSha256', () => {
  it('does not change with blanks, normal forms and keywords, but with any fact', () => {
    const facts = factsOf({});
    expect(facts).toMatch(/^[0-9a-f]{64}$/u);
    expect(
      factsOf({ [headings.name]: '  Thủ tục  đăng ký\nviệc mẫu '.normalize('NFD'), [headings.keywords]: 'mẫu' }),
    ).toBe(facts);
    expect(factsOf({ [headings.methods]: '* Hình thức nộp: DIRECT\n    Thời hạn giải quyết: 4 WORKING_DAY' })).not.toBe(
      facts,
    );
  });
});
