/** Payment codes: the vector, codes that others built, and every field broken once. */
import { BanksObject, QRPay } from 'vietnam-qr-pay';
import { describe, expect, it } from 'vitest';
import { classifyScan } from '../../../main/core/scanning/classify-scan.ts';
import { classifyOptions, payeeField, paymentCode, tagField, vietQr } from '../../fakes/scanned-texts.ts';

const classify = (text: string) => classifyScan(text, classifyOptions);
const plain = {
  kind: 'payment',
  bankBin: '970416',
  account: '257678859',
  amountVnd: null,
  purpose: null,
  dossierCode: null,
};

type Fields = readonly (readonly [tag: string, value: string])[];
const sound: Fields = [
  ['00', '01'],
  ['01', '12'],
  ['38', payeeField],
  ['53', '704'],
  ['54', '150000'],
  ['58', 'VN'],
  ['62', tagField('08', 'Le phi 000.00.01.H29-240115-0001')],
];
const withField = (tag: string, value: string): string =>
  paymentCode(sound.map((field) => (field[0] === tag ? [tag, value] : field)));
const without = (tag: string): string => paymentCode(sound.filter((field) => field[0] !== tag));
const payee = (bin: string, account: string, service = 'QRIBFTTA', application = 'A000000727'): string =>
  tagField('00', application) + tagField('01', tagField('00', bin) + tagField('01', account)) + tagField('02', service);

describe('a payment code', () => {
  it('is the vector of the domain', () => {
    expect(classify(vietQr)).toEqual(plain);
    expect(classify(`${vietQr.slice(0, -4)}ae9f`)).toEqual(plain);
  });

  it('tells amount, purpose, and the dossier it pays for', () => {
    expect(classify(paymentCode(sound))).toEqual({
      ...plain,
      amountVnd: 150_000,
      purpose: 'Le phi 000.00.01.H29-240115-0001',
      dossierCode: '000.00.01.H29-240115-0001',
    });
  });

  it('is what a library of others builds', () => {
    const code = QRPay.initVietQR({
      bankBin: BanksObject.vietinbank.bin,
      bankNumber: '104000000001',
      amount: '52000',
      purpose: '38.98.H29-210519-00031',
    }).build();
    expect(classify(code)).toMatchObject({
      bankBin: BanksObject.vietinbank.bin,
      account: '104000000001',
      amountVnd: 52_000,
      dossierCode: '38.98.H29-210519-00031',
    });
  });

  it.each([
    ['54', '150000.00', { amountVnd: 150_000 }],
    ['62', tagField('01', 'HD1'), { purpose: null, dossierCode: null }],
    ['62', tagField('08', '38.98.H29-210519-00031, 38.98.H29-210519-00032'), { dossierCode: null }],
    ['38', payee('970416', '9704160000000001', 'QRIBFTTC'), { account: '9704160000000001' }],
  ])('is one with %s %s', (tag, value, fields) => {
    expect(classify(withField(tag, value))).toMatchObject({ kind: 'payment', ...fields });
  });

  it.each<[string, string]>([
    ['a wrong check sum', `${vietQr.slice(0, -1)}0`],
    ['no check sum', vietQr.slice(0, -8)],
    ['something behind it', `${vietQr}0000`],
    ['one digit changed', vietQr.replace('970416', '970417')],
    ['a length beyond the end', vietQr.replace('3853', '3899')],
    ['another version', withField('00', '02')],
    ['another kind', withField('01', '13')],
    ['another application', withField('38', payee('970416', '257678859', 'QRIBFTTA', 'A000000999'))],
    ['another service', withField('38', payee('970416', '257678859', 'OTHER'))],
    ['a BIN of five digits', withField('38', payee('97041', '257678859'))],
    ['no account', withField('38', payee('970416', ''))],
    ['an account of 20', withField('38', payee('970416', '1'.repeat(20)))],
    ['signs in the account', withField('38', payee('970416', '2576-7885'))],
    ['dollars', withField('53', '840')],
    ['another country', withField('58', 'US')],
    ['amount 0', withField('54', '0')],
    ['a negative amount', withField('54', '-1')],
    ['half a đồng', withField('54', '150000.5')],
    ['an amount with commas', withField('54', '150,000')],
    ['an amount of 14 digits', withField('54', '1'.repeat(14))],
    ['a purpose whose length is wrong', withField('62', '0899Le phi')],
    ['no payee', without('38')],
    ['no currency', without('53')],
    ['no country', without('58')],
    ['two amounts', paymentCode([...sound, ['54', '1']])],
    ['Vietnamese letters', withField('62', tagField('08', 'Lệ phí'))],
    [
      '513 characters',
      paymentCode([...sound, ...['80', '81', '82', '83'].map((tag) => [tag, 'x'.repeat(95)] as const)]),
    ],
  ])('is none with %s', (_name, text) => {
    expect(classify(text)).toEqual({ kind: 'unknown' });
  });
});
