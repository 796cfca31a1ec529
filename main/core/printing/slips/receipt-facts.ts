/** The fields of Mẫu số 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả (TT 01/2018/TT-VPCP, as reproduced in QĐ 3621/QĐ-BYT 2025). */
import { z } from 'zod';
import { dayOrMomentSchema, momentSchema } from '../../../contract/moment.ts';
import { code, orNothing, wordsUpTo } from './fact-schemas.ts';

/** What is missing reads "as on the original". */
const personSchema = z.strictObject({
  name: orNothing(wordsUpTo(120)),
  /** Số định danh cá nhân, hidden in part where whoever asks for the copy may not see it. */
  identityNumber: orNothing(wordsUpTo(30)),
  address: orNothing(wordsUpTo(250)),
  phone: orNothing(wordsUpTo(40)),
  email: orNothing(wordsUpTo(120)),
});
export type ReceiptPerson = z.infer<typeof personSchema>;

/** In the order of the form. What is null reads "as on the original": a copy has all its fields. */
export const receiptFactsSchema = z.strictObject({
  /** Which of the dossier's slips. */
  form: z.literal('receipt'),
  /** Đơn vị chủ quản, and the office that took the dossier; null where it is the office of this kiosk. */
  parentAgency: orNothing(wordsUpTo(160)),
  agency: orNothing(wordsUpTo(160)),
  /** Number of the receipt (Số). */
  number: orNothing(wordsUpTo(60)),
  dossierCode: code,
  applicant: personSchema,
  /** Who was authorised to hand it in; null where the copy does not tell. */
  agent: orNothing(personSchema),
  /** Nội dung yêu cầu giải quyết. */
  request: wordsUpTo(600),
  /** Thành phần hồ sơ nộp. */
  papers: z
    .array(z.strictObject({ name: wordsUpTo(600), count: orNothing(wordsUpTo(40)) }))
    .min(1)
    .max(100),
  /** Số lượng hồ sơ, in sets (bộ). */
  sets: orNothing(z.int().min(1).max(99)),
  /** Thời gian giải quyết theo quy định, e.g. "15 ngày làm việc". */
  processingTime: orNothing(wordsUpTo(160)),
  receivedAt: momentSchema,
  dueAt: orNothing(dayOrMomentSchema),
  /** Đăng ký nhận kết quả tại. */
  collectAt: orNothing(wordsUpTo(250)),
  /** Vào Sổ theo dõi hồ sơ. */
  book: orNothing(z.strictObject({ volume: orNothing(wordsUpTo(20)), entry: wordsUpTo(20) })),
  /** The official who signed the original. */
  receivedBy: orNothing(wordsUpTo(120)),
});
export type ReceiptFacts = z.infer<typeof receiptFactsSchema>;
