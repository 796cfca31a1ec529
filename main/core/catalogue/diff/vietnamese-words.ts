/** The words in which reports tell values of a procedure to people who read Vietnamese. */
import type { Fee, Procedure, ProcessingTime, RequiredDocument } from '../../../contract/procedure.ts';
import type { ChangedValue } from './catalogue-changes.ts';

export const channelWords = { direct: 'Trực tiếp', postal: 'Bưu chính', online: 'Trực tuyến' } as const;

export const levelWords = {
  commune: 'Cấp xã',
  province: 'Cấp tỉnh',
  ministry: 'Cấp bộ',
  unknown: 'Không rõ cấp',
} as const;

export const placeWords = {
  here: 'tại đây',
  police: 'Công an',
  'social-insurance': 'Bảo hiểm xã hội',
  tax: 'cơ quan thuế',
  'land-office': 'Văn phòng đăng ký đất đai',
  school: 'trường học',
  military: 'Ban Chỉ huy quân sự',
  province: 'cấp tỉnh',
  other: 'nơi khác',
  unknown: 'chưa rõ, xin hỏi quầy hướng dẫn',
} as const;

export const onlineWords = {
  none: 'không nộp trên mạng',
  available: 'nộp được trên mạng',
  part: 'trực tuyến một phần',
  full: 'trực tuyến toàn trình',
  only: 'chỉ nộp trên mạng',
} as const;

export const audienceWords = { citizen: 'người dân', business: 'doanh nghiệp', official: 'cán bộ, cơ quan' } as const;

export const unitWords = {
  'working-day': 'ngày làm việc',
  day: 'ngày',
  hour: 'giờ',
  month: 'tháng',
  year: 'năm',
} as const;

const number = new Intl.NumberFormat('vi-VN');

/** `8.000 đ`. */
export function vndText(amountVnd: number): string {
  return `${number.format(amountVnd)} đ`;
}

/** A number with its unit. */
export function valueText({ amount, unit }: ChangedValue): string {
  return unit === 'VND' ? vndText(amount) : `${number.format(amount)} ${unitWords[unit]}`;
}

export function feeText(fee: Fee): string {
  const parts = [
    fee.kind === 'amount' && fee.amountVnd !== null ? vndText(fee.amountVnd) : '',
    fee.kind === 'free' && fee.text === '' ? 'miễn phí' : '',
    fee.kind === 'council' && fee.text === '' ? 'theo mức của HĐND' : '',
    fee.kind === 'unstated' && fee.text === '' ? 'không ghi phí' : '',
    fee.text,
    fee.legalBasis !== null && !fee.text.includes(fee.legalBasis) ? `(${fee.legalBasis})` : '',
    fee.validUntil === null ? '' : `– đến hết ${dayText(fee.validUntil)}`,
    fee.exemption ? '[miễn, giảm]' : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** Without the note, which stands apart; null where the time is not told in numbers. */
export function amountOfTimeText({ amount, unit }: ProcessingTime): string | null {
  return amount === null || unit === null ? null : `${number.format(amount)} ${unitWords[unit]}`;
}

export function documentText({ name, originals, copies, need, formNumber, hint }: RequiredDocument): string {
  const counts = [originals > 0 ? `${originals} bản chính` : '', copies > 0 ? `${copies} bản sao` : ''];
  const needText =
    need.kind === 'always'
      ? ''
      : need.kind === 'one-of'
        ? `một trong các giấy của nhóm ${need.set}`
        : `chỉ khi: ${need.condition ?? 'thuộc trường hợp'}`;
  const facts = [...counts, formNumber === null ? '' : `mẫu ${formNumber}`, needText, hint ?? ''];
  const told = facts.filter((fact) => fact !== '').join('; ');
  return told === '' ? name : `${name} – ${told}`;
}

export function issuerText(issuer: Procedure['issuer']): string {
  if (issuer.scope === 'province') return `quy định riêng của ${issuer.province}`;
  return issuer.scope === 'national' ? 'quy định chung cả nước' : 'chưa rõ nơi ban hành';
}

/** `31/12/2026` of `2026-12-31`; a text that is no day stays as it is. */
export function dayText(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  return year === undefined ? day : `${date}/${month}/${year}`;
}
