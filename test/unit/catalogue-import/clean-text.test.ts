import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanLine,
  cleanText,
  joinBrokenLines,
  presentOrNull,
} from '../../../main/core/catalogue/import/clean-text.ts';
import { nameKey } from '../../../main/core/catalogue/import/fold-text.ts';

describe('cleanText', () => {
  it('composes letters, also where a direction mark stands between letter and accent', () => {
    expect(cleanText('Cấp, quản lý căn cước'.normalize('NFD'))).toBe('Cấp, quản lý căn cước');
    expect(cleanText('đăng ky\u200E\u0301')).toBe('đăng ký');
    expect(cleanText('đăng k\u200Eý')).toBe('đăng ký');
  });

  it('drops soft hyphens, right-to-left marks and control characters and maps private-use bullets', () => {
    expect(cleanText('Giáo\u00AD dục\u202E \u0007đại\u200F học')).toBe('Giáo dục đại học');
    expect(cleanText('\uF0B7 Đơn')).toBe('• Đơn');
  });

  it('keeps line breaks but no blanks around them, and leaves HTML as text', () => {
    expect(cleanText('  a\u00A0 b \r\n\r\n\r\n\r\n   c ')).toBe('a b\n\nc');
    expect(cleanText('<b>Đơn</b><script>x</script>')).toBe('<b>Đơn</b><script>x</script>');
    expect(cleanLine('Thành\nlập   hội')).toBe('Thành lập hội');
  });

  it('changes nothing the second time, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanText(text);
        expect(cleanText(once)).toBe(once);
        expect(once).not.toMatch(/\p{Cf}|\p{Co}| {2}|\n{3}/u);
      }),
    );
  });
});

describe('presentOrNull', () => {
  it.each(['', 'Không có thông tin', 'Không có thông tin.', 'Không có thông tin căn cứ pháp lý.'])(
    'takes %j for nothing',
    (text) => {
      expect(presentOrNull(text)).toBeNull();
    },
  );

  it('keeps what only begins so', () => {
    expect(presentOrNull('Không có thông tin về nơi cư trú thì hỏi quầy')).not.toBeNull();
  });
});

it('joins lines broken in the middle of a sentence and no others', () => {
  expect(joinBrokenLines('đáp ứng nguyên\ntắc hoạt động.\n- Trong thời hạn\na) Mục')).toBe(
    'đáp ứng nguyên tắc hoạt động.\n- Trong thời hạn\na) Mục',
  );
});

it('takes spellings of one name for the same', () => {
  expect(nameKey('Thủ tục Hoà giải, xử lý (cấp xã).')).toBe(nameKey('HÒA GIẢI XỬ LÝ'));
  expect(nameKey('Đăng ký khai sinh')).not.toBe(nameKey('Đăng ký khai tử'));
});
