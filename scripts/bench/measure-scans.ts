/** How long it takes to decide what was scanned: `npm run bench`'s part on the reader. */
import { QRPay } from 'vietnam-qr-pay';
import { classifyScan } from '../../main/core/scanning/classify-scan.ts';
import { type Spread, spreadOf, timed } from './sample.ts';

export interface ScanFigures {
  readonly scan: string;
  readonly characters: number;
  readonly classified: Spread;
}

const warmRuns = 200;
const runs = 5_000;

const options = {
  portalLinkTemplate: 'https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc={code}',
  portalUrl: 'https://mot-cua.example.vn/kiosk/',
  today: '2026-11-24',
};
const hexOf = (text: string): string => Buffer.from(text).toString('hex');

/** Invented; the last ones are the slowest that were found. */
const texts: Readonly<Record<string, string>> = {
  procedure: '1.001193',
  'procedure link': options.portalLinkTemplate.replace('{code}', '1.001193'),
  dossier: '000.00.01.H29-240115-0001',
  'dossier link': 'https://dichvucong.gov.vn/tra-cuu?ma_ho_so=000.00.01.H29-240115-0001',
  receipt: '000.00.01.H29-240115-0001|AB12-CD34',
  'citizen card': '079190001234|024567891|NGUYỄN THỊ MẪU|01021990|Nữ|Tổ 1, Phường Mẫu, TP. Hồ Chí Minh|05062021',
  'health insurance card': `GD4797920123456|${hexOf('Nguyễn Thị Mẫu')}|01/02/1990|2|${hexOf('Phường Mẫu, TP. Hồ Chí Minh')}|79 - 034|$`,
  ticket: 'TICKET:2026-11-24:A005',
  payment: '00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F',
  unknown: 'xin chào',
  'unknown, longest': '|'.repeat(1_500),
  'unknown, a link of codes': `https://dichvucong.gov.vn/${'1.00000/'.repeat(59)}`,
  'unknown, letters to compose': 'e\u0323\u0302'.repeat(200),
};

/** The only peer there is for any of it; it checks the sum and nothing else. */
const peerName = 'payment, by vietnam-qr-pay';

export function measureScans(): ScanFigures[] {
  const ours = Object.entries(texts).map(([scan, text]) =>
    figuresOf(scan, text, () => {
      classifyScan(text, options);
    }),
  );
  const payment = texts['payment'] ?? '';
  const peer = figuresOf(peerName, payment, () => {
    if (!new QRPay(payment).isValid) {
      throw new Error('vietnam-qr-pay does not read the payment code');
    }
  });
  return [...ours, peer];
}

function figuresOf(scan: string, text: string, classify: () => void): ScanFigures {
  for (let run = 0; run < warmRuns; run += 1) {
    classify();
  }
  const classified = spreadOf(Array.from({ length: runs }, () => timed(classify)));
  return { scan, characters: text.length, classified };
}
