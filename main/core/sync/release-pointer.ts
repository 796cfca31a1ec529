/** `pointer.json`: which release is shown, which one was before, which one is on trial. Replaced whole, synced, read at each start. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { replaceFile } from '../durable-file.ts';
import { officeIdPattern } from '../releases/release-manifest.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

/** A release as it lies on this kiosk. */
export const releaseRecordSchema = z.strictObject({
  /** Its folder under `releases/`. */
  folder: z.string().regex(/^[1-9][0-9]{0,8}-[0-9a-f]{12}(?:-[0-9a-f]{8})?$/u),
  number: z.int().positive(),
  rowsSha256: sha256,
  unpackedBytes: z.int().positive(),
  procedureCount: z.int().positive(),
  publishedAtMs: z.number().nonnegative(),
  dataDate: z.iso.date(),
  /** The office's own sheet that was laid over it; null where none was. */
  sheet: z.strictObject({ office: z.string().regex(officeIdPattern), sha256 }).nullable(),
  /** UTC epoch at which it was taken; null until then. */
  committedAtMs: z.number().nonnegative().nullable(),
  /** Staff left it behind: it is never shown again. */
  isLeft: z.boolean(),
});
export type ReleaseRecord = z.infer<typeof releaseRecordSchema>;

/** The folder of a release, or the catalogue that came with the software. */
export const bundled = 'bundled';
export type ReleasePlace = string;

export const pointerSchema = z.strictObject({
  form: z.literal(1),
  shown: z.string(),
  former: z.string().nullable(),
  /** Tried at this moment; one that stands here at a start failed. */
  trial: z.string().nullable(),
  /** The highest release that was ever taken, as in the journal, which may be lost. */
  highest: z.strictObject({ number: z.int().nonnegative(), rowsSha256: sha256.nullable() }),
  /** Number that staff left behind; it and lower ones are refused. 0 for none. */
  leftBehind: z.int().nonnegative(),
  /** What lies on the disk. */
  releases: z.array(releaseRecordSchema).max(8),
});
export type ReleasePointer = z.infer<typeof pointerSchema>;

export const firstPointer: ReleasePointer = {
  form: 1,
  shown: bundled,
  former: null,
  trial: null,
  highest: { number: 0, rowsSha256: null },
  leftBehind: 0,
  releases: [],
};

/** `damaged` where there is one that cannot be read. */
export function readPointer(path: string): ReleasePointer | 'missing' | 'damaged' {
  try {
    const parsed = pointerSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : 'damaged';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'missing' : 'damaged';
  }
}

/** On the disk when this returns. Errors of the file system. */
export function writePointer(path: string, pointer: ReleasePointer): void {
  replaceFile(path, `${JSON.stringify(pointer, null, 2)}\n`);
}
