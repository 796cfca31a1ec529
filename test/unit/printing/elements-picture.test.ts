/** Every kind of element as a picture. The golden files were looked at; `KIOSK_UPDATE_GOLDEN=1` writes them anew, to be looked at again. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { SlipElement } from '../../../main/core/printing/typesetting/slip-layout.ts';
import { portalUrlOf } from '../../fakes/printing-procedures.ts';
import { isBlack, readPng } from './slip-dots.ts';
import { expectSound, rasteriser } from './typesetting-checks.ts';

/** The same letters may be cut to black and white a dot apart on another kind of processor. */
const differentShare = 0.005;
const gap: SlipElement = { kind: 'space', heightDots: 18 };

const elements: readonly SlipElement[] = [
  { kind: 'text', size: 'title', align: 'centre', runs: [{ text: 'ỄẲ Phiếu lấy số thứ tự', bold: true }] },
  gap,
  { kind: 'number', text: 'A005' },
  gap,
  {
    kind: 'table',
    columns: [{ weight: 3 }, { weight: 1, align: 'right' }, { weight: 2, align: 'right' }],
    head: ['Giấy tờ', 'Số', 'Lệ phí'],
    rows: [
      ['Bản sao từ bản chính', '2', '4.000 đ'],
      ['Chứng thực chữ ký trong giấy tờ, văn bản', '1', '10.000 đồng'],
    ],
    size: 'body',
  },
  gap,
  { kind: 'barcode', text: '1.001193', heightDots: 80 },
  gap,
  { kind: 'heading', text: 'Ai cũng phải có', trailing: '1 giấy tờ' },
  {
    kind: 'checkbox',
    runs: [{ text: 'Hộ chiếu/Thẻ căn cước/Giấy chứng nhận căn cước' }],
    trailing: '1 bản sao',
    detail: 'Khi: nhờ người khác làm giúp',
  },
  gap,
  { kind: 'row', label: 'Mã hồ sơ', value: '000.00.01.H29-240115-0001', detail: 'Nghị định số 118/2025/NĐ-CP' },
  {
    kind: 'qr',
    text: portalUrlOf('1.001193'),
    moduleDots: 5,
    beside: [{ kind: 'text', size: 'body', runs: [{ text: 'Quét mã để xem đủ', bold: true }] }],
  },
  { kind: 'cut' },
  { kind: 'number', text: 'AB12345' },
];

it.each([
  [576, false],
  [384, true],
] as const)(
  'the elements on %i dots, large print %s, look as they did when they were looked at',
  (widthDots, large) => {
    expectSound(elements, widthDots, large);
    const image = rasteriser.rasterise({ elements, large }, widthDots);
    const name = `elements-${widthDots}${large ? '-large' : ''}.png`;
    const path = fileURLToPath(new URL(`../../fixtures/printing/${name}`, import.meta.url));
    if (process.env['KIOSK_UPDATE_GOLDEN'] === '1') {
      writeFileSync(path, rasteriser.toPng(image));
    }
    const golden = readPng(readFileSync(path));
    expect([image.widthDots, image.heightDots]).toEqual([golden.widthDots, golden.heightDots]);
    let different = 0;
    for (let y = 0; y < image.heightDots; y += 1) {
      for (let x = 0; x < image.widthDots; x += 1) {
        different += isBlack(image, x, y) === isBlack(golden, x, y) ? 0 : 1;
      }
    }
    expect(different / (image.widthDots * image.heightDots)).toBeLessThan(differentShare);
  },
);
