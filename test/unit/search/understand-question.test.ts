/** What questions come to with the project's own words (data/search) over the bundled catalogue. */
import { describe, expect, it } from 'vitest';
import type { Question } from '../../../main/core/search/question.ts';
import { createUnderstanding } from '../../../main/core/search/understand-question.ts';
import { openVocabulary } from '../../../main/core/search/vocabulary.ts';
import { foldVietnamese } from '../../../main/core/vietnamese-text.ts';
import { bundledProcedures, projectLexicon, sectionsOf } from './index-fixtures.ts';

const lexicon = projectLexicon();
const procedures = bundledProcedures();
const understand = createUnderstanding(openVocabulary(sectionsOf(procedures, lexicon), procedures.length), lexicon);

/** What the question is held to speak of: each concept's wordings, folded. */
function meanings({ concepts }: Question): string[][] {
  return concepts.map(({ wordings }) => wordings.map(({ words }) => words.map(({ folded }) => folded).join(' ')));
}

function means(text: string): string[] {
  return meanings(understand(text)).flat();
}

describe('"mất"', () => {
  it.each(['làm căn cước mất bao lâu', 'lam can cuoc mat bao lau', 'chứng thực có mất phí không'])(
    'only asks for time or money: %s',
    (text) => {
      expect(means(text).some((wording) => /cap lai|khai tu/.test(wording))).toBe(false);
      expect(means(text)).not.toContain('mat');
    },
  );

  it.each([
    ['em mất sổ tạm trú', 'cap lai'],
    ['bố em làm mất giấy nợ', 'cap lai'],
    ['mat giay ket hon roi', 'dang ki lai ket hon'],
    ['em mất sổ hộ khẩu', 'xac nhan thong tin ve cu tru'],
    ['mất thẻ căn cước', 'cap lai the can cuoc'],
    ['mat giay khai sinh', 'dang ki lai khai sinh'],
  ])('says that a thing was lost: %s', (text, official) => {
    expect(means(text)).toContain(official);
    expect(means(text)).not.toContain('khai tu');
  });

  it.each(['bố em vừa mất', 'mẹ tôi mới mất hôm qua', 'chồng em đã mất', 'bo em vua mat'])(
    'says that somebody died: %s',
    (text) => {
      expect(means(text)).toContain('khai tu');
      expect(means(text)).not.toContain('cap lai');
    },
  );
});

describe('words that say no', () => {
  it('belong to what they stand with', () => {
    const negated = understand('giấy xác nhận chưa kết hôn').concepts.flatMap(({ wordings }) => wordings);
    const withNo = negated.filter(({ negation }) => negation >= 0);
    expect(withNo.length).toBeGreaterThan(0);
    expect(withNo.map(({ words, negation }) => words[negation]?.folded)).toContain('chua');
    expect(means('giấy xác nhận chưa kết hôn')).toContain('xac nhan tinh trang hon nhan');
    expect(means('kết hôn')).not.toContain('xac nhan tinh trang hon nhan');
    expect(understand('kết hôn').concepts.flatMap(({ wordings }) => wordings.map(({ negation }) => negation))).toEqual(
      means('kết hôn').map(() => -1),
    );
  });
});

describe('what is asked about a procedure', () => {
  it.each([
    ['papers', 'khai sinh cần giấy tờ gì'],
    ['papers', 'đăng ký kết hôn cần những gì'],
    ['papers', 'hồ sơ xin trợ cấp gồm những gì'],
    ['papers', 'cần mang theo gì khi đăng ký kết hôn'],
    ['fee', 'xin giấy phép xây dựng hết bao nhiêu tiền'],
    ['fee', 'lệ phí kết hôn bao nhiêu'],
    ['fee', 'khai sinh tốn tiền không'],
    ['fee', 'chứng thực có mất phí không ạ'],
    ['time', 'làm thẻ căn cước mất bao lâu'],
    ['time', 'đăng ký tạm trú mấy ngày thì có'],
    ['time', 'bao giờ có thẻ căn cước'],
    ['time', 'khai tử chờ bao lâu'],
    ['place', 'nộp khai sinh ở đâu'],
    ['place', 'đăng ký kết hôn chỗ nào'],
    ['conditions', 'mấy tuổi thì được làm căn cước'],
    ['conditions', 'tách hộ cần điều kiện gì'],
    ['legal-basis', 'làm sổ đỏ theo luật nào'],
    ['legal-basis', 'căn cứ pháp lý của khai tử'],
    ['online', 'khai tử online'],
    ['online', 'làm khai sinh qua mạng được không'],
    [null, 'đăng ký kết hôn'],
    [null, 'em muốn làm lại giấy khai sinh'],
  ])('is %s: %s', (aspect, text) => {
    expect(understand(text).aspect).toBe(aspect);
    expect(understand(foldVietnamese(text)).aspect, 'without accents').toBe(aspect);
    expect(understand(text).concepts.length).toBeGreaterThan(0);
  });

  it('never swallows what stands between the words that ask', () => {
    expect(means('lệ phí kết hôn bao nhiêu')).toEqual(expect.arrayContaining(means('kết hôn')));
    expect(understand('điều kiện để làm gì').isFiller.every(Boolean)).toBe(true);
  });

  it('leaves the words themselves to look for where a question tells nothing else yet', () => {
    expect(means('thủ tục')).toEqual(['thu', 'tuc']);
    expect(means('thủ tục kết hôn')).not.toContain('thu');
  });
});

describe('light words', () => {
  it('weigh little between words that tell something', () => {
    const { concepts, words } = understand('làm giấy khai sinh cho con ở xã');
    const light = concepts.filter(({ isLight }) => isLight).map(({ start }) => words[start]?.surface);
    expect(light).toEqual(expect.arrayContaining(['cho', 'ở']));
    expect(light).not.toContain('khai');
  });

  it('may be another word without accents, where names have it beside its neighbour', () => {
    const lightIn = (text: string) => understand(text).concepts.map(({ isLight }) => isLight);
    expect(lightIn('từ')).toEqual([true]);
    expect(understand('khai tu').concepts.some(({ isLight }) => isLight)).toBe(false);
  });
});

describe('the text as it was understood', () => {
  it.each([
    ['đăng ký khia sinh', 'đăng ký khai sinh'],
    ['  Đăng ký khia sinh, cho con ', 'Đăng ký khai sinh, cho con'],
    ['chứng thựcc bản sao', 'chứng thực bản sao'],
    ['dang ky khia sinh', 'dang ky khai sinh'],
    ['đăng ký khai sinh', null],
    ['dk khai sinh', null],
    ['', null],
  ])('of %j is %j', (text, corrected) => {
    expect(understand(text).corrected).toBe(corrected);
  });
});
