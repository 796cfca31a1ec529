/** Which procedures are about the same thing: looked away from what is done and from the case, within one field. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupProcedures } from '../../../main/core/search/group-procedures.ts';

const words = {
  actions: ['cấp', 'cấp lại', 'gia hạn', 'đăng ký', 'đăng ký lại', 'lại', 'thủ tục'],
  qualifiers: ['đối với', 'cho', 'trong trường hợp'],
  dangling: ['không'],
};

function named(title: string, field = 'Xây dựng') {
  return { shortTitle: title, name: title, field };
}

/** Titles of the groups, each with the titles of its members. */
function groupsOf(...all: readonly ReturnType<typeof named>[]): Record<string, string[]> {
  const { groups, groupOf } = groupProcedures(all, words);
  expect(groupOf.length).toBe(all.length);
  return Object.fromEntries(
    groups.map(({ title }, group) => [
      title,
      all.filter((_one, index) => groupOf[index] === group).map(({ shortTitle }) => shortTitle),
    ]),
  );
}

describe('procedures', () => {
  it('that do something else with the same thing stand together, under the thing', () => {
    const titles = ['Cấp giấy phép xây dựng', 'Cấp lại giấy phép xây dựng', 'Gia hạn giấy phép xây dựng'];
    expect(groupsOf(...titles.map((title) => named(title)), named('Cấp lại thẻ căn cước'))).toEqual({
      'Giấy phép xây dựng': titles,
    });
  });

  it('stand together whatever the case, the spelling and how many things are done at once', () => {
    const titles = [
      'Thủ tục cấp giấy phép xây dựng đối với nhà ở',
      'GIẤY PHÉP XÂY DỰNG cho công trình',
      'Giấy phép xây dựng (cấp xã)'.normalize('NFD'),
      'Đăng ký lại giấy phép xây dựng, có thời hạn',
    ];
    expect(Object.values(groupsOf(...titles.map((title) => named(title))))).toEqual([titles]);
  });

  it('stand together where one thing of three words or more begins like another', () => {
    expect(
      Object.values(groupsOf(named('Giấy phép xây dựng'), named('Giấy phép xây dựng nhà ở riêng lẻ'))),
    ).toHaveLength(1);
    expect(groupsOf(named('Đăng ký khai sinh'), named('Đăng ký khai sinh lưu động'))).toEqual({});
  });

  it.each([
    ['of two fields', [named('Cấp giấy phép xây dựng'), named('Gia hạn giấy phép xây dựng', 'Đường bộ')]],
    ['of other words', [named('Cấp thẻ nhà báo'), named('Cấp thẻ căn cước')]],
    ['of other accents', [named('Cấp bán nhà'), named('Cấp bản nhà')]],
    ['about one word', [named('Cấp thẻ'), named('Cấp lại thẻ')]],
    ['alone', [named('Cấp giấy phép xây dựng')]],
    ['without any words', [named(''), named('…'), named('')]],
  ])('%s stand alone', (_what, all) => {
    expect(groupsOf(...all)).toEqual({});
  });

  it('that are named by nothing but what is done keep its last word', () => {
    expect(groupsOf(named('Cấp lại'), named('Đăng ký lại'))).toEqual({});
    expect(groupsOf(named('Đăng ký'), named('Đăng ký'))).toEqual({ 'Đăng ký': ['Đăng ký', 'Đăng ký'] });
  });
});

it('groups any titles: two or more in each, none in two, the same for the same', () => {
  const title = fc
    .array(fc.constantFrom('cấp', 'cấp lại', 'giấy', 'phép', 'xây', 'cho', 'nhà', '(', ',', 'đối với', ''), {
      maxLength: 9,
    })
    .map((parts) => named(parts.join(' ')));
  fc.assert(
    fc.property(fc.array(title, { maxLength: 12 }), (all) => {
      const { groups, groupOf } = groupProcedures(all, words);
      for (const [index, { id }] of groups.entries()) {
        expect(groupOf.filter((group) => group === index).length, id).toBeGreaterThanOrEqual(2);
      }
      expect(groupOf.every((group) => group >= -1 && group < groups.length)).toBe(true);
      expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
      expect(groupProcedures(all, words)).toEqual({ groups, groupOf });
    }),
  );
});
