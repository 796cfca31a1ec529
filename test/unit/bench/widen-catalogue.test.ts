import { describe, expect, it } from 'vitest';
import { procedureSchema } from '../../../main/contract/procedure.ts';
import { keystrokesOf, spreadOver } from '../../../scripts/bench/keystrokes.ts';
import { widenCatalogue } from '../../../scripts/bench/widen-catalogue.ts';
import { makeProcedure } from '../../fakes/make-procedure.ts';

const words = 'đăng ký cấp giấy phép xây dựng nhà ở riêng lẻ tại khu vực nông thôn cho hộ gia đình cá nhân có đất';
const procedures = [
  makeProcedure({ code: '1.000001', name: words, aliases: ['xây nhà'], steps: [{ title: null, text: words }] }),
  makeProcedure({ code: '1.000002', name: `Sửa ${words}`, issuer: { scope: 'province', province: 'Huế' } }),
];
const provinces = ['Huế', 'Cần Thơ', 'Lào Cai'];

describe('a widened catalogue', () => {
  const wide = widenCatalogue({ procedures, provinces, count: 50 });
  const variants = wide.slice(procedures.length);

  it('holds what was given and then as many variants as are wanted, each a valid procedure of its own', () => {
    expect(wide.slice(0, 2)).toEqual(procedures);
    expect(wide).toHaveLength(50);
    expect(new Set(wide.map(({ code }) => code)).size).toBe(50);
    expect(variants.every((procedure) => procedureSchema.safeParse(procedure).success)).toBe(true);
  });

  it('gives each province its share, of national procedures only, without the aliases', () => {
    const counts = provinces.map(
      (name) => variants.filter(({ issuer }) => issuer.scope === 'province' && issuer.province === name).length,
    );
    expect(counts).toEqual([16, 16, 16]);
    expect(variants.some(({ name }) => name.startsWith('Sửa'))).toBe(false);
    expect(variants.flatMap(({ aliases }) => aliases)).toEqual([]);
  });

  it('changes some words of most names, never most words', () => {
    const original = words.split(' ');
    const shares = variants.map(({ name }) => {
      const now = name.split(' ');
      return original.filter((word, index) => word !== now[index]).length / original.length;
    });
    expect(shares.filter((share) => share > 0).length).toBeGreaterThan(variants.length / 2);
    expect(Math.max(...shares)).toBeLessThan(0.5);
  });

  it('is the same every time', () => {
    expect(widenCatalogue({ procedures, provinces, count: 50 })).toEqual(wide);
  });
});

describe('keystrokes', () => {
  it('are the beginnings of every question', () => {
    expect(keystrokesOf(['ký', 'a'])).toEqual(['k', 'ký', 'a']);
  });

  it.each([
    [10, 3],
    [1000, 37],
    [100, 99],
    [7, 7],
  ])('of %i are spread to about %i', (length, count) => {
    const items = Array.from({ length }, (_, index) => index);
    const chosen = spreadOver(items, count);
    expect(chosen).toHaveLength(count);
    expect(chosen[0]).toBe(0);
    const gaps = chosen.slice(1).map((item, index) => item - (chosen[index] ?? 0));
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
  });

  it('are all there where no more are asked for', () => {
    expect(spreadOver([1, 2, 3], 10)).toEqual([1, 2, 3]);
  });
});
