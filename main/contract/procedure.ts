/** An administrative procedure (thủ tục hành chính) as the kiosk knows it: facts as published, and what a citizen can use. */
import { z } from 'zod';

/** `d.dddddd`, with seven or nine digits in two live records and local suffixes such as `.000.00.00.H29` (docs/catalogue.md). */
export const procedureCodeSchema = z
  .string()
  .max(40)
  .regex(/^\d\.\d{6,9}(\.[0-9A-Z]{1,6})*$/);

/** Cấp thực hiện: who the law names. It does not tell where a citizen goes; `servedAt` does. */
export const levels = ['commune', 'province', 'ministry', 'unknown'] as const;
export type Level = (typeof levels)[number];

/** Where a citizen of this office hands the papers in. `unknown` is answered by the guidance desk, never by "not here". */
export const places = [
  'here',
  'police',
  'social-insurance',
  'tax',
  'land-office',
  'school',
  'military',
  'province',
  'other',
  'unknown',
] as const;
export type Place = (typeof places)[number];

export const audiences = ['citizen', 'business', 'official'] as const;
export type Audience = (typeof audiences)[number];

/** Hình thức nộp. */
export const channels = ['direct', 'postal', 'online'] as const;
export type Channel = (typeof channels)[number];

/** Who wrote a sentence; the screen shows it as Cổng quốc gia / Thành phố / Phường, or as the kiosk's own plain words. */
export const origins = ['national', 'city', 'office', 'hand-written'] as const;
export type Origin = (typeof origins)[number];

export const issuerSchema = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('national') }),
  z.strictObject({ scope: z.literal('province'), province: z.string() }),
  z.strictObject({ scope: z.literal('unknown') }),
]);
export type Issuer = z.infer<typeof issuerSchema>;

export const timeUnits = ['working-day', 'day', 'hour', 'month', 'year'] as const;

/** Thời hạn giải quyết of one channel. `amount` is null where the export says OTHER or nothing: then only `note` may be shown. */
export const processingTimeSchema = z.strictObject({
  amount: z.number().positive().nullable(),
  unit: z.enum(timeUnits).nullable(),
  /** What the source says about the time in words; may overrule the number and stands beside it. */
  note: z.string().nullable(),
});
export type ProcessingTime = z.infer<typeof processingTimeSchema>;

/**
 * How a fee line may be shown (docs/catalogue.md §4):
 * `amount` the number is sure · `free` the text itself says miễn · `text` the words alone (the number contradicts them,
 * or stands for thousands or dollars) · `council` set by the provincial People's Council (HĐND) · `unstated` the portal gives none.
 */
export const feeKinds = ['amount', 'free', 'text', 'council', 'unstated'] as const;

/** Phí, lệ phí: one rate. */
export const feeSchema = z.strictObject({
  kind: z.enum(feeKinds),
  /** Whole đồng, only where `kind` is `amount`; a published 0 says nothing and is never an amount. */
  amountVnd: z.int().positive().nullable(),
  /** The source's own words, without outer brackets; empty where it has none. */
  text: z.string(),
  /** The rate is an exemption or reduction (miễn, giảm) and is listed apart from the rates. */
  exemption: z.boolean(),
  /** YYYY-MM-DD after which the text itself says the rate no longer holds. */
  validUntil: z.iso.date().nullable(),
  /** The paper that sets the fee, e.g. `TT 75/2022/TT-BTC`, where it is known. */
  legalBasis: z.string().nullable(),
  origin: z.enum(origins),
});
export type Fee = z.infer<typeof feeSchema>;

/** Cách thức thực hiện: one way of handing in. */
export const submissionMethodSchema = z.strictObject({
  channel: z.enum(channels),
  processingTime: processingTimeSchema,
  fees: z.array(feeSchema),
  /** Mô tả of the channel. */
  note: z.string().nullable(),
});
export type SubmissionMethod = z.infer<typeof submissionMethodSchema>;

/** `always` everybody brings it · `if-applicable` only in `condition` · `one-of` any one paper of the same `set` is enough. */
export const documentNeedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('always') }),
  z.strictObject({ kind: z.literal('if-applicable'), condition: z.string().nullable() }),
  z.strictObject({ kind: z.literal('one-of'), set: z.string() }),
]);

/** Thành phần hồ sơ: one paper. */
export const requiredDocumentSchema = z.strictObject({
  name: z.string().min(1),
  /** Bản chính. */
  originals: z.int().nonnegative(),
  /** Bản sao. */
  copies: z.int().nonnegative(),
  need: documentNeedSchema,
  /** Number of the blank (CT01, DC02 …) where a form is to be filled in. */
  formNumber: z.string().nullable(),
  /** A word of advice of our own, e.g. that the original is only shown. */
  hint: z.string().nullable(),
});
export type RequiredDocument = z.infer<typeof requiredDocumentSchema>;

/** `case` the citizen chooses one · `part` all are needed · `note` words only · `unclear` no choice is offered, all is listed. */
export const documentGroupKinds = ['case', 'part', 'note', 'unclear'] as const;

