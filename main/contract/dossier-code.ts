/** The code of a dossier (mã hồ sơ): the shapes in use, and what is wrong with a text that is none (docs/scanning.md). */
import { z } from 'zod';

/**
 * Groups of letters and digits, a hyphen, the day as YYMMDD, a hyphen, the serial: `000.00.01.H29-240115-0001`,
 * `38.98.H29-210519-00031`, `T.MX.YYY.ZZ-YYMMDD-XXXX`, since 25/1/2026 `MX1X2.Y1Y2Y3.Z1Z2-YYMMDD-AAXXXX`
 * (TT 03/2025/TT-VPCP Đ13). Kept as scanned. Both cases are spelt out: with the flags i and u, ſ would be an S.
 */
const shape = /^[A-Za-z0-9]{1,6}(?:\.[A-Za-z0-9]{1,6}){1,5}-(\d{6})-[A-Za-z0-9]{1,4}\d{3,6}$/u;
const longestGroup = 6;
const fewestGroups = 2;
const mostGroups = 6;
const dateDigits = 6;
const mostLettersInSerial = 4;
const longestSerial = 10;
const longestCode = 40;

export const dossierCodeSchema = z.string().max(longestCode).regex(shape).refine(hasDay);

/**
 * What keeps a typed text from being a code, the first one from the left: `empty` · `too-short` right as far as it goes ·
 * `strange-letter` none of a code · `wrong-groups` before the day: one is empty or too long, or there are too few or too
 * many · `no-date` no six digits · `impossible-date` · `no-serial` the last part does not
 * end in digits · `too-long`.
 */
export const dossierCodeMistakes = [
  'empty',
  'too-short',
  'strange-letter',
  'wrong-groups',
  'no-date',
  'impossible-date',
  'no-serial',
  'too-long',
] as const;
export type DossierCodeMistake = (typeof dossierCodeMistakes)[number];

export type TypedDossierCode =
  | { readonly code: string }
  /** `at`: where in the text as typed (UTF-16 units); its length where something is still to come. */
  | { readonly mistake: DossierCodeMistake; readonly at: number };

/**
 * Reads a code as people type it: small letters, spaces, any dash, spaces or dots where hyphens belong. Only what can mean
 * one code and no other is taken; the code comes in capitals.
 */
export function readDossierCode(text: string): TypedDossierCode {
  const typed = typedSigns(text);
  if ('mistake' in typed) {
    return typed;
  }
  const joined = typed.signs.replaceAll(' ', '');
  const readings = new Set([joined, respaced(typed.signs)].filter((code) => dossierCodeSchema.safeParse(code).success));
  const [code, another] = readings;
  if (code !== undefined && another === undefined) {
    return { code };
  }
  const placeOf = (index: number): number => typed.places[index] ?? text.length;
  if (another !== undefined) {
    return { mistake: 'strange-letter', at: text.search(/\S\s+\S/u) + 1 };
  }
  const { mistake, index } = firstMistake(joined);
  return { mistake, at: placeOf(index) };
}

/** Capitals, digits, dots, hyphens and single spaces; `places` tells where each that is no space stood. */
function typedSigns(
  text: string,
): { signs: string; places: readonly number[] } | { mistake: 'strange-letter'; at: number } {
  const places: number[] = [];
  let signs = '';
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (/\s/u.test(sign)) {
      signs += signs === '' || signs.endsWith(' ') ? '' : ' ';
    } else if (/^[A-Za-z0-9.\-\u2010-\u2015\u2212]$/u.test(sign)) {
      signs += /[A-Za-z0-9.]/u.test(sign) ? sign.toUpperCase() : '-';
      places.push(at);
    } else {
      return { mistake: 'strange-letter', at };
    }
    if (places.length > longestCode) {
      break;
    }
  }
  return { signs: signs.trim(), places };
}

/** With a dot between the groups and a hyphen before day and serial, whatever stood between them. */
function respaced(signs: string): string {
  const parts = signs.split(/ ?[.-] ?| /u);
  return [parts.slice(0, -2).join('.'), ...parts.slice(-2)].join('-');
}

interface Mistake {
  readonly mistake: DossierCodeMistake;
  readonly index: number;
}

function firstMistake(signs: string): Mistake {
  if (signs === '') {
    return { mistake: 'empty', index: 0 };
  }
  const [groups = '', date, ...serial] = signs.split('-');
  const dateAt = groups.length + 1;
  return (
    mistakeInGroups(groups, date !== undefined) ??
    (date === undefined ? null : mistakeInDate(date, dateAt, serial.length > 0)) ??
    (serial.length === 0 ? null : mistakeInSerial(serial.join('-'), dateAt + dateDigits + 1)) ??
    (signs.length > longestCode
      ? { mistake: 'too-long', index: longestCode }
      : { mistake: 'too-short', index: signs.length })
  );
}

function mistakeInGroups(text: string, isEnded: boolean): Mistake | null {
  const groups = text.split('.');
  let index = 0;
  for (const [place, group] of groups.entries()) {
    const isBeingTyped = place === groups.length - 1 && !isEnded;
    if (place === mostGroups || (group === '' && !isBeingTyped)) {
      return { mistake: 'wrong-groups', index };
    }
    if (group.length > longestGroup) {
      return { mistake: 'wrong-groups', index: index + longestGroup };
    }
    index += group.length + 1;
  }
  return isEnded && groups.length < fewestGroups ? { mistake: 'wrong-groups', index: text.length } : null;
}

function mistakeInDate(date: string, index: number, isEnded: boolean): Mistake | null {
  const digits = /^\d{0,6}/u.exec(date)?.[0].length ?? 0;
  if (digits < date.length || (isEnded && digits < dateDigits)) {
    return { mistake: 'no-date', index: index + digits };
  }
  return digits === dateDigits && !isDay(date) ? { mistake: 'impossible-date', index } : null;
}

function mistakeInSerial(serial: string, index: number): Mistake | null {
  const strange = serial.search(/[^A-Z0-9]/u);
  if (strange !== -1) {
    return { mistake: strange < mostLettersInSerial ? 'no-serial' : 'too-long', index: index + strange };
  }
  if (serial.length > longestSerial) {
    return { mistake: 'too-long', index: index + longestSerial };
  }
  // Letters stand in the first four places only; too few digits behind them are still to come.
  const digitsAt = serial.search(/\d*$/u);
  return digitsAt > mostLettersInSerial ? { mistake: 'no-serial', index: index + digitsAt - 1 } : null;
}

function hasDay(code: string): boolean {
  return isDay(shape.exec(code)?.[1] ?? '');
}

/** YYMMDD of this century. */
function isDay(digits: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d\d)(\d\d)(\d\d)$/u.exec(digits) ?? [];
  return z.iso.date().safeParse(`20${year}-${month}-${day}`).success;
}
