/** What IT staff's tools may ask of a kiosk; a table of its own, which no page and no citizen reaches. */
import { z } from 'zod';

const nothing = z.strictObject({});

/** Words are written down and shown only after so many different sessions asked the same without finding what they wanted. */
export const leastSessions = 5;

/** The office's date, YYYY-MM-DD; never a time. */
const day = z.iso.date();

export const searchGapSchema = z.strictObject({
  /** Folded: lower case, without accents or punctuation. */
  words: z.string().min(1).max(80),
  /** Nothing was found, or nothing of what was found was opened; in the last session that asked. */
  kind: z.enum(['no-result', 'no-choice']),
  /** Different sessions that asked, since the words were first counted. */
  sessions: z.int().positive(),
  firstDay: day,
  lastDay: day,
});
export type SearchGap = z.infer<typeof searchGapSchema>;

export const staffMethods = {
  /** Searches that led nowhere, most asked first. */
  'search.gaps': { params: nothing, result: z.array(searchGapSchema) },
} as const;

export type StaffMethods = typeof staffMethods;
export type StaffMethodName = keyof StaffMethods;
export type StaffParams<M extends StaffMethodName> = z.infer<StaffMethods[M]['params']>;
export type StaffResult<M extends StaffMethodName> = z.infer<StaffMethods[M]['result']>;
