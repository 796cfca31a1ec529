/** The bars of a Code 128. Printed as raster, as QR codes are. */
import JsBarcode from 'jsbarcode';
import { z } from 'zod';

/** White that must stand at either side (ISO/IEC 15417 §4.2). */
export const barcodeQuietModules = 10;

const encodingsSchema = z.object({
  encodings: z.tuple([z.object({ data: z.string().regex(/^[01]+$/u) })]),
});

/** From left to right, `true` is black, without the white at its sides. Throws a RangeError where the text is empty or not ASCII. */
export function barcodeModules(text: string): boolean[] {
  if (!/^[ -~]+$/u.test(text)) {
    throw new RangeError(`A Code 128 on a slip holds ASCII only, not ${JSON.stringify(text)}.`);
  }
  // The library draws on nothing when it is given a plain object; it leaves its result there.
  const target: unknown = {};
  JsBarcode(target, text, { format: 'CODE128' });
  const [{ data }] = encodingsSchema.parse(target).encodings;
  return Array.from(data, (module) => module === '1');
}
