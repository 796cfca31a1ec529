/** What readers send, with invented people: cards, codes, and how they are put together. */
import { crc16CcittFalse } from '../../main/core/crc16-ccitt-false.ts';
import type { ClassifyOptions } from '../../main/core/scanning/classify-scan.ts';

export const classifyOptions: ClassifyOptions = {
  portalLinkTemplate: 'https://portal.example/p?ma_thu_tuc={code}',
  portalUrl: 'https://mot-cua.example.vn/kiosk/',
  today: '2026-11-24',
};

/** In their order on the card. */
export const cardFields = {
  number: '079190001234',
  former: '024567891',
  name: 'NGUYỄN THỊ MẪU',
  birth: '01021990',
  sex: 'Nữ',
  residence: 'Tổ 1, Khu phố 2, Phường Mẫu, TP. Hồ Chí Minh',
  issued: '05062021',
};

export function citizenCard(changes: Partial<typeof cardFields> = {}): string {
  return Object.values({ ...cardFields, ...changes }).join('|');
}

export function hexOf(text: string): string {
  return Buffer.from(text).toString('hex');
}

/** As hospitals' programs read them: fourteen fields and a `$`. */
export const insuranceFields = {
  number: 'GD4797920123456',
  name: hexOf('Nguyễn Thị Mẫu'),
  birth: '01/02/1990',
  sex: '2',
  address: hexOf('Phường Mẫu, TP. Hồ Chí Minh'),
  hospital: '79 - 034',
  from: '01/01/2026',
  until: '31/12/2026',
  issued: '20/12/2025',
  manager: '79077920123456',
  parent: '-',
  area: '4',
  fiveYears: '01/01/2020',
  check: '18a2b3c4d5e6f708-7102',
  end: '$',
};

export function insuranceCard(changes: Partial<typeof insuranceFields> = {}): string {
  return Object.values({ ...insuranceFields, ...changes }).join('|');
}

/** DOMAIN: payment QR, the vector. */
export const vietQr = '00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F';

export function tagField(tag: string, value: string): string {
  return `${tag}${String(value.length).padStart(2, '0')}${value}`;
}

/** Its check sum made right, whatever the fields say. */
export function paymentCode(fields: readonly (readonly [tag: string, value: string])[]): string {
  const text = `${fields.map(([tag, value]) => tagField(tag, value)).join('')}6304`;
  return text + crc16CcittFalse(text);
}

export const payeeField = tagField('00', 'A000000727')
  .concat(tagField('01', tagField('00', '970416') + tagField('01', '257678859')))
  .concat(tagField('02', 'QRIBFTTA'));
