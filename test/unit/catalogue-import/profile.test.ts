import { describe, expect, it } from 'vitest';
import { findReplaced, findVariants } from '../../../main/core/catalogue/import/find-variants.ts';
import { isInProfile, type ProfiledProcedure } from '../../../main/core/catalogue/import/is-in-profile.ts';
import { parseBundledSet } from '../../../main/core/catalogue/import/parse-bundled-set.ts';
import { parseFieldTiles } from '../../../main/core/catalogue/import/parse-field-tiles.ts';
import { placingOf } from '../../../main/core/catalogue/import/placing.ts';
import { projectRules as rules } from './project-rules.ts';

const procedure = (changes: Partial<ProfiledProcedure> = {}): ProfiledProcedure => ({
  code: '1.234567',
  level: 'commune',
  field: 'Hộ tịch',
  issuer: { scope: 'national' },
  servedAt: 'here',
  audience: ['citizen'],
  handWritten: null,
  ...changes,
});
const sheet = (change: object, province: string | null = null) => ({
  office: 'A',
  province,
  updatedDate: '2026-01-02',
  procedures: { '1.234567': change },
});
const inWard = (
  changes: Partial<ProfiledProcedure> = {},
  overlay: ReturnType<typeof sheet> | null = null,
  replaced: string[] = [],
) => isInProfile(procedure(changes), 'ward', { overlay, placing: placingOf(rules), replacedCodes: new Set(replaced) });

describe('the ward profile', () => {
  it('takes what is done here or nearby', () => {
    expect(inWard()).toBe(true);
    expect(inWard({ servedAt: 'police', level: 'ministry' })).toBe(true);
    expect(inWard({ servedAt: 'unknown' })).toBe(true);
    expect(inWard({ servedAt: 'province', level: 'province' })).toBe(false);
  });

  it('leaves out customs, tax, officials’ matters and other provinces', () => {
    expect(inWard({ field: 'Hải quan', servedAt: 'other' })).toBe(false);
    expect(inWard({ field: 'Thuế', servedAt: 'tax' })).toBe(false);
    expect(inWard({ field: 'Công chức, viên chức' })).toBe(false);
    expect(inWard({ audience: ['official'] })).toBe(false);
    expect(inWard({ issuer: { scope: 'province', province: 'Huế' } })).toBe(false);
  });

  it('puts the own province’s rule in the place of the national one', () => {
    expect(inWard({ issuer: { scope: 'province', province: 'Huế' } }, sheet({}, 'Huế'))).toBe(true);
    expect(inWard({}, null, ['1.234567'])).toBe(false);
  });

  it('takes what the office accepts and hides what it hides', () => {
    expect(inWard({ servedAt: 'tax', field: 'Thuế' }, sheet({ servedAt: 'here' }))).toBe(true);
    expect(inWard({ servedAt: 'other' }, sheet({ pinned: true }))).toBe(true);
    expect(inWard({}, sheet({ hidden: true }))).toBe(false);
  });
});

it('takes the level commune for xa and everything for all', () => {
  const context = { overlay: null, placing: placingOf(rules), replacedCodes: new Set<string>() };
  const foreign = procedure({ issuer: { scope: 'province', province: 'Huế' } });
  expect(isInProfile(foreign, 'xa', context)).toBe(true);
  expect(isInProfile(procedure({ level: 'ministry' }), 'xa', context)).toBe(false);
  expect(isInProfile(procedure({ level: 'ministry' }), 'all', context)).toBe(true);
});

const named = (code: string, name: string, province: string | null, level: 'commune' | 'province' = 'commune') => ({
  code,
  name,
  level,
  issuer: province === null ? ({ scope: 'national' } as const) : ({ scope: 'province', province } as const),
});

describe('variants', () => {
  const all = [
    named('1.000001', 'Thủ tục Giao đất', null),
    named('1.100001', 'Giao đất (cấp xã)', 'Huế'),
    named('1.100002', 'Giao đất', 'Gia Lai'),
    named('1.100003', 'Giao đất', 'Huế', 'province'),
  ];

  it('are provincial rules of one name and level', () => {
    expect([...findVariants(all)]).toEqual([
      ['1.100001', '1.000001'],
      ['1.100002', '1.000001'],
    ]);
  });

  it('replace the national one in their own province only', () => {
    expect([...findReplaced(all, 'Huế')]).toEqual([['1.000001', '1.100001']]);
    expect(findReplaced(all, null).size).toBe(0);
  });
});

describe('the tables', () => {
  it('are read whole', () => {
    expect(rules.bundled.size).toBe(80);
    expect(rules.bundled.get('2.000815')?.aliases).toContain('sao y bản chính');
    expect(rules.fieldTiles.get('Chứng thực')).toBe(1);
    expect(rules.fieldTiles.get('Hải quan')).toBe('search-only');
  });

  it('name the line that is wrong', () => {
    expect(() => parseBundledSet('code\tname\n1.000001\tTên\tx\ta | b\nabc\tTên')).toThrow(/line 3/u);
    expect(() => parseFieldTiles('field\ttile\nHộ tịch\t13 Gì')).toThrow(/line 2/u);
  });
});
