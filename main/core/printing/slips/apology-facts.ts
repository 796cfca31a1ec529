/** The fields of Mẫu số 04, Phiếu xin lỗi và hẹn lại ngày trả kết quả (TT 01/2018/TT-VPCP, as reproduced in QĐ 3621/QĐ-BYT 2025). */
import { z } from 'zod';
import { dayOrMomentSchema, daySchema } from '../../../contract/moment.ts';
import { code, officeDay, orNothing, wordsUpTo } from './fact-schemas.ts';

export const apologyFactsSchema = z
  .strictObject({
    /** Kính gửi. */
    to: wordsUpTo(160),
    receivedOn: orNothing(daySchema),
    /** That took the dossier and is late. */
    agency: wordsUpTo(160),
    procedureName: orNothing(wordsUpTo(600)),
    dossierCode: code,
    /** When the result was promised for. */
    promisedAt: dayOrMomentSchema,
    /** Null where the agency gave none. */
    reason: orNothing(wordsUpTo(800)),
    /** The new promise; null where only the office can tell. */
    newDueAt: orNothing(dayOrMomentSchema),
    /** Whom to ask. */
    contact: orNothing(wordsUpTo(160)),
  })
  .refine(({ promisedAt, newDueAt }) => newDueAt === null || officeDay(newDueAt) > officeDay(promisedAt), {
    path: ['newDueAt'],
    message: 'must be a later day than "promisedAt"',
  });
export type ApologyFacts = z.infer<typeof apologyFactsSchema>;
