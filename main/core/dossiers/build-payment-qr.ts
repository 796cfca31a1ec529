/**
 * The text of a payment QR (VietQR: EMVCo Merchant-Presented QR, NAPAS 1.5.2). The library that writes it checks nothing: what
 * goes in is checked here before, and what came out after.
 */
import { QRPay } from 'vietnam-qr-pay';
import { crc16CcittFalse } from '../crc16-ccitt-false.ts';
import { parseTagFields } from '../parse-tag-fields.ts';

export interface PaymentOrder {
  /** BIN of the payee's bank, six digits. */
  readonly bankBin: string;
  /** 1 to 19 letters and digits. */
  readonly account: string;
  /** Whole đồng, 1 to 99,999,999,999; null leaves it to whoever pays. */
  readonly amountVnd: number | null;
  /** What the payee's bank shows beside it; plain ASCII, 25 characters at most. */
  readonly purpose: string | null;
}

/** What is wrong with it, never what stands there. `words`: a name or place that has none; `result`: it came out otherwise. */
export type PaymentFault = 'bank' | 'account' | 'amount' | 'purpose' | 'words' | 'result';
export type PaymentQr =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly fault: PaymentFault };

const bankBin = /^[1-9]\d{5}$/u;
const account = /^[A-Za-z0-9]{1,19}$/u;
const mostVnd = 99_999_999_999;
/** Purpose of Transaction, ID 62-08: `ans`, up to 25 (EMVCo QRCPS-MPM table 3.7, taken over by NAPAS). No space at either end. */
const purpose = /^[\x21-\x7E](?:[\x20-\x7E]{0,23}[\x21-\x7E])?$/u;
/** What the slip's code of 65 squares holds (main/core/printing/slips/payment-facts.ts). */
const longestText = 287;
const napas = 'A000000727';
const toAccount = 'QRIBFTTA';

export function buildPaymentQr(order: PaymentOrder): PaymentQr {
  const fault = faultOf(order);
  if (fault !== null) {
    return { ok: false, fault };
  }
  const text = QRPay.initVietQR({
    bankBin: order.bankBin,
    bankNumber: order.account,
    ...(order.amountVnd === null ? {} : { amount: String(order.amountVnd) }),
    ...(order.purpose === null ? {} : { purpose: order.purpose }),
  }).build();
  return saysExactly(text, order) ? { ok: true, text } : { ok: false, fault: 'result' };
}

function faultOf(order: PaymentOrder): PaymentFault | null {
  if (!bankBin.test(order.bankBin)) {
    return 'bank';
  }
  if (!account.test(order.account)) {
    return 'account';
  }
  const { amountVnd } = order;
  if (amountVnd !== null && !(Number.isInteger(amountVnd) && amountVnd >= 1 && amountVnd <= mostVnd)) {
    return 'amount';
  }
  return order.purpose === null || purpose.test(order.purpose) ? null : 'purpose';
}

/** Every field is there with the order's own value, nothing besides, and the check sum is right. */
function saysExactly(text: string, order: PaymentOrder): boolean {
  const fields = parseTagFields(text);
  const { amountVnd } = order;
  return (
    text.length <= longestText &&
    crc16CcittFalse(text.slice(0, -4)) === text.slice(-4) &&
    holdsExactly(fields, {
      '00': '01',
      '01': amountVnd === null ? '11' : '12',
      '38': fields?.get('38') ?? '',
      '53': '704',
      ...(amountVnd === null ? {} : { '54': String(amountVnd) }),
      '58': 'VN',
      ...(order.purpose === null ? {} : { '62': fields?.get('62') ?? '' }),
      '63': text.slice(-4),
    }) &&
    holdsExactly(within(fields, '38'), { '00': napas, '01': within(fields, '38')?.get('01') ?? '', '02': toAccount }) &&
    holdsExactly(within(within(fields, '38'), '01'), { '00': order.bankBin, '01': order.account }) &&
    (order.purpose === null || holdsExactly(within(fields, '62'), { '08': order.purpose }))
  );
}

function within(fields: ReadonlyMap<string, string> | null, id: string): ReadonlyMap<string, string> | null {
  const value = fields?.get(id);
  return value === undefined ? null : parseTagFields(value);
}

function holdsExactly(fields: ReadonlyMap<string, string> | null, values: Readonly<Record<string, string>>): boolean {
  const expected = Object.entries(values);
  return (
    fields !== null && fields.size === expected.length && expected.every(([id, value]) => fields.get(id) === value)
  );
}
