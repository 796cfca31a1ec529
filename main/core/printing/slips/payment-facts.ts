/** What a slip to pay a fee by tells: the code for the bank's application, and what it is to say. */
import { z } from 'zod';
import { dayOrMomentSchema } from '../../../contract/moment.ts';
import { crc16CcittFalse } from '../../crc16-ccitt-false.ts';
import { code, orNothing, wordsUpTo } from './fact-schemas.ts';

/** In error correction M the longest that squares of 0.6 mm take on 58 mm paper (a code of 65 squares). */
const longestQrText = 287;
/** Name and length of the last field, and its four digits (EMVCo QR Code Specification, merchant-presented, §4.7.3). */
const closing = /6304[\dA-F]{4}$/u;
const digits = 4;

/** Only what a reader needs to take it at all; whether it says what the slip says is checked where it is made. */
const qrText = z
  .string()
  .min(1, { message: 'must hold the text of a payment QR' })
  .max(longestQrText, { message: `must be at most ${longestQrText} characters long` })
  .regex(/^[\x20-\x7E]*$/u, { message: 'must be plain ASCII' })
  .refine((text) => closing.test(text) && crc16CcittFalse(text.slice(0, -digits)) === text.slice(-digits), {
    message: 'must end in 6304 and the right check sum (CRC-16/CCITT-FALSE)',
  });

export const paymentFactsSchema = z.strictObject({
  /** In đồng. */
  amountVnd: z.int().min(1).max(99_999_999_999),
  dossierCode: code,
  procedureName: orNothing(wordsUpTo(600)),
  /** What is paid: phí, lệ phí, thuế … */
  purpose: wordsUpTo(300),
  payee: z.strictObject({
    name: wordsUpTo(160),
    bank: orNothing(wordsUpTo(120)),
    account: orNothing(code),
  }),
  /** VietQR (EMVCo). */
  qrText,
  /** Until when it can be paid. */
  payBy: orNothing(dayOrMomentSchema),
  /** Where the receipt (biên lai) is fetched. */
  receiptAt: wordsUpTo(250),
});
export type PaymentFacts = z.infer<typeof paymentFactsSchema>;
