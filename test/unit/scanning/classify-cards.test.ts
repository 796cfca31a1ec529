/** Identity and health insurance cards: every variant is read, and none whose parts disagree. */
import { describe, expect, it } from 'vitest';
import { classifyScan } from '../../../main/core/scanning/classify-scan.ts';
import { cardFields, citizenCard, classifyOptions, hexOf, insuranceCard } from '../../fakes/scanned-texts.ts';

const classify = (text: string) => classifyScan(text, classifyOptions);
const { number, former, name, birth, sex, residence, issued } = cardFields;
const card = {
  kind: 'citizen-card',
  identityNumber: number,
  formerNumber: former,
  name,
  birthDate: '1990-02-01',
  sex: 'female',
  residence,
  issuedOn: '2021-06-05',
};

describe('a citizen card', () => {
  it.each<[string, string, object]>([
    ['of 2021', citizenCard(), {}],
    ['with an AIM identifier', `]Q1${citizenCard()}`, {}],
    ['decomposed', citizenCard().normalize('NFD'), {}],
    ['without former number', citizenCard({ former: '' }), { formerNumber: null }],
    ['without its field', [number, name, birth, sex, residence, issued].join('|'), { formerNumber: null }],
    ['with a bar behind', `${citizenCard()}|`, {}],
    ['with bars behind', `${citizenCard({ former: '' })}||||`, { formerNumber: null }],
    ['of 2024', `${citizenCard()}||TRẦN VĂN MẪU|LÊ THỊ MẪU|`, {}],
    ['of 2024 with a cancelled number', `${citizenCard()}|079190009999|TRẦN VĂN MẪU|LÊ THỊ MẪU`, {}],
    [
      'six fields and more behind',
      `${[number, name, birth, sex, residence, issued].join('|')}|x|`,
      { formerNumber: null },
    ],
    [
      'without accents',
      citizenCard({ name: 'NGUYEN THI MAU', sex: 'Nu', residence: 'Phuong Mau' }),
      { name: 'NGUYEN THI MAU', residence: 'Phuong Mau' },
    ],
    ['NU', citizenCard({ sex: 'NU' }), {}],
    ['NỮ', citizenCard({ sex: 'NỮ' }), {}],
    ['without residence', citizenCard({ residence: '' }), { residence: null }],
    ['of a man', citizenCard({ number: '079090001234', sex: 'NAM' }), { identityNumber: '079090001234', sex: 'male' }],
    [
      'of a girl born in this century',
      citizenCard({ number: '001315001234', birth: '29022016', former: '' }).replace('315', '316'),
      { identityNumber: '001316001234', birthDate: '2016-02-29', formerNumber: null },
    ],
    ["of H'Mẫu", citizenCard({ name: "H'MẪU NIÊ-KĐĂM" }), { name: "H'MẪU NIÊ-KĐĂM" }],
    ['with room around its fields', citizenCard({ name: ` ${name} ` }), {}],
  ])('%s', (_name, text, changes) => {
    expect(classify(text)).toEqual({ ...card, ...changes });
  });

  it.each<[string, string]>([
    ['eleven digits', citizenCard({ number: number.slice(1) })],
    ['thirteen digits', citizenCard({ number: `${number}1` })],
    ['a letter in the number', citizenCard({ number: '07919000123O' })],
    ['a province that never was', citizenCard({ number: `003${number.slice(3)}` })],
    ['a province beyond the last', citizenCard({ number: `097${number.slice(3)}` })],
    ['the number of a man', citizenCard({ number: '079090001234' })],
    ['the number of another century', citizenCard({ number: '079390001234' })],
    ['the number of another year', citizenCard({ number: '079191001234' })],
    ['a former number of eight digits', citizenCard({ former: '02456789' })],
    ['month 13', citizenCard({ birth: '01131990' })],
    ['30 February', citizenCard({ birth: '30021990' })],
    ['29 February of no leap year', citizenCard({ birth: '29021990' })],
    ['day 0', citizenCard({ birth: '00021990' })],
    ['a date of seven digits', citizenCard({ birth: '1021990' })],
    ['a date with slashes', citizenCard({ birth: '01/02/1990' })],
    ['no sex', citizenCard({ sex: '' })],
    ['another sex', citizenCard({ sex: 'Nan' })],
    ['a date of issue that is none', citizenCard({ issued: '31062021' })],
    ['no date of issue', citizenCard({ issued: '' })],
    ['cut off before the date of issue', citizenCard().slice(0, -9)],
    ['cut off within it', citizenCard().slice(0, -1)],
    ['issued before birth', citizenCard({ issued: '01021989' })],
    ['issued on the day of birth', citizenCard({ issued: birth })],
    ['issued before there were such numbers', citizenCard({ issued: '05062005' })],
    ['issued years from now', citizenCard({ issued: '05062031' })],
    ['no name', citizenCard({ name: '' })],
    ['a name in digits', citizenCard({ name: 'NGUYEN 1' })],
    ['a name in HTML', citizenCard({ name: '<b>MẪU</b>' })],
    ['a name with a Cyrillic letter', citizenCard({ name: 'NGUYỄN THỊ MẪУ' })],
    ['a name of 101 letters', citizenCard({ name: 'A'.repeat(101) })],
    ['a residence that steers a terminal', citizenCard({ residence: 'Phường\u001b[2J' })],
    ['UTF-8 read as Latin-1', Buffer.from(citizenCard()).toString('latin1')],
    ['letters lost', citizenCard({ name: 'NGUY\ufffdN' })],
    ['seventeen fields', `${citizenCard()}${'|x'.repeat(10)}`],
    ['two cards in one', `${citizenCard()}${citizenCard()}`],
    ['fields in another order', [number, former, birth, name, sex, residence, issued].join('|')],
    ['an AIM identifier within', ` ]Q1${citizenCard()}`],
    ['digits of another script', citizenCard({ number: '０79190001234' })],
  ])('is none with %s', (_name, text) => {
    expect(classify(text)).toEqual({ kind: 'unknown' });
  });

  it('takes all provinces there were, and none there was not', () => {
    const taken = Array.from({ length: 1_000 }, (_, code) => String(code).padStart(3, '0')).filter(
      (code) => classify(citizenCard({ number: code + number.slice(3) })).kind === 'citizen-card',
    );
    expect([taken.length, taken[0], taken.at(-1)]).toEqual([63, '001', '096']);
  });

  it('is one also where the clock stands a year back', () => {
    const issuedNow = citizenCard({ issued: '24112026' });
    expect(classifyScan(issuedNow, { ...classifyOptions, today: '2025-12-01' }).kind).toBe('citizen-card');
    expect(classifyScan(issuedNow, { ...classifyOptions, today: '2024-02-29' }).kind).toBe('unknown');
  });
});

