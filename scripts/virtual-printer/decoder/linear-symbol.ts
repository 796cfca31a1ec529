/** Barcodes of GS k m: Code 128 by the printer's own table, the others by a library; what it cannot draw is null. */
import JsBarcode from 'jsbarcode';
import { z } from 'zod';
import { encodeCode128 } from './code-128-symbol.ts';

/** The library leaves what it made in the object it was given. */
const encodingsSchema = z.object({
  encodings: z.array(z.object({ data: z.string(), text: z.string().optional() })),
});

/** By m - 65; form A (m 0–6) counts the same. */
const formats = ['UPC', 'UPCE', 'EAN13', 'EAN8', 'CODE39', 'ITF', 'codabar', 'CODE93'] as const;
const code128 = 8;
const gs1Code128 = 9;
const automaticCode128 = 14;

export interface LinearSymbol {
  /** `1` and `0` a module. */
  readonly modules: string;
  /** For people to read. */
  readonly text: string;
}

/** `kind`: m of GS k, 0–6 or 65–79. Null where the data does not suit or this printer does not know the kind. */
export function encodeLinearSymbol(kind: number, data: Uint8Array): LinearSymbol | null {
  const index = kind >= 65 ? kind - 65 : kind;
  const text = Buffer.from(data).toString('latin1');
  if (index === code128) {
    return encodeCode128(data);
  }
  if (index === gs1Code128) {
    return byLibrary('CODE128', text, true);
  }
  if (index === automaticCode128) {
    return byLibrary('CODE128', text, false);
  }
  const format = formats[index];
  return format === undefined ? null : byLibrary(format, format === 'UPCE' ? zeroSuppressed(text) : text, false);
}

function byLibrary(format: string, text: string, ean128: boolean): LinearSymbol | null {
  const drawn = {};
  try {
    JsBarcode(drawn, text, { format, ean128, flat: true });
  } catch {
    // It throws plain text where the data does not suit.
    return null;
  }
  const { encodings } = encodingsSchema.parse(drawn);
  return {
    modules: encodings.map(({ data }) => data).join(''),
    // With the check digit, where the kind has one.
    text: encodings.map((part) => part.text ?? text).join(''),
  };
}

/** UPC-E is also given as the 11 or 12 digits of its UPC-A; unchanged where it cannot be shortened. */
function zeroSuppressed(text: string): string {
  const [, maker = '', item = ''] = /^0(\d{5})(\d{5})\d?$/u.exec(text) ?? [];
  if (/^\d\d[012]00$/u.test(maker) && item.startsWith('00')) {
    return maker.slice(0, 2) + item.slice(2) + (maker[2] ?? '');
  }
  if (maker.endsWith('00') && item.startsWith('000')) {
    return `${maker.slice(0, 3)}${item.slice(3)}3`;
  }
  if (maker.endsWith('0') && item.startsWith('0000')) {
    return `${maker.slice(0, 4)}${item.slice(4)}4`;
  }
  return /^0000[5-9]$/u.test(item) ? maker + item.slice(4) : text;
}
