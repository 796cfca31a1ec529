/** Reads a row for a report; what is not of the form this version knows is no error here. */
import type { z } from 'zod';

/** Null where there is no row, where it is not JSON, and where it is of another form. */
export function parsedRow<T>(text: string | undefined, schema: z.ZodType<T>): T | null {
  const value = jsonValue(text);
  const parsed = value === undefined ? null : schema.safeParse(value);
  return parsed?.success === true ? parsed.data : null;
}

/** Undefined where there is no row or no JSON in it. */
export function jsonValue(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
