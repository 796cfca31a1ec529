/** Reads the QR of a citizen identity card, and takes nothing in which number, date of birth and sex disagree. */
import { readName, readPlace, readSex } from './card-words.ts';
import { dateOfDigits } from './real-date.ts';
import type { CitizenCard, Sex } from './scan.ts';

/** The 63 provinces numbers were given for (TT 07/2016/TT-BCA); they stayed when provinces were merged on 1/7/2025. */
const provinces: ReadonlySet<string> = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 ' +
    '045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 ' +
    '092 093 094 095 096'
  ).split(' '),
);

/** The card of 2024 has eleven: what stands behind the date of issue (cancelled number, parents' names) is not read. */
const mostFields = 16;
/** Twelve-digit numbers are on cards since then. */
const firstYearOfIssue = '2012';

/**
 * `number|former number|name|ddmmyyyy|sex|residence|ddmmyyyy`, also without the second field, with fields or a `|` behind
 * (DOMAIN: identity, card QR). `latestDate` (YYYY-MM-DD): nothing later is taken for a date of issue. Null: no such card.
 */
export function readCitizenCard(text: string, latestDate: string): CitizenCard | null {
  const fields = text.split('|', mostFields + 1);
  const [identityNumber = '', second = ''] = fields;
  if (fields.length > mostFields || !/^\d{12}$/u.test(identityNumber)) {
    return null;
  }
  const hasFormerNumber = /^(?:\d{9})?$/u.test(second.trim());
  const [nameField, birthField, sexField, residenceField, issueField] = fields.slice(hasFormerNumber ? 2 : 1);
  const name = readName(nameField ?? '');
  const birthDate = dateOfDigits(birthField ?? '');
  const sex = readSex(sexField ?? '');
  const residence = readPlace(residenceField ?? '');
  const issuedOn = dateOfDigits(issueField ?? '');
  if (name === null || birthDate === null || sex === null || issuedOn === null) {
    return null;
  }
  if (residence === null && residenceField?.trim() !== '') {
    return null;
  }
  const isSound =
    provinces.has(identityNumber.slice(0, 3)) &&
    agrees(identityNumber, birthDate, sex) &&
    birthDate < issuedOn &&
    issuedOn >= firstYearOfIssue &&
    issuedOn <= latestDate;
  const formerNumber = hasFormerNumber && second.trim() !== '' ? second.trim() : null;
  return isSound
    ? { kind: 'citizen-card', identityNumber, formerNumber, name, birthDate, sex, residence, issuedOn }
    : null;
}

/** The fourth digit tells century and sex (0 a man born 19xx, 1 a woman, 2 a man born 20xx …), the next two the year. */
function agrees(identityNumber: string, birthDate: string, sex: Sex): boolean {
  const digit = Number(identityNumber.charAt(3));
  const century = 19 + Math.floor(digit / 2);
  return birthDate.startsWith(`${century}${identityNumber.slice(4, 6)}`) && (digit % 2 === 0) === (sex === 'male');
}
