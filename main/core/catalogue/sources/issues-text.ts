/** Puts what a schema complains about into one line for staff. */
import type { z } from 'zod';

const most = 3;

/** `key.path: what is wrong`, at most three of them, then how many more there are. */
export function issuesText(error: z.ZodError): string {
  const texts = error.issues.slice(0, most).map((issue) => `${issue.path.join('.') || 'the whole'}: ${issue.message}`);
  const rest = error.issues.length - texts.length;
  return `${texts.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}.`;
}
