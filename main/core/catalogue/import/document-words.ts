/** The vocabulary by which lines of "Thành phần hồ sơ" are told apart; patterns kept as data in `data/rules/document-words.json`. */
import { z } from 'zod';

export const documentWordsSchema = z.strictObject({
  $comment: z.string(),
  /** First words of the name of a paper. */
  paperNouns: z.array(z.string().min(1)).min(1),
  /** First words of a form that everybody fills in: where it stands below the last title, base papers begin. */
  applicationForms: z.array(z.string().min(1)).min(1),
  /** Regular expressions (`iu`) on a whole line that make it a note whatever its counts are. */
  notes: z.array(z.string()),
  /** Regular expressions on a line of 0/0 that make it a note although it begins like a paper. */
  rules: z.array(z.string()),
  /** On a group's title. */
  groupNotes: z.array(z.string()),
  groupCases: z.array(z.string()),
  groupParts: z.array(z.string()),
  /** Groups that only some people need in addition, whatever case they choose (authorisation, electronic filing). */
  groupSupplements: z.array(z.string()),
  /** On a line: it belongs to such a group. */
  supplementLines: z.array(z.string()),
  /** The case most people come for stands first (1.013225: nhà ở riêng lẻ). */
  groupFirst: z.array(z.string()),
  /** Kinds of groups that a person has read and decided, by code, one for each title that differs, in the source's order, each with its reason. */
  groupKinds: z.array(
    z.strictObject({
      code: z.string(),
      kinds: z.array(z.enum(['case', 'part', 'note', 'unclear'])).min(1),
      reason: z.string().min(1),
    }),
  ),
});

/** The same, compiled. */
export interface DocumentWords {
  readonly paper: RegExp;
  readonly applicationForm: RegExp;
  readonly note: RegExp;
  readonly rule: RegExp;
  readonly groupNote: RegExp;
  readonly groupCase: RegExp;
  readonly groupPart: RegExp;
  readonly groupSupplement: RegExp;
  readonly supplementLine: RegExp;
  readonly groupFirst: RegExp;
  readonly groupKinds: ReadonlyMap<string, readonly ('case' | 'part' | 'note' | 'unclear')[]>;
}

const anyOf = (patterns: readonly string[]) =>
  new RegExp(patterns.map((pattern) => `(?:${pattern})`).join('|') || '(?!)', 'iu');
const firstWords = (words: readonly string[]) => new RegExp(`^(?:${words.join('|')})(?!\\p{L})`, 'iu');

/** Compiles the patterns once. A pattern that is no regular expression throws a SyntaxError that quotes it. */
export function compileDocumentWords(words: z.infer<typeof documentWordsSchema>): DocumentWords {
  return {
    paper: firstWords(words.paperNouns),
    applicationForm: firstWords(words.applicationForms),
    note: anyOf(words.notes),
    rule: anyOf(words.rules),
    groupNote: anyOf(words.groupNotes),
    groupCase: anyOf(words.groupCases),
    groupPart: anyOf(words.groupParts),
    groupSupplement: anyOf(words.groupSupplements),
    supplementLine: anyOf(words.supplementLines),
    groupFirst: anyOf(words.groupFirst),
    groupKinds: new Map(words.groupKinds.map(({ code, kinds }) => [code, kinds])),
  };
}
