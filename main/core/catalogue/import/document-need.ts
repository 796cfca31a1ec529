/** Whether everybody brings a paper, only some, or one of several (docs/catalogue.md §3), read from the paper's own words. */
import type { RequiredDocument } from '../../../contract/procedure.ts';

type Need = RequiredDocument['need'];

export interface DocumentReading {
  /** The paper without the condition that was taken out of it. */
  readonly name: string;
  readonly need: Need;
}

const capitalise = (text: string) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
const tidy = (text: string) => text.replace(/^[\s,:;–-]+|[\s,:;.–-]+$/gu, '');

/** "(nếu có)" and its kin: brought by whoever has it. */
const ifAny =
  /[\s,]*\(?\s*(?:nếu có(?: yêu cầu)?|nếu thuộc trường hợp này|trong trường hợp cần thiết|khi cần thiết)\s*\)?/iu;
/** Filing in person is what happens at the kiosk, so a paper for direct or postal filing is for everybody here. */
const directOnly = /\((?:nếu|trong trường hợp|đối với trường hợp|trường hợp|do)[^()]*(?:trực tiếp|bưu chính)[^()]*\)/iu;
const onlineOnly =
  /hình thức trực tuyến|nộp (?:hồ sơ )?(?:trực tuyến|qua mạng)|môi trường (?:mạng|điện tử)|mẫu hộ tịch điện tử tương tác|biểu mẫu điện tử tương tác/iu;
/** `X thì phải nộp Y`, `Đối với X: Y`. */
const conditionFirst =
  /^(?:trong |các )?(?:trường hợp|đối với|nếu|riêng đối với|khi)(?: trường hợp)? (?<condition>[^.;]{4,260}?)(?:\s*[:]\s*|,? (?:thì )?(?:kèm theo )?hồ sơ [^,;.]{0,80}?phải (?:có|kèm theo|bao gồm|bổ sung)(?: thêm)?:?\s+|,? (?:thì (?:(?:cần|phải) )?|(?:cần|phải) )(?:nộp|có|xuất trình|kèm theo|bổ sung|gửi kèm|gửi|cung cấp)(?: thêm| kèm theo| kèm)?\s*:?\s+|, (?:nộp|xuất trình|kèm theo|bổ sung|gửi kèm)(?: thêm| kèm theo)?\s*:?\s+)(?<paper>.+)$/isu;
/** `Y đối với trường hợp X`, `Y trong trường hợp X`, `Y nếu X`, also in brackets. */
const conditionLast =
  /^(?<paper>.{6,}?)[\s,]*\(?(?<!(?:trừ|kể cả|ngoài) (?:các |những )?)(?:chỉ )?(?:áp dụng )?(?<link>(?:trong |đối với |với |cho |khi )?(?:các |những )?trường hợp|đối với(?= (?:người|tổ chức|cá nhân|trẻ|hộ|doanh nghiệp|đối tượng|công dân|cơ sở|đơn vị|thân nhân|hợp tác xã|thương binh|bệnh binh|vợ|chồng|nhà đầu tư|học sinh|sinh viên|xe|tàu|phương tiện|công trình|dự án|hàng hóa|đất|nhà ở|thửa đất))|nếu)[\s:]+(?<condition>[^.;()]{4,400}(?:\([^()]*\)[^.;()]*)?)\)?$/isu;
const authorisation = /^(?:văn bản|giấy|hợp đồng|bản sao (?:văn bản|giấy)) (?:về việc )?(?:ủy|uỷ) quyền/iu;
const oneOf = /^(?:nộp |xuất trình |bản sao (?:của )?|có )?một trong (?:các|những|số|hai|ba|\d)/iu;
const oneOfInside =
  /một trong (?:các|những) (?:loại )?(?:giấy tờ|văn bản|tài liệu|chứng từ|chứng chỉ)[^.;:]{0,60}(?:sau|dưới đây)/iu;

/** A semicolon, a full stop before a blank, or a colon before a list. */
const endsClause = /^(?:;|\.\s|:\s[+–-])/u;

/** The first sentence or clause, brackets kept whole: conditions after it speak of other papers. */
function firstClause(text: string): string {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    if (letter === '(') depth += 1;
    else if (letter === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && endsClause.test(text.slice(index, index + 3))) return text.slice(0, index);
  }
  return text;
}

/** Reads one line without its marks. `isPaper` tells whether words begin like a paper; `set` names a one-of set for this line. */
export function readDocumentNeed(text: string, isPaper: (words: string) => boolean, set: string): DocumentReading {
  if (onlineOnly.test(firstClause(text)) && !/trực tiếp/iu.test(firstClause(text))) {
    return { name: text, need: { kind: 'if-applicable', condition: 'nộp hồ sơ trực tuyến' } };
  }
  const first = conditionFirst.exec(text)?.groups;
  const firstPaper = tidy(first?.['paper'] ?? '');
  if (first && isPaper(capitalise(firstPaper))) {
    return { name: capitalise(firstPaper), need: { kind: 'if-applicable', condition: tidy(first['condition'] ?? '') } };
  }
  if (/^(?:trong |các )?(?:trường hợp|đối với|nếu|khi) /iu.test(text)) {
    const condition =
      /^(?:trong )?(?:trường hợp|đối với|nếu|khi)(?: trường hợp)? (.{4,200}?)(?:,|:| thì | phải )/isu.exec(text)?.[1] ??
      null;
    return { name: text, need: { kind: 'if-applicable', condition: condition && tidy(condition) } };
  }
  if (oneOf.test(text) || oneOfInside.test(firstClause(text))) return { name: text, need: { kind: 'one-of', set } };

  const clause = firstClause(text);
  if (ifAny.test(clause)) {
    const bare = clause.length === text.length ? tidy(text.replace(ifAny, '')) : text;
    return { name: bare || text, need: { kind: 'if-applicable', condition: 'nếu có' } };
  }
  const forPeopleHere = clause.replace(directOnly, '');
  const last = conditionLast.exec(tidy(forPeopleHere))?.groups;
  if (last) {
    const paper = tidy(last['paper'] ?? '');
    const name = clause.length === text.length && isPaper(paper) && balanced(paper) ? paper : text;
    return { name, need: { kind: 'if-applicable', condition: tidy(last['condition'] ?? '') } };
  }
  if (authorisation.test(text)) {
    return { name: text, need: { kind: 'if-applicable', condition: 'ủy quyền cho người khác làm thay' } };
  }
  return { name: text, need: { kind: 'always' } };
}

function balanced(text: string): boolean {
  return text.split('(').length === text.split(')').length;
}