describe('a health insurance card', () => {
  const insured = {
    kind: 'bhyt-card',
    cardNumber: 'GD4797920123456',
    name: 'Nguyễn Thị Mẫu',
    birthDate: '1990-02-01',
    sex: 'female',
    address: 'Phường Mẫu, TP. Hồ Chí Minh',
  };

  it.each<[string, string, object]>([
    ['of fifteen characters', insuranceCard(), {}],
    ['of ten digits', insuranceCard({ number: '7920123456' }), { cardNumber: '7920123456' }],
    ['in capital hex', insuranceCard({ name: hexOf('Nguyễn Thị Mẫu').toUpperCase() }), {}],
    ['decomposed', insuranceCard({ name: hexOf('Nguyễn Thị Mẫu'.normalize('NFD')) }), {}],
    ['of a man', insuranceCard({ sex: '1' }), { sex: 'male' }],
    ['with the sex in words', insuranceCard({ sex: 'Nam' }), { sex: 'male' }],
    ['without sex', insuranceCard({ sex: '-' }), { sex: null }],
    ['with the year alone', insuranceCard({ birth: '1990' }), { birthDate: null }],
    ['with short dates', insuranceCard({ birth: '1/2/1990' }), {}],
    ['with dates without slashes', insuranceCard({ birth: '01021990' }), {}],
    ['without address', insuranceCard({ address: '-' }), { address: null }],
    ['without the fields behind', insuranceCard().split('|').slice(0, 5).join('|'), {}],
  ])('%s', (_name, text, changes) => {
    expect(classify(text)).toEqual({ ...insured, ...changes });
  });

  it.each<[string, string]>([
    ['nine digits', insuranceCard({ number: '792012345' })],
    ['twelve digits', insuranceCard({ number: '079190001234' })],
    ['small letters in the number', insuranceCard({ number: 'gd4797920123456' })],
    ['a share of 9', insuranceCard({ number: 'GD9797920123456' })],
    ['a name that is not hex', insuranceCard({ name: 'Nguyễn Thị Mẫu' })],
    ['half a byte', insuranceCard({ name: hexOf('Nguyễn').slice(1) })],
    ['hex of Latin-1', insuranceCard({ name: Buffer.from('Nguyên', 'latin1').toString('hex') })],
    ['hex of HTML', insuranceCard({ name: hexOf('<script>') })],
    ['an address that is not hex', insuranceCard({ address: 'Phường Mẫu' })],
    ['hex of control characters', insuranceCard({ address: '1b5b324a' })],
    ['month 13', insuranceCard({ birth: '01/13/1990' })],
    ['31 April', insuranceCard({ birth: '31/04/1990' })],
    ['a year nobody was born in', insuranceCard({ birth: '01/02/1790' })],
    ['sex 3', insuranceCard({ sex: '3' })],
    ['cut off after the sex', insuranceCard().split('|').slice(0, 4).join('|')],
    ['thirty fields', `${insuranceCard()}${'|'.repeat(15)}`],
  ])('is none with %s', (_name, text) => {
    expect(classify(text)).toEqual({ kind: 'unknown' });
  });
});
