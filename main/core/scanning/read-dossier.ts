/** Finds the code of a dossier in a text: alone, with the look-up code of its receipt, or among the words of a payment. */
import { dossierCodeSchema } from '../../contract/dossier-code.ts';
import type { Scan } from './scan.ts';

type DossierScan = Extract<Scan, { kind: 'dossier' | 'receipt' }>;

/** Mã tra cứu, as receipts have it beside the code. */
const lookupCodeShape = /^[A-Za-z0-9-]{4,32}$/u;
const separators = /[|;#]/u;

/** `code`, or `code|look-up code` with `|`, `;` or `#` between. Null for everything else. */
export function readDossier(text: string): DossierScan | null {
  const [dossierCode = '', lookupCode, ...more] = text.split(separators, 3).map((part) => part.trim());
  if (!isDossierCode(dossierCode) || more.length > 0) {
    return null;
  }
  return lookupCode === undefined ? { kind: 'dossier', dossierCode } : dossierWith(dossierCode, lookupCode);
}

/** Null where the look-up code is none. */
export function dossierWith(dossierCode: string, lookupCode: string): DossierScan | null {
  return lookupCodeShape.test(lookupCode) ? { kind: 'receipt', dossierCode, lookupCode } : null;
}

export function isDossierCode(text: string): boolean {
  return dossierCodeSchema.safeParse(text).success;
}

/** The one code among the words; null where there is none or where there are two. */
export function dossierCodeIn(words: string): string | null {
  const codes = new Set(words.split(/[\s,;:()]+/u).filter(isDossierCode));
  const [code = null] = codes;
  return codes.size === 1 ? code : null;
}
