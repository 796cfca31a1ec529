/** What a release consists of: one small signed target tells which catalogue is the newest and by which files one gets to it. */
import { z } from 'zod';
import { isRepositoryPath, storedTargetPath } from './repository-paths.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
/** Leads to a file of the repository and nowhere else. */
const targetName = z
  .string()
  .max(200)
  .refine((target) => isRepositoryPath(storedTargetPath(target, '0'.repeat(64))));
const bytes = z.int().positive().max(1_000_000_000);

/** Target path of the manifest; its bytes change with every release. */
export const manifestTarget = 'catalogue/release.json';

/** Target path of an office's own sheet; the delegation `office-<id>` signs `offices/<id>/*` and nothing else. */
export const officeSheetTarget = (officeId: string): string => `offices/${officeId}/sheet.json`;
export const officeRole = (officeId: string): string => `office-${officeId}`;
export const officeIdPattern = /^[a-z0-9][a-z0-9-]{0,39}$/u;

/** Form of snapshots and deltas; a kiosk refuses a higher one as `software-too-old`. */
export const rowsForm = 1;

/** Deltas lead from that many former releases. */
export const deltaCount = 10;

/** Longest office's sheet, in bytes. */
export const maximumSheetBytes = 4_000_000;

/** Longest manifest, in bytes. */
export const maximumManifestBytes = 100_000;

export const releaseManifestSchema = z.strictObject({
  /** Form of snapshot and deltas. */
  form: z.int().positive(),
  /** Number of the release: one more than the one before. The highest wins. */
  number: z.int().positive(),
  /** UTC epoch. */
  publishedAtMs: z.number().nonnegative(),
  dataDate: z.iso.date(),
  /** SHA-256 (hex) over the sorted rows of the catalogue, however one got to them (core/catalogue/rows). */
  rowsSha256: sha256,
  rowCount: z.int().positive().max(1_000_000),
  procedureCount: z.int().positive(),
  /** Target path and packed length of the whole catalogue, and its length unpacked. */
  snapshot: z.strictObject({ target: targetName, bytes, unpackedBytes: bytes }),
  /** From which rows by which target. The newest first. */
  deltas: z
    .array(z.strictObject({ fromNumber: z.int().nonnegative(), fromRowsSha256: sha256, target: targetName, bytes }))
    .max(deltaCount),
  /** Target path of the change report (HTML); null for a first release. */
  report: targetName.nullable(),
  /** The number of the release whose content was published anew under this one, where one was withdrawn. */
  restores: z.int().positive().nullable(),
});
export type ReleaseManifest = z.infer<typeof releaseManifestSchema>;
