/** Which names somebody may be called by. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usableName } from '../../../main/core/appointments/usable-name.ts';

describe('a name', () => {
  it.each([
    'Nguyễn Thị Mẫu',
    'NGUYỄN THỊ MẪU',
    'Y Mẫu',
    'K’Mẫu',
    "H'Mẫu Niê",
    'Trần-Mẫu Anh',
    'Trần - Mẫu',
    'Müller',
    "O'Neil",
    'Ольга Образец',
    '山田花子',
    'محمد نموذج',
    'नमूना शर्मा',
    'Li',
  ])('%s is one', (name) => {
    expect(usableName(name)).toBe(name.normalize('NFC'));
  });

  it('is composed, and its spaces tidied', () => {
    expect(usableName('  Nguyễn   Thị\u00A0Mẫu '.normalize('NFD'))).toBe('Nguyễn Thị Mẫu');
  });

  it.each([
    ['nothing', ''],
    ['one letter', 'A'],
    ['spaces alone', '     '],
    ['digits', 'Mẫu 2'],
    ['a telephone', '0901234567'],
    ['Arabic digits', 'نموذج ٢'],
    ['an address', 'mau@example.vn'],
    ['a tag', '<b>Mẫu</b>'],
    ['two lines', 'Mẫu\nAnh'],
    ['a tab that is a column', 'Mẫu\u0000Anh'],
    ['a letter written backwards', 'Mẫu\u202EhnA'],
    ['an invisible letter', 'Mẫu\u200BAnh'],
    ['marks without end', `Mẫu${'\u0301'.repeat(10)}`],
    ['a mark to begin with', '\u0301Mẫu'],
    ['a hyphen to begin with', '-Mẫu'],
    ['81 letters', 'ẫ'.repeat(81)],
    ['pictures', 'Mẫu 🙂'],
    ['half a letter', 'Mẫu\uD83D'],
  ])('is not %s', (_what, text) => {
    expect(usableName(text)).toBeNull();
  });

  it('is the same when it is looked at again, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (text) => {
        const name = usableName(text);
        if (name !== null) {
          expect(usableName(name)).toBe(name);
          expect(name).not.toMatch(/[\p{N}\p{C}<>|]/u);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
