/** Reads what is known of papers and forms that were replaced (`data/rules/repealed-papers.json`). */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { KioskError } from '../../../contract/error.ts';
import { issuesText } from '../sources/issues-text.ts';

const repealedPapersSchema = z.strictObject({
  $comment: z.string(),
  papers: z.array(z.strictObject({ number: z.string().min(6), replacedBy: z.string().min(1), since: z.iso.date() })),
  forms: z.array(z.strictObject({ pattern: z.string().min(1), meaning: z.string().min(1) })),
});
export type RepealedPapers = Pick<z.infer<typeof repealedPapersSchema>, 'papers' | 'forms'>;

/** Errors: `source-unreadable`, naming the key. */
export function readRepealedPapers(path: string): RepealedPapers {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new KioskError('source-unreadable', `The rules ${path} are missing or not JSON.`, { cause });
  }
  const parsed = repealedPapersSchema.safeParse(value);
  if (!parsed.success) {
    throw new KioskError('source-unreadable', `The rules ${path} are not as expected: ${issuesText(parsed.error)}`);
  }
  return parsed.data;
}
