import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../main/core/catalogue/import/clean-text.ts';
import { splitDocumentLines, stripMarks } from '../../../main/core/catalogue/import/document-lines.ts';
import { formNumberOf } from '../../../main/core/catalogue/import/form-number.ts';
import { parseDocumentGroups } from '../../../main/core/catalogue/import/parse-document-groups.ts';
import { projectRules } from './project-rules.ts';

const line = (text: string, originals = 1, copies = 0) =>
  `    - ${text}\n      Số lượng: Bản chính: ${originals}, Bản sao: ${copies}`;
const group = (title: string, ...lines: string[]) => [`  [ ${title} ]`, ...lines].join('\n');
const parse = (...blocks: string[]) =>
  parseDocumentGroups(cleanText(blocks.join('\n')), '1.234567', projectRules.documentWords).value;
const kindsOf = (...blocks: string[]) => parse(...blocks).groups.map(({ kind }) => kind);
const needOf = (text: string) => parse(line(text)).groups[0]?.documents[0]?.need;

describe('groups', () => {
  it('offers a choice only where titles say so', () => {
    expect(kindsOf(group('a) Đối với cấp mới', line('Đơn')), group('Trường hợp cấp lại:', line('Đơn')))).toEqual([
      'case',
      'case',
    ]);
    expect(kindsOf(group('Cấp mới', line('Đơn')), group('Cấp lại', line('Đơn')))).toEqual(['unclear', 'unclear']);
    expect(kindsOf(group('Trường hợp cấp lại', line('Đơn')), group('Cấp mới', line('Đơn')))).toEqual([
      'unclear',
      'unclear',
    ]);
    expect(kindsOf(group('Trường hợp cấp lại', line('Đơn')))).toEqual(['part']);
  });

  it('takes what is submitted, what is presented and the parties’ papers for parts', () => {
    expect(
      kindsOf(group('* Giấy tờ phải nộp:', line('Đơn')), group('* Giấy tờ phải xuất trình:', line('Thẻ'))),
    ).toEqual(['part', 'part']);
    expect(
      kindsOf(group('Hồ sơ của người nhận', line('Đơn')), group('Hồ sơ của người được nhận', line('Giấy khai sinh'))),
    ).toEqual(['part', 'part']);
  });

  it('finds the papers below a note group, and they belong to everybody', () => {
    const { groups } = parse(
      group('Giấy tờ phải nộp', line('Giấy chứng sinh')),
      group('* Lưu ý:', line('Người tiếp nhận có trách nhiệm kiểm tra.', 0, 0), line('Tờ khai theo mẫu')),
    );
    expect(groups.map(({ kind, title, documents }) => [kind, title, documents.map(({ name }) => name)])).toEqual([
      ['part', 'Giấy tờ phải nộp', ['Giấy chứng sinh']],
      ['note', 'Lưu ý', []],
      ['part', null, ['Tờ khai theo mẫu']],
    ]);
  });

  it('makes authorisation a condition and not a case, and finds the form behind it', () => {
    const { groups } = parse(
      group(
        'Trường hợp ủy quyền thực hiện thủ tục thì kèm theo một trong những giấy tờ sau:',
        line('Giấy giới thiệu', 0, 1),
        line('Giấy đề nghị đăng ký'),
      ),
    );
    expect(groups.map(({ kind }) => kind)).toEqual(['part', 'part']);
    expect(groups[0]?.documents[0]?.need).toEqual({ kind: 'if-applicable', condition: 'ủy quyền thực hiện thủ tục' });
    expect(groups[1]?.documents).toMatchObject([{ name: 'Giấy đề nghị đăng ký', need: { kind: 'always' } }]);
  });

  it('puts houses first and keeps the number of the source', () => {
    const { groups } = parse(
      group('Đối với công trình ngầm', line('Đơn')),
      group('Đối với nhà ở riêng lẻ', line('Đơn')),
    );
    expect(groups.map(({ id }) => id)).toEqual(['g2', 'g1']);
  });

  it('joins groups of one title', () => {
    const { groups, titledGroupCount } = parse(
      group('Trường hợp A', line('Đơn')),
      group('Trường hợp B', line('Đơn')),
      group('Trường hợp A', line('Ảnh')),
    );
    expect(groups.map(({ documents }) => documents.length)).toEqual([2, 1]);
    expect(titledGroupCount).toBe(3);
  });
});

