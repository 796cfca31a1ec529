/** Reads a VietQR (EMVCo, merchant-presented): whom it pays, how much and what for. Nothing is taken that is not sound. */
import { crc16CcittFalse } from '../crc16-ccitt-false.ts';
import { parseTagFields } from '../parse-tag-fields.ts';
import { dossierCodeIn } from './read-dossier.ts';
import type { PaymentCode } from './scan.ts';

/** Longest EMVCo QR (§3.1), in bytes. */
const longestCode = 512;
/** NAPAS, whose codes these are. */
const application = 'A000000727';
const services: ReadonlySet<string> = new Set(['QRIBFTTA', 'QRIBFTTC', 'QRPUSH']);

/** Null: no VietQR, or one whose lengths, check sum, currency, BIN or amount are wrong. */
export function readPaymentCode(text: string): PaymentCode | null {
  if (!text.startsWith('000201') || text.length > longestCode || !/^[\x20-\x7E]+$/u.test(text)) {
    return null;
  }
  const fields = hasRightCheckSum(text) ? parseTagFields(text) : null;
  const account = parseTagFields(fields?.get('38') ?? '');
  const payee = parseTagFields(account?.get('01') ?? '');
  if (fields === null || account === null || payee === null) {
    return null;
  }
  const bankBin = payee.get('00') ?? '';
  const number = payee.get('01') ?? '';
  const amountVnd = readAmount(fields.get('54'));
  const purpose = readPurpose(fields.get('62'));
  const isVietQr =
    account.get('00') === application &&
    services.has(account.get('02') ?? '') &&
    /^\d{6}$/u.test(bankBin) &&
    /^[A-Za-z0-9]{1,19}$/u.test(number) &&
    ['11', '12', undefined].includes(fields.get('01')) &&
    fields.get('53') === '704' &&
    fields.get('58') === 'VN';
  return isVietQr && amountVnd !== undefined && purpose !== undefined
    ? { kind: 'payment', bankBin, account: number, amountVnd, purpose, dossierCode: dossierCodeIn(purpose ?? '') }
    : null;
}

/** The last field is `63`, four digits of CRC-16/CCITT-FALSE over everything before them (§4.7.3). */
function hasRightCheckSum(text: string): boolean {
  return text.slice(-8, -4) === '6304' && crc16CcittFalse(text.slice(0, -4)) === text.slice(-4).toUpperCase();
}

/** Whole đồng; null where whoever pays enters it, undefined where it is no amount. */
function readAmount(field: string | undefined): number | null | undefined {
  if (field === undefined) {
    return null;
  }
  return /^\d{1,12}(?:\.0{0,2})?$/u.test(field) && Number(field) > 0 ? Number(field) : undefined;
}

/** Null where there is none, undefined where the field that holds it is broken. */
function readPurpose(field: string | undefined): string | null | undefined {
  const more = field === undefined ? null : parseTagFields(field);
  if (field !== undefined && more === null) {
    return undefined;
  }
  const purpose = more?.get('08')?.trim() ?? '';
  return purpose === '' ? null : purpose;
}
