/** Invented applicants, each with a card whose QR text can be held before the reader (2021 card, seven fields). */
import type { Applicant } from '../dossier-records.ts';

export interface DemonstrationPerson extends Applicant {
  readonly name: string;
  /** As in the card's QR: number|former number|name|birth|sex|address|issue date. */
  readonly cardText: string;
}

interface Facts {
  readonly identityNumber: string;
  readonly formerNumber: string;
  readonly name: string;
  readonly sex: 'Nam' | 'Nữ';
  readonly birthDate: string;
  readonly issuedOn: string;
  readonly address: string;
  readonly hasTelephone: boolean;
}

export const demonstrationPeople = {
  mau: person({
    identityNumber: '079190000017',
    formerNumber: '020000017',
    name: 'NGUYỄN THỊ MẪU',
    sex: 'Nữ',
    birthDate: '1990-02-14',
    issuedOn: '2021-05-10',
    address: '12 Đường Mẫu, Phường Mẫu, Thành phố Hồ Chí Minh',
    hasTelephone: true,
  }),
  thu: person({
    identityNumber: '038085000029',
    formerNumber: '',
    name: 'TRẦN VĂN THỬ',
    sex: 'Nam',
    birthDate: '1985-11-30',
    issuedOn: '2022-08-03',
    address: 'Thôn Ví Dụ, Xã Mẫu, Thanh Hóa',
    hasTelephone: true,
  }),
  viDu: person({
    identityNumber: '001304000041',
    formerNumber: '',
    name: 'LÊ NGỌC VÍ DỤ',
    sex: 'Nữ',
    birthDate: '2004-07-19',
    issuedOn: '2023-01-16',
    address: 'Tổ 3, Phường Ví Dụ, Hà Nội',
    hasTelephone: false,
  }),
  giaDinh: person({
    identityNumber: '048058000053',
    formerNumber: '200000053',
    name: 'PHẠM GIẢ ĐỊNH',
    sex: 'Nam',
    birthDate: '1958-03-05',
    issuedOn: '2021-09-27',
    address: '7 Hẻm Thử, Phường Mẫu, Đà Nẵng',
    hasTelephone: true,
  }),
} as const;

function person(facts: Facts): DemonstrationPerson {
  const { identityNumber, birthDate, issuedOn, hasTelephone, name } = facts;
  const cardText = [
    identityNumber,
    facts.formerNumber,
    name,
    dayInCard(birthDate),
    facts.sex,
    facts.address,
    dayInCard(issuedOn),
  ].join('|');
  return { identityNumber, birthDate, issuedOn, hasTelephone, name, cardText };
}

/** ddmmyyyy. */
function dayInCard(day: string): string {
  return day.split('-').toReversed().join('');
}