describe('notes', () => {
  it('does not go by 0/0 alone', () => {
    const { groups, zeroLineCount } = parse(
      line('Hộ chiếu hoặc thẻ căn cước', 0, 0),
      line('Trường hợp gửi bưu chính thì gửi kèm bản sao các giấy tờ trên.', 0, 0),
      line('Lưu ý: nộp bản quét', 1, 1),
      line('Số lượng hồ sơ: 01 bộ', 1, 0),
    );
    expect(groups[0]?.documents.map(({ name }) => name)).toEqual(['Hộ chiếu hoặc thẻ căn cước']);
    expect(groups[0]?.notes).toHaveLength(3);
    expect(zeroLineCount).toBe(2);
  });
});

describe('needs', () => {
  it.each([
    ['Giấy chứng sinh; trường hợp không có thì nộp văn bản của người làm chứng', { kind: 'always' }],
    ['Tờ khai theo mẫu (nếu lựa chọn nộp hồ sơ theo hình thức trực tiếp)', { kind: 'always' }],
    ['Giấy khám sức khỏe (trừ trường hợp cha dượng nhận con riêng)', { kind: 'always' }],
    ['Giấy khám sức khỏe, trừ các trường hợp cha dượng nhận con riêng', { kind: 'always' }],
    ['Mảnh trích đo bản đồ (nếu có).', { kind: 'if-applicable', condition: 'nếu có' }],
    [
      'Quyết định tiếp nhận đối với trẻ em ở cơ sở nuôi dưỡng',
      { kind: 'if-applicable', condition: 'trẻ em ở cơ sở nuôi dưỡng' },
    ],
    ['Văn bản ủy quyền có chứng thực', { kind: 'if-applicable', condition: 'ủy quyền cho người khác làm thay' }],
    [
      'Mẫu hộ tịch điện tử tương tác (nếu nộp theo hình thức trực tuyến)',
      { kind: 'if-applicable', condition: 'nộp hồ sơ trực tuyến' },
    ],
  ])('%s', (text, need) => {
    expect(needOf(text)).toEqual(need);
  });

  it('takes the condition out of the name where the paper stays whole', () => {
    const [first, second] =
      parse(
        line('Trường hợp trẻ em bị bỏ rơi thì phải có biên bản do cơ quan lập'),
        line('Giấy xác nhận đối với trường hợp người khuyết tật'),
      ).groups[0]?.documents ?? [];
    expect(first).toMatchObject({ name: 'Biên bản do cơ quan lập', need: { condition: 'trẻ em bị bỏ rơi' } });
    expect(second).toMatchObject({ name: 'Giấy xác nhận', need: { condition: 'người khuyết tật' } });
  });

  it('opens a list of alternatives into one set', () => {
    const documents =
      parse(line('Một trong các giấy tờ sau: + Hộ chiếu; + Thẻ căn cước.', 0, 1)).groups[0]?.documents ?? [];
    expect(documents.map(({ name }) => name)).toEqual(['Hộ chiếu', 'Thẻ căn cước']);
    expect(new Set(documents.map(({ need }) => JSON.stringify(need)))).toEqual(
      new Set(['{"kind":"one-of","set":"g1-1"}']),
    );
  });
});

it('names the blank', () => {
  expect(
    formNumberOf('Tờ khai thay đổi thông tin cư trú (Mẫu CT01 ban hành kèm theo Thông tư số 53/2025/TT-BCA)'),
  ).toBe('CT01');
  expect(formNumberOf('Tờ khai (theo Mẫu số 2b ban hành kèm theo Nghị định số 20/2021/NĐ-CP)')).toBe('Mẫu số 2b');
  expect(formNumberOf('Tờ khai theo Mẫu số 1a hoặc Mẫu số 1b')).toBeNull();
  expect(formNumberOf('Giấy khai sinh')).toBeNull();
});

it('drops bullets and numbering', () => {
  expect(stripMarks('- a) Tờ khai;')).toBe('Tờ khai');
  expect(stripMarks('+) (iv) 02 ảnh;')).toBe('02 ảnh');
  expect(stripMarks('2.1. Đơn.')).toBe('Đơn');
});

it('accounts for every counted line of any text', () => {
  const block = fc.tuple(
    fc.option(fc.stringMatching(/^[a-zđ ]{1,12}$/u)),
    fc.array(fc.tuple(fc.stringMatching(/^[a-zđ\n;:. ]{1,30}$/u), fc.nat(3)), { maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(block, { maxLength: 5 }), (blocks) => {
      const text = blocks
        .flatMap(([title, lines]) => [
          ...(title === null ? [] : [`[ ${title} ]`]),
          ...lines.map(([words, count]) => line(`x${words}`, count)),
        ])
        .join('\n');
      const expected = blocks.reduce((sum, [, lines]) => sum + lines.length, 0);
      expect(splitDocumentLines(cleanText(text)).reduce((sum, { lines }) => sum + lines.length, 0)).toBe(expected);
      expect(parse(text).lineCount).toBe(expected);
    }),
  );
});
