/** `data/field-tiles.tsv`: every field of the commune → its home tile (docs/catalogue.md §8). */
import { KioskError } from '../../../contract/error.ts';
import { cleanLine } from './clean-text.ts';
import type { FieldTile } from './find-tile.ts';

function readTile(text: string): FieldTile | null {
  if (text.startsWith('2-5')) return 'civil-status';
  if (text.startsWith('Việc khác')) return 'elsewhere';
  if (text.startsWith('Not on home')) return 'search-only';
  const number = Number(/^(\d{1,2}) /u.exec(text)?.[1] ?? Number.NaN);
  return number >= 1 && number <= 12 ? number : null;
}

/** Tab-separated with a heading line; only the first two columns count. Errors: `source-unreadable` with the line. */
export function parseFieldTiles(text: string): Map<string, FieldTile> {
  const tiles = new Map<string, FieldTile>();
  for (const [index, line] of text.split('\n').slice(1).entries()) {
    if (line.trim() === '') continue;
    const [field = '', tileText = ''] = line.split('\t').map(cleanLine);
    const tile = readTile(tileText);
    if (field === '' || tile === null) {
      throw new KioskError('source-unreadable', `field tiles, line ${index + 2}: "${tileText}" is no tile`);
    }
    tiles.set(field, tile);
  }
  return tiles;
}
