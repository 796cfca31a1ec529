/** The few facts of signed metadata that are looked at besides tuf-js: version, date of expiry, versions of other files. */
import { z } from 'zod';

const signedSchema = z.object({
  signed: z.object({
    version: z.int().positive(),
    expires: z.iso.datetime({ offset: true }),
    meta: z.record(z.string(), z.object({ version: z.int().positive() })).default({}),
  }),
});

export interface SignedFacts {
  readonly version: number;
  /** UTC epoch; from then on it is expired. */
  readonly expiresMs: number;
  /** Version by file name, of timestamp and snapshot. */
  readonly meta: Readonly<Record<string, number>>;
}

/** Null for null, and for what is no metadata. Says nothing of signatures. */
export function signedFacts(bytes: Buffer | null): SignedFacts | null {
  const parsed = signedSchema.safeParse(jsonOf(bytes));
  if (!parsed.success) {
    return null;
  }
  const { version, expires, meta } = parsed.data.signed;
  return {
    version,
    expiresMs: Date.parse(expires),
    meta: Object.fromEntries(Object.entries(meta).map(([name, file]) => [name, file.version])),
  };
}

function jsonOf(bytes: Buffer | null): unknown {
  try {
    return bytes === null ? null : JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
