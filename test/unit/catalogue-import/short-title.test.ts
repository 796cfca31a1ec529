import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveShortTitle } from '../../../main/core/catalogue/import/derive-short-title.ts';
import { projectRules } from './project-rules.ts';

const derive = (name: string) => deriveShortTitle(name, projectRules.properNouns);

describe('deriveShortTitle', () => {
  it.each([
    ['Thủ tục đăng ký khai sinh', 'Đăng ký khai sinh'],
    ['Thủ tục công nhận hòa giải viên (cấp xã)', 'Công nhận hòa giải viên'],
    ['. Thủ tục chấp thuận và sửa đổi giấy phép', 'Chấp thuận và sửa đổi giấy phép'],
    ['1. Công nhận tỉnh đạt chuẩn', 'Công nhận tỉnh đạt chuẩn'],
    ['Mở khóa căn cước điện tử (thực hiện tại cấp xã) (1.010736)', 'Mở khóa căn cước điện tử'],
    ['ĐĂNG KÝ KHAI TỬ CHO CÔNG DÂN VIỆT NAM', 'Đăng ký khai tử cho công dân Việt Nam'],
    [
      'Cấp lại Giấy xác nhận ưu đãi thuộc thẩm quyền giải quyết của Ủy ban nhân dân cấp tỉnh',
      'Cấp lại Giấy xác nhận ưu đãi',
    ],
  ])('%s', (name, short) => {
    expect(derive(name)).toBe(short);
  });

  it('shows that it was cut, and not inside a word', () => {
    const short = derive('Hưởng trợ cấp khi người có công đang hưởng trợ cấp ưu đãi hằng tháng qua đời');
    expect(short).toMatch(/…$/u);
    expect('Hưởng trợ cấp khi người có công đang hưởng trợ cấp ưu đãi hằng tháng qua đời').toContain(
      `${short.slice(0, -1)} `,
    );
  });

  it('is never empty and never longer than 60', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 40 }), (name) => {
        const short = derive(name);
        expect(short.length).toBeGreaterThan(0);
        expect(short.length).toBeLessThanOrEqual(60);
      }),
    );
    expect(derive('x'.repeat(200))).toHaveLength(60);
  });
});
