/** Takes a body of the portal by its schema; whatever is not of its form is no answer. */
import type { z } from 'zod';

/** `take`: null where it is of the right form and still no answer to what was asked. */
export function understandBody<S extends z.ZodType, T>(
  schema: S,
  take: (answer: z.output<S>) => { readonly value: T } | null,
): (body: unknown) => { readonly value: T } | null {
  return (body) => {
    const answer = schema.safeParse(body);
    return answer.success ? take(answer.data) : null;
  };
}
