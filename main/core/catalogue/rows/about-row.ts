/** The row in which a catalogue says what it is: the number it was published under, its day, what it was made for and from. */
import { z } from 'zod';
import { catalogueProfiles } from '../../../contract/kiosk.ts';
import { levels } from '../../../contract/procedure.ts';
import { CatalogueMakingError } from '../../releases/catalogue-making-error.ts';
import { type CatalogueRows, sortedRows } from './catalogue-rows.ts';

export const aboutRowSchema = z.strictObject({
  /** Number of the release; 0 until it is published. */
  number: z.int().nonnegative(),
  /** The day the facts were published. */
  dataDate: z.iso.date(),
  /** For which kiosks the rows are enough. */
  profile: z.enum(catalogueProfiles),
  /** The levels the rows were narrowed to; null for all. */
  levels: z.array(z.enum(levels)).nullable(),
  /** The province whose rules replace national ones; null where it is not told. */
  province: z.string().min(1).max(40).nullable(),
  /** Base names of the sources. */
  sources: z.array(z.string().max(255)).max(100),
});
export type AboutRow = z.infer<typeof aboutRowSchema>;

/** Errors: `wrong-content` where the row is missing or not as it should be. */
export function readAbout(rows: CatalogueRows): AboutRow {
  const text = rows.get('about');
  let value: unknown = null;
  try {
    value = text === undefined ? null : JSON.parse(text);
  } catch (cause) {
    throw new CatalogueMakingError('wrong-content', 'The row about is not JSON.', { cause });
  }
  const about = aboutRowSchema.safeParse(value);
  if (!about.success) {
    const [issue] = about.error.issues;
    const what = text === undefined ? 'is missing' : `is wrong: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`;
    throw new CatalogueMakingError('wrong-content', `The row about ${what}.`, { cause: about.error });
  }
  return about.data;
}

/** The same rows under another number, for publishing. Errors: as `readAbout`. */
export function withNumber(rows: CatalogueRows, number: number): CatalogueRows {
  const about: AboutRow = { ...readAbout(rows), number };
  return sortedRows(new Map(rows).set('about', JSON.stringify(about)));
}
