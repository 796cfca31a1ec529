/** The twelve tiles of the home page (docs/catalogue.md §8), kept as data so that their words can be changed without code. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { KioskError } from '../../contract/error.ts';
import { tileSchema } from '../../contract/kiosk.ts';
import { issuesText } from './sources/issues-text.ts';

export const homeTileSchema = tileSchema.omit({ procedureCount: true });
export type HomeTile = z.infer<typeof homeTileSchema>;

const homeTilesSchema = z
  .array(homeTileSchema)
  .length(12)
  .refine((tiles) => tiles.every((tile, index) => tile.number === index + 1), {
    message: 'tiles must be numbered 1 to 12, in order',
  });

/** Errors: `source-unreadable` when the file is missing or not as described. */
export async function readHomeTiles(path: string): Promise<HomeTile[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new KioskError('source-unreadable', `The home tiles ${path} cannot be read.`, { cause });
  });
  const tiles = homeTilesSchema.safeParse(jsonOrNull(text));
  if (!tiles.success) {
    throw new KioskError('source-unreadable', `The home tiles ${path} are not as expected: ${issuesText(tiles.error)}`);
  }
  return tiles.data;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
