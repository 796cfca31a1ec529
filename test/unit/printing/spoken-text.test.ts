import { expect, it } from 'vitest';
import { spokenText } from '../../../main/core/printing/typesetting/spoken-text.ts';

it('reads every element in order, and says nothing where nothing can be heard', () => {
  const layout = {
    elements: [
      { kind: 'heading', text: 'Số thứ tự', trailing: 'Quầy 3' },
      { kind: 'number', text: 'A005' },
      { kind: 'rule' },
      {
        kind: 'table',
        columns: [{ weight: 2 }, { weight: 1 }, { weight: 1 }],
        head: ['Giấy tờ', 'Số tờ', 'Lệ phí'],
        rows: [
          ['Bản sao', '2', '4.000 đ'],
          ['Tổng', '', '4.000 đ'],
        ],
        size: 'body',
      },
      { kind: 'table', columns: [{ weight: 1 }, { weight: 1 }], rows: [['Mã', '1.2']], size: 'body' },
      { kind: 'barcode', text: '1.001193', heightDots: 80 },
      { kind: 'space', heightDots: 8 },
      {
        kind: 'qr',
        text: 'https://dichvucong.gov.vn/x',
        moduleDots: 5,
        caption: 'Trang của thủ tục',
        beside: [{ kind: 'text', size: 'body', runs: [{ text: 'Quét mã' }] }],
      },
      { kind: 'cut' },
      { kind: 'qr', text: '00020101021238', moduleDots: 5 },
      { kind: 'row', label: '', value: 'Miễn phí'.normalize('NFD') },
      { kind: 'checkbox', runs: [{ text: 'Tờ khai' }], trailing: '1 bản chính' },
    ],
  } as const;
  const lines = [
    'Số thứ tự. Quầy 3',
    'A 0 0 5',
    'Giấy tờ: Bản sao. Số tờ: 2. Lệ phí: 4.000 đ',
    'Giấy tờ: Tổng. Lệ phí: 4.000 đ',
    'Mã. 1.2',
    'Mã vạch: 1.001193',
    'Mã QR: dichvucong.gov.vn',
    'Quét mã',
    'Trang của thủ tục',
    'Mã QR',
    'Miễn phí',
    'Tờ khai. 1 bản chính',
  ];
  expect(spokenText(layout).split('\n')).toEqual(lines);
  expect(spokenText(layout, 'en').split('\n')).toEqual(
    lines.map((line) => line.replace('Mã vạch', 'Barcode').replace('Mã QR', 'QR code')),
  );
});