export const documentGroupSchema = z.strictObject({
  /** Stable within the procedure: `g1`, `g2` … in the source's order. */
  id: z.string().max(20),
  kind: z.enum(documentGroupKinds),
  /** Null for papers that stand without a heading; they belong to every case. */
  title: z.string().nullable(),
  documents: z.array(requiredDocumentSchema),
  /** Lines that name no paper (Lưu ý, Ví dụ …): shown on the screen, never printed. */
  notes: z.array(z.string()),
});
export type DocumentGroup = z.infer<typeof documentGroupSchema>;

export const stepSchema = z.strictObject({ title: z.string().nullable(), text: z.string() });
export type Step = z.infer<typeof stepSchema>;

export const legalBasisSchema = z.strictObject({ title: z.string(), number: z.string().nullable() });
export type LegalBasis = z.infer<typeof legalBasisSchema>;

/** Dịch vụ công trực tuyến. The export only tells that a channel ONLINE exists; `full` and `part` come from the overlay. */
export const onlineServices = ['none', 'available', 'part', 'full', 'only'] as const;

/** What the citizen must do by when, e.g. a birth is registered within 60 days. Not the office's processing time. */
export const citizenDeadlineSchema = z.strictObject({
  days: z.int().positive(),
  /** What the days are counted from, in words for citizens. */
  text: z.string(),
});

/** Words in the source that name what no longer exists (sổ hộ khẩu, Công an huyện …), for the mark on the screen and the staff list. */
export const staleWordSchema = z.strictObject({ word: z.string(), meaning: z.string() });

/** The kiosk's own plain words on a procedure, and against which facts they were written. */
export const handWrittenSchema = z.strictObject({
  /** SHA-256 (hex) of the source facts the entry was written against; null while the source has never been seen. */
  factsSha256: z.string().nullable(),
  /** The day those facts were published. */
  factsDate: z.iso.date(),
  reviewedDate: z.iso.date(),
  /** A role such as `editor`, never a person's name. */
  reviewedByRole: z.string(),
  /** The source changed since: summary and advice are hidden and the official text is shown. */
  stale: z.boolean(),
});

export const englishSchema = z.strictObject({ shortTitle: z.string().max(80), summary: z.string() });

/** What the local office added by its overlay. */
export const officeNoteSchema = z.strictObject({
  note: z.string().nullable(),
  counter: z.string().nullable(),
});

export const procedureSchema = z.strictObject({
  code: procedureCodeSchema,
  decisionNumber: z.string().nullable(),
  name: z.string().min(1),
  /** At most 60 characters. */
  shortTitle: z.string().min(1).max(60),
  summary: z.string().nullable(),
  english: englishSchema.nullable(),
  aliases: z.array(z.string()),
  level: z.enum(levels),
  /** Lĩnh vực. */
  field: z.string(),
  /** Home tile 1–12; null where it stands under "Việc khác" or only in the search. */
  tile: z.int().min(1).max(12).nullable(),
  issuer: issuerSchema,
  servedAt: z.enum(places),
  servedAtOrigin: z.enum(['overlay', 'hand-written', 'rule', 'none']),
  audience: z.array(z.enum(audiences)),
  /** Đối tượng thực hiện, as published. */
  applicants: z.array(z.string()),
  /** Cơ quan thực hiện / có thẩm quyền / được uỷ quyền / phối hợp, địa chỉ tiếp nhận; absent ones are null. */
  agencies: z.strictObject({
    performing: z.string().nullable(),
    competent: z.string().nullable(),
    authorised: z.string().nullable(),
    coordinating: z.string().nullable(),
    receivingAddress: z.string().nullable(),
  }),
  steps: z.array(stepSchema),
  submissionMethods: z.array(submissionMethodSchema),
  documentGroups: z.array(documentGroupSchema),
  results: z.array(z.string()),
  legalBases: z.array(legalBasisSchema),
  conditions: z.string().nullable(),
  onlineService: z.enum(onlineServices),
  citizenDeadline: citizenDeadlineSchema.nullable(),
  /** HH:MM up to which a file handed in is answered the same day; null where no such rule is published. */
  sameDayUntil: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .nullable(),
  /** Mistakes people make, written by hand. */
  commonMistakes: z.array(z.string()),
  staleWords: z.array(staleWordSchema),
  office: officeNoteSchema.nullable(),
  handWritten: handWrittenSchema.nullable(),
  /** The published text is stored and can be asked for word by word (`procedures.official`). */
  hasOfficialText: z.boolean(),
});
export type Procedure = z.infer<typeof procedureSchema>;

/** The published record, cleaned (docs/catalogue.md §1) but word by word, heading by heading. */
export const officialTextSchema = z.strictObject({
  code: procedureCodeSchema,
  decisionNumber: z.string().nullable(),
  sections: z.array(z.strictObject({ heading: z.string(), text: z.string() })),
});
export type OfficialText = z.infer<typeof officialTextSchema>;

/** A line in a list. `local` is the province whose own rule this is, null for national ones. */
export const procedureRowSchema = procedureSchema
  .pick({ code: true, name: true, shortTitle: true, field: true, servedAt: true, onlineService: true })
  .extend({
    english: englishSchema.shape.shortTitle.nullable(),
    province: z.string().nullable(),
  });
export type ProcedureRow = z.infer<typeof procedureRowSchema>;
