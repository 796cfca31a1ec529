/** The first line of snapshots and deltas: which form it is, and what must come out. */
import { z } from 'zod';
import { CatalogueMakingError } from '../../releases/catalogue-making-error.ts';
import { rowsForm } from '../../releases/release-manifest.ts';
import { maximumRows } from './catalogue-rows.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const anyForm = z.looseObject({ form: z.int().positive() });

export const snapshotHeaderSchema = z.strictObject({
  kind: z.literal('kiosk-rows'),
  form: z.literal(rowsForm),
  rows: z.int().positive().max(maximumRows),
  /** SHA-256 over the rows. */
  sha256,
});

export const deltaHeaderSchema = z.strictObject({
  kind: z.literal('kiosk-delta'),
  form: z.literal(rowsForm),
  /** SHA-256 over the rows it starts from, and over those it leads to. */
  fromSha256: sha256,
  toSha256: sha256,
});

/** Errors: `software-too-old` for a higher form, `wrong-content` for anything else. */
export function readHeader<T>(line: string | null, schema: z.ZodType<T>): T {
  const value = jsonOrNull(line ?? '');
  const form = anyForm.safeParse(value);
  if (form.success && form.data.form > rowsForm) {
    const message = `The file has form ${form.data.form}, this software reads up to ${rowsForm}; update the software.`;
    throw new CatalogueMakingError('software-too-old', message);
  }
  const header = schema.safeParse(value);
  if (!header.success) {
    throw new CatalogueMakingError('wrong-content', 'The first line does not say what the file is.');
  }
  return header.data;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
