/** Payment codes: the published vector, every wrong order refused, and every right one read back by readers that are not ours. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPaymentQr, type PaymentOrder } from '../../../main/core/dossiers/build-payment-qr.ts';
import { codeToScan } from '../../../main/core/printing/slips/slip-elements.ts';
import { readQrCodes } from '../printing/slip-dots.ts';
import { rasteriser } from '../printing/typesetting-checks.ts';

const order: PaymentOrder = {
  bankBin: '999999',
  account: '0123456789',
  amountVnd: 40_000,
  purpose: 'H29.79.1-261124-AB0012',
};

function text(of: PaymentOrder): string {
  const qr = buildPaymentQr(of);
  if (!qr.ok) {
    throw new Error(`No code: ${qr.fault}`);
  }
  return qr.text;
}

/** An independent reader of EMVCo text. */
function readFields(content = ''): Record<string, string> {
  const fields: Record<string, string> = {};
  let rest = content;
  while (rest !== '') {
    const [id, length] = [rest.slice(0, 2), Number.parseInt(rest.slice(2, 4), 10)];
    const value = rest.slice(4, 4 + length);
    expect(Buffer.byteLength(value)).toBe(length);
    expect(length).toBeGreaterThan(0);
    fields[id] = value;
    rest = rest.slice(4 + length);
  }
  return fields;
}

function readOrder(content: string): unknown {
  const root = readFields(content);
  const payee = readFields(root['38']);
  const account = readFields(payee['01']);
  return { root, payee, account, extra: root['62'] === undefined ? null : readFields(root['62']) };
}

/** CRC-16/CCITT-FALSE bit by bit, written for this test. */
function checkSum(content: string): string {
  let sum = 0xffff;
  for (const byte of Buffer.from(content)) {
    for (let bit = 7; bit >= 0; bit -= 1) {
      const high = ((sum >> 15) & 1) ^ ((byte >> bit) & 1);
      sum = ((sum << 1) & 0xffff) ^ (high === 1 ? 0x1021 : 0);
    }
  }
  return sum.toString(16).toUpperCase().padStart(4, '0');
}

const orders: fc.Arbitrary<PaymentOrder> = fc.record({
  bankBin: fc.stringMatching(/^[1-9]\d{5}$/u),
  account: fc.stringMatching(/^[A-Za-z0-9]{1,19}$/u),
  amountVnd: fc.option(fc.integer({ min: 1, max: 99_999_999_999 })),
  purpose: fc.option(fc.stringMatching(/^[!-~]([ -~]{0,23}[!-~])?$/u)),
});

describe('the text of a payment code', () => {
  it('is the published vector', () => {
    expect(text({ bankBin: '970416', account: '257678859', amountVnd: null, purpose: null })).toBe(
      '00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F',
    );
  });

  it('says exactly what was ordered, field by field, with the right check sum', () => {
    fc.assert(
      fc.property(orders, (each) => {
        const content = text(each);
        expect(content.length).toBeLessThanOrEqual(287);
        expect(content).toMatch(/^[ -~]+$/u);
        expect(readOrder(content)).toEqual({
          root: {
            '00': '01',
            '01': each.amountVnd === null ? '11' : '12',
            '38': expect.any(String),
            '53': '704',
            ...(each.amountVnd === null ? {} : { '54': String(each.amountVnd) }),
            '58': 'VN',
            ...(each.purpose === null ? {} : { '62': expect.any(String) }),
            '63': checkSum(content.slice(0, -4)),
          },
          payee: { '00': 'A000000727', '01': expect.any(String), '02': 'QRIBFTTA' },
          account: { '00': each.bankBin, '01': each.account },
          extra: each.purpose === null ? null : { '08': each.purpose },
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('is read back from the drawn code by another reader, on both papers', async () => {
    for (const each of [order, ...fc.sample(orders, 20)]) {
      for (const widthDots of [576, 384]) {
        const layout = { elements: [codeToScan(text(each), [])] };
        const png = rasteriser.toPng(rasteriser.rasterise(layout, widthDots));
        expect(await readQrCodes(png)).toEqual([text(each)]);
      }
    }
  });

  it.each([
    ['bank', { bankBin: '97041' }],
    ['bank', { bankBin: '9704166' }],
    ['bank', { bankBin: '' }],
    ['bank', { bankBin: '097041' }],
    ['bank', { bankBin: '97041６' }],
    ['account', { account: '' }],
    ['account', { account: '1'.repeat(20) }],
    ['account', { account: '12 34' }],
    ['account', { account: 'tàikhoản' }],
    ['amount', { amountVnd: 0 }],
    ['amount', { amountVnd: -1 }],
    ['amount', { amountVnd: 1.5 }],
    ['amount', { amountVnd: 100_000_000_000 }],
    ['amount', { amountVnd: Number.NaN }],
    ['purpose', { purpose: '' }],
    ['purpose', { purpose: 'x'.repeat(26) }],
    ['purpose', { purpose: 'LỆ PHÍ' }],
    ['purpose', { purpose: 'H29.79.1-261124-\u041000012' }],
    ['purpose', { purpose: 'dòng\nmới' }],
    ['purpose', { purpose: ' trailing' }],
  ] as const)('is not made of a wrong %s: %j', (fault, wrong) => {
    expect(buildPaymentQr({ ...order, ...wrong })).toEqual({ ok: false, fault });
  });
});
