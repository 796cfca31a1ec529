/** Reads the QR of a health insurance card (thẻ BHYT). */
import { readName, readPlace, readSex } from './card-words.ts';
import { dateOfDigits, realDate } from './real-date.ts';
import type { HealthInsuranceCard, Sex } from './scan.ts';

/** Number, name, date of birth, sex, address; nine more follow on real cards and a `$` ends them. */
const fewestFields = 5;
const mostFields = 24;
/** Two letters of the group, the share, the province, ten digits; cards since 2021 have the ten digits alone. */
const cardNumberShape = /^(?:[A-Z]{2}[1-5]\d{12}|\d{10})$/u;

/**
 * `number|name|date of birth|sex|address|…`: name and address in hex of UTF-8, the date `dd/mm/yyyy` or the year alone,
 * the sex 1 (male) or 2; `-` or nothing where a card does not say. What follows (hospital, validity …) is not read. No
 * official description was found: the order is the one hospitals' programs read. Null: no such card.
 */
export function readHealthInsuranceCard(text: string): HealthInsuranceCard | null {
  const fields = text.split('|', mostFields + 1);
  const [cardNumber = '', nameField = '', birthField = '', sexField = '', addressField = ''] = fields;
  if (fields.length < fewestFields || fields.length > mostFields || !cardNumberShape.test(cardNumber)) {
    return null;
  }
  const name = readName(textOfHex(nameField) ?? '');
  const birthDate = readBirthDate(birthField.trim());
  const sex = readSexNumber(sexField.trim());
  const address = isUnsaid(addressField) ? null : readPlace(textOfHex(addressField) ?? '');
  const isSound = name !== null && birthDate !== undefined && sex !== undefined;
  return isSound && (address !== null || isUnsaid(addressField))
    ? { kind: 'bhyt-card', cardNumber, name, birthDate, sex, address }
    : null;
}

function isUnsaid(field: string): boolean {
  return field.trim() === '' || field.trim() === '-';
}

/** Null where the card tells the year alone or nothing, undefined where it tells no date. */
function readBirthDate(field: string): string | null | undefined {
  if (isUnsaid(field) || /^(?:19|20)\d{2}$/u.test(field)) {
    return null;
  }
  const [day = '', month = '', year = ''] = field.split('/', 4);
  const date = field.includes('/') ? realDate(year, month.padStart(2, '0'), day.padStart(2, '0')) : dateOfDigits(field);
  return date !== null && field.length <= 10 && /^(?:19|20)/u.test(date) ? date : undefined;
}

function readSexNumber(field: string): Sex | null | undefined {
  if (isUnsaid(field) || field === '0') {
    return null;
  }
  return field === '1' ? 'male' : field === '2' ? 'female' : (readSex(field) ?? undefined);
}

/** NFC; null where it is not hex of UTF-8. */
function textOfHex(hex: string): string | null {
  const digits = hex.trim();
  if (digits.length % 2 !== 0 || !/^[\dA-Fa-f]+$/u.test(digits)) {
    return null;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(digits, 'hex')).normalize('NFC');
  } catch {
    // Hex of something else, so no card of ours.
    return null;
  }
}
