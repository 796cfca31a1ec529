/** The facts a catalogue keeps about itself in its table `meta`, one key a row, the value as JSON. */
import { z } from 'zod';
import { catalogueProfiles } from '../../contract/kiosk.ts';
import { levels } from '../../contract/procedure.ts';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

export const catalogueMetaSchema = z.strictObject({
  /** SHA-256 over all that the catalogue says (not over the file's bytes). */
  version: sha256Schema,
  dataDate: z.iso.date(),
  /** Number of the release it was published as; 0 for one that never was. */
  number: z.int().nonnegative(),
  /** SHA-256 over the rows it was built from (rows/catalogue-rows.ts), which a release signs. */
  rowsSha256: sha256Schema,
  profile: z.enum(catalogueProfiles),
  procedureCount: z.int().positive(),
  levels: z.array(z.enum(levels)).nullable(),
  sources: z.array(z.string()),
  /** The office whose sheet was laid over it, or else the sheet's name that lies in its rows. */
  overlayOffice: z.string().nullable(),
  province: z.string().nullable(),
  /** The search index that was built with the database. */
  searchIndexSha256: sha256Schema,
});
export type CatalogueMeta = z.infer<typeof catalogueMetaSchema>;
